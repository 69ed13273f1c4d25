package cn.siyu.application.contact;

import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.channel.policy.PolicyEditionId;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.PolicyStamp;
import cn.siyu.domain.channel.policy.QuotaRule;
import cn.siyu.domain.contact.AdaptiveGap;
import cn.siyu.domain.contact.ContactGovernor;
import cn.siyu.domain.contact.ContactPolicy;
import cn.siyu.domain.contact.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/// Policies for tests: those that are shipped, unless a test changes a number.
public record TestPolicies(
        Duration gap, int perMonth, QuotaRule perCustomer, QuotaRule perAccountAndCustomer, int perCall) {
    /// Those that are shipped.
    public static final TestPolicies SHIPPED = new TestPolicies(
            Duration.ofDays(7), 4, QuotaRule.parse("AS_MANY_AS_DAYS_IN_MONTH"), QuotaRule.parse("PER_DAY 1"), 10_000);

    TestPolicies withoutGap() {
        return new TestPolicies(Duration.ZERO, perMonth, perCustomer, perAccountAndCustomer, perCall);
    }

    TestPolicies perMonth(int cap) {
        return new TestPolicies(gap, cap, perCustomer, perAccountAndCustomer, perCall);
    }

    TestPolicies platform(String customer, String account) {
        return new TestPolicies(gap, perMonth, QuotaRule.parse(customer), QuotaRule.parse(account), perCall);
    }

    TestPolicies perCall(int recipients) {
        return new TestPolicies(gap, perMonth, perCustomer, perAccountAndCustomer, recipients);
    }

    /// The governor by them.
    public ContactGovernor governor() {
        return new ContactGovernor(
                new PolicyInForce<>(contact(), PolicyStamp.of(new PolicyEditionId("contact-test"))),
                new PolicyInForce<>(platform(), PolicyStamp.of(new PolicyEditionId("platform-test"))));
    }

    private ContactPolicy contact() {
        return new ContactPolicy(
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0)),
                new AdaptiveGap(gap, 1.5, Duration.ofDays(60)),
                5,
                new ContactPolicy.LowTrust(38, .3),
                perMonth,
                false,
                Duration.ofDays(3),
                Duration.ofDays(7),
                new ContactPolicy.Confirmation(Duration.ofDays(2), List.of(Duration.ofHours(4), Duration.ofHours(24))));
    }

    private PlatformPolicy platform() {
        return new PlatformPolicy(
                ZoneId.of("Asia/Shanghai"),
                new PlatformPolicy.Customers(20_000, 5_000),
                new PlatformPolicy.MassMessages(
                        perCustomer, List.of(perCustomer), perAccountAndCustomer, perCall, 9, 3, Duration.ofDays(1)),
                Duration.ofSeconds(20),
                List.of(Period.ofDays(7)),
                new PlatformPolicy.Moments(QuotaRule.parse("NONE"), QuotaRule.parse("NONE")),
                new PlatformPolicy.Groups(200, 500),
                PlatformPolicy.Transfers.NONE);
    }
}
