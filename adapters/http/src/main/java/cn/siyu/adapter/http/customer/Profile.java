package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.domain.customer.Customer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What clients may change of a customer.
@Serdeable
record Profile(
        @Nullable String nickname,
        Customer.Gender gender,
        @Nullable String timeZone,
        boolean blacklisted) {
    static Profile of(Customer customer) {
        var zone = customer.zone();
        return new Profile(
                customer.nickname(), customer.gender(), zone == null ? null : zone.getId(), customer.blacklisted());
    }

    static Profile read(Input in) {
        in.readOnly(
                "stage",
                "stageSinceAt",
                "dormant",
                "lost",
                "trust",
                "orders",
                "lastInteractionAt",
                "identities",
                "relationships",
                "tags",
                "optOuts",
                "conflicts");
        var zone = in.zone("timeZone").orNull();
        return new Profile(
                in.text("nickname", 100).orNull(),
                in.oneOf("gender", Customer.Gender.class).or(Customer.Gender.UNKNOWN),
                zone == null ? null : zone.getId(),
                in.flag("blacklisted").or(false));
    }

    @Nullable
    ZoneId zone() {
        return timeZone == null ? null : ZoneId.of(timeZone);
    }
}
