package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.insight.Codes;
import cn.siyu.adapter.http.insight.WrittenIdentity;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody whom a client makes known.
///
/// @param source the system that speaks; member numbers are unique in it
/// @param identities at least one
record Registration(
        String source,
        List<WrittenIdentity> identities,
        @Nullable String nickname,
        Customer.Gender gender,
        @Nullable ZoneId zone) {
    private static final int MOST_IDENTITIES = 10;

    static Registration read(Input in) {
        return new Registration(
                Codes.source(in),
                in.list("identities", 1, MOST_IDENTITIES)
                        .objects(WrittenIdentity::read)
                        .get(),
                in.text("nickname", 100).orNull(),
                in.oneOf("gender", Customer.Gender.class).or(Customer.Gender.UNKNOWN),
                in.zone("timeZone").orNull());
    }

    /// The identities in the order of the body; one is empty if its scope can't be known.
    List<Optional<IdentityKey>> keys(Optional<String> idScope) {
        var keys = new ArrayList<Optional<IdentityKey>>();
        identities.forEach(identity -> keys.add(identity.key(source, idScope)));
        return keys;
    }
}
