package cn.siyu.application.customer;

import cn.siyu.application.customer.port.Customers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes over what a channel tells about a person, where it tells something; inside the caller's
/// transaction.
public final class KeepProfile {
    private final Customers customers;

    public KeepProfile(Customers customers) {
        this.customers = customers;
    }

    /// What a channel tells about a person.
    ///
    /// @param nickname null: not told
    /// @param gender UNKNOWN: not told
    record Told(@Nullable String nickname, Customer.Gender gender) {}

    /// @param nickname null: not told
    /// @param gender UNKNOWN: not told
    void keep(BrandId brand, CustomerId id, @Nullable String nickname, Customer.Gender gender, Instant now) {
        var was = customers.find(brand, id).orElseThrow();
        changed(was, new Told(nickname, gender), now).ifPresent(is -> customers.replace(brand, is));
    }

    /// As [#keep], for many.
    ///
    /// @return the customers of whom something new was told
    Set<CustomerId> keepAll(BrandId brand, Map<CustomerId, Told> told, Instant now) {
        var changed = new ArrayList<Customer>();
        for (Customer was : customers.findAll(brand, told.keySet())) {
            changed(was, Objects.requireNonNull(told.get(was.id())), now).ifPresent(changed::add);
        }
        customers.replaceAll(brand, changed);
        return changed.stream().map(Customer::id).collect(Collectors.toSet());
    }

    private static Optional<Customer> changed(Customer was, Told told, Instant now) {
        var name = told.nickname() == null ? was.nickname() : told.nickname();
        var gender = told.gender() == Customer.Gender.UNKNOWN ? was.gender() : told.gender();
        if (Objects.equals(name, was.nickname()) && gender == was.gender()) {
            return Optional.empty();
        }
        return Optional.of(new Customer(
                was.id(),
                was.publicId(),
                name,
                gender,
                was.zone(),
                was.blacklisted(),
                was.version() + 1,
                was.createdAt(),
                now));
    }
}
