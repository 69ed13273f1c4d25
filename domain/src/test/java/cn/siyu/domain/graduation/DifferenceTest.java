package cn.siyu.domain.graduation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.graduation.Difference.Finding;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.Means.Pair;
import cn.siyu.domain.graduation.Shares.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static double of(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, .2, .052431, .333873",
        "9, 10, 3, 10, .6, .170523, .809018",
        "0, 10, 0, 20, 0, -.161125, .277533",
        "540, 9000, 48, 1000, .012, -.003789, .024676",
    })
    void comparesSharesAsNewcombeDoes(long x1, long n1, long x0, long n0, double difference, double low, double high) {
        var said = Shares.compare(new Count(x1, n1), new Count(x0, n0), Reading.FINAL, 0, 1000);
        assertThat(of(said.difference())).isCloseTo(difference, within(1e-6));
        assertThat(of(said.low())).isCloseTo(low, within(1e-6));
        assertThat(of(said.high())).isCloseTo(high, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "540, 9000, 48, 1000, .012, .021879",
        "630, 9000, 40, 1000, .03, .020504",
        "1080, 18000, 80, 2000, .02, .014468"
    })
    void widensTheIntervalForWhoLooksEarly(long x1, long n1, long x0, long n0, double difference, double half) {
        var said = Shares.compare(new Count(x1, n1), new Count(x0, n0), Reading.EARLY, 10, 10_000);
        assertThat(of(said.difference())).isCloseTo(difference, within(1e-6));
        assertThat(of(said.high()) - of(said.difference())).isCloseTo(half, within(1e-6));
    }

    @Test
    void mirrorsTheIntervalWhenTheArmsAreSwapped() {
        var said = Shares.compare(new Count(56, 70), new Count(48, 80), Reading.FINAL, 10, 1000);
        var swapped = Shares.compare(new Count(48, 80), new Count(56, 70), Reading.FINAL, 10, 1000);
        assertThat(of(swapped.low())).isCloseTo(-of(said.high()), within(1e-12));
        assertThat(said.finding()).isEqualTo(Finding.HIGHER);
        assertThat(swapped.finding()).isEqualTo(Finding.LOWER);
    }

    @Test
    void tellsOnlyCountsOfAFew() {
        var said = Shares.compare(new Count(9, 70), new Count(48, 80), Reading.FINAL, 10, 1000);
        assertThat(said.finding()).isEqualTo(Finding.TOO_FEW);
        assertThat(said.difference()).isNull();
        assertThat(Shares.compare(new Count(0, 0), new Count(0, 0), Reading.EARLY, 1, 9)
                        .finding())
                .isEqualTo(Finding.TOO_FEW);
        assertThat(Means.compare(List.of(), List.of(), Reading.EARLY, 2, 9).finding())
                .isEqualTo(Finding.TOO_FEW);
    }

    @Test
    void takesAwayWhatDifferedBefore() {
        var treated = List.of(new Pair(8, 10), new Pair(5, 6), new Pair(7, 8), new Pair(3, 4));
        var control = List.of(new Pair(7, 7), new Pair(3, 3), new Pair(6, 5), new Pair(2, 1));
        var said = Means.compare(treated, control, Reading.FINAL, 2, 1000);
        assertThat(of(said.difference())).isCloseTo(1.476703, within(1e-6));
        assertThat(of(said.high()) - of(said.difference())).isCloseTo(1.959963984540054 * .392278, within(1e-6));
    }

    @Test
    void withoutAnythingBeforeItComparesTheMeans() {
        var treated = List.of(new Pair(0, 10), new Pair(0, 6), new Pair(0, 8), new Pair(0, 4));
        var control = List.of(new Pair(0, 7), new Pair(0, 3), new Pair(0, 5), new Pair(0, 1));
        var said = Means.compare(treated, control, Reading.FINAL, 2, 1000);
        assertThat(of(said.difference())).isCloseTo(3, within(1e-9));
        assertThat(of(said.high()) - 3).isCloseTo(1.959963984540054 * 1.825742, within(1e-6));
    }

    private static List<Pair> world(long seed, int customers, double effect) {
        var random = RandomGeneratorFactory.getDefault().create(seed);
        var people = new ArrayList<Pair>();
        for (int i = 0; i < customers; i++) {
            double before = 50 + 10 * random.nextGaussian();
            people.add(new Pair(before, before + effect + 8 * random.nextGaussian()));
        }
        return people;
    }

    @Test
    void findsAnEffectWhereThereIsOneAndNoneWhereThereIsNone() {
        int found = 0;
        int wrong = 0;
        for (long seed = 0; seed < 200; seed++) {
            var control = world(10_000 + seed, 100, 0);
            found += Means.compare(world(seed, 400, 5), control, Reading.EARLY, 10, 1000)
                                    .finding()
                            == Finding.HIGHER
                    ? 1
                    : 0;
            wrong += Means.compare(world(seed, 400, 0), control, Reading.EARLY, 10, 1000)
                                    .finding()
                            != Finding.UNDECIDED
                    ? 1
                    : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(190);
        assertThat(wrong).isLessThanOrEqualTo(5);
    }
}
