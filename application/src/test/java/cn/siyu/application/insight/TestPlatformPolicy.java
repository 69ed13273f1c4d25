package cn.siyu.application.insight;

import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.channel.policy.QuotaRule;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/// A platform whose "not interested" lasts 7 days, 30 days, a year.
public final class TestPlatformPolicy {
    /// The policy.
    public static final PlatformPolicy POLICY = new PlatformPolicy(
            ZoneId.of("Asia/Shanghai"),
            new PlatformPolicy.Customers(20_000, 5_000),
            new PlatformPolicy.MassMessages(
                    QuotaRule.None.NONE, List.of(), QuotaRule.None.NONE, 10_000, 9, 3, Duration.ofDays(1)),
            Duration.ofSeconds(20),
            List.of(Period.ofDays(7), Period.ofDays(30), Period.ofYears(1)),
            new PlatformPolicy.Moments(QuotaRule.None.NONE, QuotaRule.None.NONE),
            new PlatformPolicy.Groups(200, 500),
            PlatformPolicy.Transfers.NONE);

    private TestPlatformPolicy() {}
}
