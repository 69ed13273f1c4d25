package cn.siyu.domain.customer.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.customer.lifecycle.LifecyclePolicy.ClearedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final LifecyclePolicy.Dormancy POLICY = new LifecyclePolicy.Dormancy(
            ClearedBy.PURCHASE,
            .05,
            new PurchasePrior(2, 60),
            new LifecyclePolicy.Measured(90, 100),
            3,
            Duration.ofDays(30));

    @Test
    void isTheSameInWhateverOrderPurchasesAreLearned() {
        assertThat(Rhythm.once(day(0)).and(day(30)).and(day(60)))
                .isEqualTo(Rhythm.once(day(60)).and(day(0)).and(day(30)))
                .isEqualTo(new Rhythm(2, day(0), day(60)));
    }

    @Test
    void becomesDormantWhereOnlyOneInTwentyIsSilentSoLong() {
        Rhythm fiveInTwelveWeeks = new Rhythm(4, day(0), day(84));

        assertThat(fiveInTwelveWeeks
                        .dormantAt(POLICY, Optional.of(POLICY.prior()))
                        .truncatedTo(ChronoUnit.SECONDS))
                .isEqualTo(day(84).plusSeconds((long) (93.247052 * 86_400)));
        assertThat(fiveInTwelveWeeks.chanceOfSilence(POLICY.prior(), day(84 + 75)))
                .isBetween(.0808, .0809);
    }

    @Test
    void withoutAPriorThreeUsualIntervalsCount() {
        assertThat(new Rhythm(4, day(0), day(84)).dormantAt(POLICY, Optional.empty()))
                .isEqualTo(day(84 + 63));
        assertThat(Rhythm.once(day(0)).dormantAt(POLICY, Optional.empty())).isEqualTo(day(90));
    }

    @Test
    void twoOrdersOfOneMomentAreNoInterval() {
        assertThat(Rhythm.once(day(0)).and(day(0)).usualInterval()).isEmpty();
    }

    private static Instant day(long day) {
        return FIRST.plus(Duration.ofDays(day));
    }
}
