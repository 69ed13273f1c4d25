package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.PolicyEditionId;
import cn.siyu.domain.channel.policy.PolicyFixtures;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.PolicyStamp;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/// Policies in force for the governor's tests.
final class ContactFixtures {
    private ContactFixtures() {}

    static ContactPolicy policy() {
        return new ContactPolicy(
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0)),
                new AdaptiveGap(Duration.ofDays(7), 1.5, Duration.ofDays(60)),
                5,
                new ContactPolicy.LowTrust(38, .3),
                4,
                false,
                Duration.ofDays(3),
                Duration.ofDays(7),
                new ContactPolicy.Confirmation(Duration.ofDays(2), List.of(Duration.ofHours(4))));
    }

    static ContactGovernor governor(ContactPolicy policy, String perCustomer) {
        return new ContactGovernor(
                new PolicyInForce<>(policy, PolicyStamp.of(new PolicyEditionId("contact-test"))),
                new PolicyInForce<>(
                        PolicyFixtures.platform(perCustomer), new PolicyStamp(new PolicyEditionId("wecom-test"), 2)));
    }

    static ContactGovernor governor() {
        return governor(policy(), "AS_MANY_AS_DAYS_IN_MONTH");
    }
}
