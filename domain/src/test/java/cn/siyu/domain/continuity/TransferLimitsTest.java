package cn.siyu.domain.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.policy.PlatformPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferLimitsTest {
    private static final TransferLimits LIMITS = new TransferLimits(
            new PlatformPolicy.Transfers(100, 2, 90, Duration.ofDays(1), 100, 300), ZoneId.of("Asia/Shanghai"));

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    @Test
    void letsACustomerChangeHandsTwiceInNinetyCalendarDays() {
        var once = List.of(at("2026-03-01T01:00:00Z"));
        var twice = List.of(at("2026-03-10T01:00:00Z"), at("2026-03-01T01:00:00Z"));

        assertThat(LIMITS.again(once, at("2026-03-11T00:00:00Z"))).isEmpty();
        assertThat(LIMITS.again(twice, at("2026-03-11T00:00:00Z"))).contains(at("2026-05-29T16:00:00Z"));
        assertThat(LIMITS.again(twice, at("2026-05-29T15:59:59Z"))).contains(at("2026-05-29T16:00:00Z"));
        assertThat(LIMITS.again(twice, at("2026-05-29T16:00:00Z"))).isEmpty();
    }

    @Test
    void waitsUntilEnoughOfThemHaveDroppedOut() {
        var thrice = List.of(at("2026-03-01T01:00:00Z"), at("2026-03-05T01:00:00Z"), at("2026-03-10T01:00:00Z"));

        assertThat(LIMITS.again(thrice, at("2026-03-11T00:00:00Z"))).contains(at("2026-06-02T16:00:00Z"));
    }

    @Test
    void countsGroupsInThePlatformsDay() {
        assertThat(LIMITS.groupsLeft(299)).isOne();
        assertThat(LIMITS.groupsLeft(301)).isZero();
        assertThat(LIMITS.today(at("2026-03-01T15:59:59Z"))).isEqualTo(at("2026-02-28T16:00:00Z"));
        assertThat(LIMITS.tomorrow(at("2026-03-01T15:59:59Z"))).isEqualTo(at("2026-03-01T16:00:00Z"));
    }
}
