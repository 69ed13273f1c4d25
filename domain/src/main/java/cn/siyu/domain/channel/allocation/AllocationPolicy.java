package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.policy.PolicyReader;
import java.time.Duration;

/// Numbers of the allocation of new customers (分流政策).
///
/// @param holdPlace how long a visit holds a place on the account it was shown
/// @param rule where a contact way doesn't say otherwise
/// @param dailyAddsPerAccount new customers per account and day, where an account doesn't say
///     otherwise
public record AllocationPolicy(Duration holdPlace, ContactWay.Rule rule, int dailyAddsPerAccount) {
    /// Reads the values of an ALLOCATION edition.
    public static AllocationPolicy from(PolicyReader in) {
        return new AllocationPolicy(
                in.duration("holdPlace", Duration.ofSeconds(30), Duration.ofDays(1)),
                in.oneOf("rule", ContactWay.Rule.class),
                in.integer("dailyAddsPerAccount", 1, 10_000));
    }
}
