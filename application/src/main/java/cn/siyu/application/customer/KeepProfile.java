package cn.siyu.application.customer;

import cn.siyu.application.customer.port.Customers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes over what a channel tells about a person, where it tells something; inside the caller's transaction.
public final class KeepProfile {
    private final Customers customers;

    public KeepProfile(Customers customers) {
        this.customers = customers;
    }

    /// @param nickname null: not told
    /// @param gender UNKNOWN: not told
    void keep(BrandId brand, CustomerId id, @Nullable String nickname, Customer.Gender gender, Instant now) {
        var was = customers.find(brand, id).orElseThrow();
        var name = nickname == null ? was.nickname() : nickname;
        var told = gender == Customer.Gender.UNKNOWN ? was.gender() : gender;
        if (!Objects.equals(name, was.nickname()) || told != was.gender()) {
            customers.replace(
                    brand,
                    new Customer(
                            was.id(),
                            was.publicId(),
                            name,
                            told,
                            was.zone(),
                            was.blacklisted(),
                            was.version() + 1,
                            was.createdAt(),
                            now));
        }
    }
}
