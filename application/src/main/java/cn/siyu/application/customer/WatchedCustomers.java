package cn.siyu.application.customer;

import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Customers of whom those that come with an identity on the blacklist (黑名单) are blacklisted
/// from their first moment on.
public final class WatchedCustomers implements Customers {
    private final Customers customers;
    private final KeepBlacklist blacklist;

    public WatchedCustomers(Customers customers, KeepBlacklist blacklist) {
        this.customers = customers;
        this.blacklist = blacklist;
    }

    @Override
    public void add(BrandId brand, Collection<Customer> added, InitialTrust trust) {
        customers.add(brand, added, trust);
        blacklist.came(brand, added.stream().map(Customer::id).toList());
    }

    @Override
    public Optional<Customer> find(BrandId brand, CustomerId id) {
        return customers.find(brand, id);
    }

    @Override
    public List<Customer> findAll(BrandId brand, Collection<CustomerId> ids) {
        return customers.findAll(brand, ids);
    }

    @Override
    public Optional<Customer> byPublicId(BrandId brand, PublicId id) {
        return customers.byPublicId(brand, id);
    }

    @Override
    public Optional<CustomerId> birthOf(BrandId brand, PublicId id) {
        return customers.birthOf(brand, id);
    }

    @Override
    public Map<PublicId, CustomerId> byPublicIds(BrandId brand, Collection<PublicId> ids) {
        return customers.byPublicIds(brand, ids);
    }

    @Override
    public void replace(BrandId brand, Customer customer) {
        customers.replace(brand, customer);
    }

    @Override
    public void replaceAll(BrandId brand, Collection<Customer> all) {
        customers.replaceAll(brand, all);
    }
}
