package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Customers in memory.
public final class InMemoryCustomers implements Customers {
    private final InMemoryStore.Table<Long, Row> table;

    private record Row(BrandId brand, Customer customer) {}

    private final Persons persons;

    public InMemoryCustomers(InMemoryStore store) {
        this(store, Persons.ALONE);
    }

    /// @param persons who customers are
    public InMemoryCustomers(InMemoryStore store, Persons persons) {
        this.table = store.table();
        this.persons = persons;
    }

    private CustomerId person(BrandId brand, CustomerId customer) {
        return persons.of(brand, List.of(customer)).getOrDefault(customer, customer);
    }

    /// All customers of a brand.
    public List<Customer> all(BrandId brand) {
        return in(brand).toList();
    }

    private Stream<Customer> in(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::customer);
    }

    @Override
    public void add(BrandId brand, Collection<Customer> customers, InitialTrust trust) {
        customers.forEach(customer -> table.rows().put(customer.id().value(), new Row(brand, customer)));
    }

    @Override
    public Optional<Customer> find(BrandId brand, CustomerId id) {
        return in(brand).filter(customer -> customer.id().equals(id)).findFirst();
    }

    @Override
    public List<Customer> findAll(BrandId brand, Collection<CustomerId> ids) {
        return in(brand).filter(customer -> ids.contains(customer.id())).toList();
    }

    @Override
    public Optional<Customer> byPublicId(BrandId brand, PublicId id) {
        return in(brand)
                .filter(customer -> customer.publicId().equals(id))
                .findFirst()
                .flatMap(customer -> find(brand, person(brand, customer.id())))
                .map(person -> marked(
                        person,
                        in(brand)
                                .anyMatch(one -> one.blacklisted()
                                        && person(brand, one.id()).equals(person.id()))));
    }

    private static Customer marked(Customer customer, boolean blacklisted) {
        return new Customer(
                customer.id(),
                customer.publicId(),
                customer.nickname(),
                customer.gender(),
                customer.zone(),
                blacklisted,
                customer.version(),
                customer.createdAt(),
                customer.updatedAt());
    }

    /// Marks one as blacklisted, or not any more; its version is one more than before.
    void mark(BrandId brand, Customer marked) {
        table.rows().put(marked.id().value(), new Row(brand, marked));
    }

    @Override
    public Optional<CustomerId> birthOf(BrandId brand, PublicId id) {
        return in(brand)
                .filter(customer -> customer.publicId().equals(id))
                .map(Customer::id)
                .findFirst();
    }

    @Override
    public Map<PublicId, CustomerId> byPublicIds(BrandId brand, Collection<PublicId> ids) {
        var found = new HashMap<PublicId, CustomerId>();
        in(brand)
                .filter(customer -> ids.contains(customer.publicId()))
                .forEach(customer -> found.put(customer.publicId(), person(brand, customer.id())));
        return found;
    }

    @Override
    public void replaceAll(BrandId brand, Collection<Customer> customers) {
        customers.forEach(customer -> replace(brand, customer));
    }

    @Override
    public void replace(BrandId brand, Customer customer) {
        var stored = find(brand, customer.id()).orElseThrow();
        if (stored.version() + 1 != customer.version()) {
            throw new StaleAggregate("customer", customer.id().value());
        }
        table.rows().put(customer.id().value(), new Row(brand, marked(customer, stored.blacklisted())));
    }
}
