package cn.siyu.domain.customer.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchasePriorTest {
    private static final double EXACT = 1e-6;
    private static final PurchasePrior PRIOR = new PurchasePrior(2, 60);

    @ParameterizedTest
    @CsvSource({
        "0,   0, 208.328157, .197531",
        "1,  30, 154.297585, .162284",
        "4,  84,  93.247052, .080818",
        "12, 360, 100.211567, .100235"
    })
    void knowsHowLongIsUnusual(int repeats, double span, double limit, double chanceAt75) {
        assertThat(PRIOR.silenceLimit(repeats, span, .05)).isCloseTo(limit, within(EXACT));
        assertThat(PRIOR.chanceOfSilence(repeats, span, 75)).isCloseTo(chanceAt75, within(EXACT));
        assertThat(PRIOR.chanceOfSilence(repeats, span, limit)).isCloseTo(.05, within(EXACT));
    }

    @Test
    void isEstimatedByMoments() {
        assertThat(PurchasePrior.byMoments(1.8, 3.6, 90)).hasValueSatisfying(prior -> {
            assertThat(prior.shape()).isCloseTo(1.8, within(EXACT));
            assertThat(prior.scaleDays()).isCloseTo(90, within(EXACT));
        });
    }

    @Test
    void cannotBeEstimatedWherePurchasesVaryNoMoreThanByChance() {
        assertThat(PurchasePrior.byMoments(1.8, 1.8, 90)).isEmpty();
        assertThat(PurchasePrior.byMoments(0, 0, 90)).isEmpty();
    }

    /// LC-3.
    @ParameterizedTest
    @CsvSource({"7", "21", "60"})
    void withManyPurchasesTheLimitIsThreeOwnIntervals(double interval) {
        double limit = PRIOR.silenceLimit(100_000, 100_000 * interval, .05);

        assertThat(limit / interval).isCloseTo(Math.log(20), within(1e-3));
    }

    /// LC-4.
    @Test
    void theChanceFallsStrictlyWithSilence() {
        for (double silent = 0; silent < 400; silent += 1) {
            assertThat(PRIOR.chanceOfSilence(3, 50, silent + 1)).isLessThan(PRIOR.chanceOfSilence(3, 50, silent));
        }
        assertThat(PRIOR.chanceOfSilence(3, 50, 0)).isEqualTo(1);
    }
}
