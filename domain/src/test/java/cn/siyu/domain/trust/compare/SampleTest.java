package cn.siyu.domain.trust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
    private static Sample of(double... values) {
        return new Sample(
                values.length,
                DoubleStream.of(values).sum(),
                DoubleStream.of(values).map(value -> value * value).sum());
    }

    @ParameterizedTest
    @CsvSource({"9, 2.262157", "14, 2.144787", "29, 2.045230", "99, 1.984217", "1000000, 1.959966"})
    void knowsStudentsT(double freedom, double quantile) {
        assertThat(Sample.t(freedom)).isCloseTo(quantile, within(5e-4));
    }

    @Test
    void saysNothingOfTooFew() {
        var few = of(1, 2, 3, 4, 5, 6, 7, 8, 9);

        assertThat(few.mean()).isEmpty();
        assertThat(few.interval()).isEmpty();
        assertThat(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).above(few)).isEmpty();
    }

    /// Mean 5.5, standard error .957427, t(9) 2.262157.
    @Test
    void putsAnIntervalAroundTheMean() {
        var sample = of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(sample.mean()).contains(5.5);
        assertThat(sample.interval().orElseThrow().lower()).isCloseTo(3.334149, within(1e-3));
        assertThat(sample.interval().orElseThrow().upper()).isCloseTo(7.665851, within(1e-3));
    }

    @Test
    void leavesZeroOutWhereGroupsDiffer() {
        var high = of(60, 62, 61, 63, 60, 62, 61, 60, 63, 62);
        var low = of(50, 52, 51, 53, 50, 52, 51, 50, 53, 52);

        assertThat(high.above(low).orElseThrow().value()).isCloseTo(10, within(1e-9));
        assertThat(high.above(low).orElseThrow().interval().excludes(0)).isTrue();
        assertThat(high.above(high).orElseThrow().interval().excludes(0)).isFalse();
        assertThat(high.plus(low).minus(low)).isEqualTo(high);
    }

    /// In the long run 95 % of the intervals hold the truth.
    @Test
    void holdsTheTruthAsOftenAsItSays() {
        var random = new Random(7);
        int held = 0;
        for (int i = 0; i < 4_000; i++) {
            var sample = of(random.doubles(12).map(uniform -> 40 + 20 * uniform).toArray());
            held += sample.interval().orElseThrow().excludes(50) ? 0 : 1;
        }
        assertThat(held / 4_000.0).isBetween(0.935, 0.965);
    }
}
