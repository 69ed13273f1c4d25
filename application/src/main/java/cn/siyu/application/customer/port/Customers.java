package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The customers of a brand (客户).
public interface Customers {
    /// Adds new customers, with what is computed about them at its beginnings: stage ENTRANCE, no
    /// orders, and their trust.
    void add(BrandId brand, Collection<Customer> customers, InitialTrust trust);

    /// As [#add], for customers whose trust is read in the same transaction.
    default void add(BrandId brand, Collection<Customer> customers) {
        if (!customers.isEmpty()) {
            add(
                    brand,
                    customers,
                    new InitialTrust(0, 0, customers.iterator().next().createdAt(), ""));
        }
    }

    /// The customer with a number, or empty.
    Optional<Customer> find(BrandId brand, CustomerId id);

    /// The customers with these numbers, as far as they are there.
    List<Customer> findAll(BrandId brand, Collection<CustomerId> ids);

    /// The person that a customer with this public id is today, or empty: of a customer that was
    /// merged into another, the other.
    Optional<Customer> byPublicId(BrandId brand, PublicId id);

    /// The number of the customer that has or had a public id itself, whoever it is today.
    Optional<CustomerId> birthOf(BrandId brand, PublicId id);

    /// The numbers of the people that customers with these public ids are today, as far as they are
    /// there.
    Map<PublicId, CustomerId> byPublicIds(BrandId brand, Collection<PublicId> ids);

    /// Replaces a customer; its `version` is one more than the stored one. Whether it is
    /// blacklisted stays as [Blacklist] says.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, Customer customer);

    /// As [#replace], for many.
    void replaceAll(BrandId brand, Collection<Customer> customers);
}
