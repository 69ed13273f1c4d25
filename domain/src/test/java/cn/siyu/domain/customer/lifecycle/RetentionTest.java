package cn.siyu.domain.customer.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.customer.lifecycle.RetentionCurve.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final double EXACT = 1e-6;

    @Test
    void countsWhoStaysAmongThoseWhoCouldBeFollowed() {
        var curve = RetentionCurve.after(
                List.of(new Stretch(1, 100), new Stretch(0, 90), new Stretch(2, 80), new Stretch(1, 60)));

        assertThat(curve.share()).isCloseTo(.949162, within(EXACT));
        assertThat(curve.standardError()).isCloseTo(.025184, within(EXACT));
    }

    @Test
    void knowsTheEnds() {
        assertThat(RetentionCurve.after(List.of())).isEqualTo(new RetentionCurve(1, 0));
        assertThat(RetentionCurve.after(List.of(new Stretch(5, 5)))).isEqualTo(new RetentionCurve(0, 0));
        assertThatThrownBy(() -> new Stretch(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 30.43, 38.86, .726579", "26, 30.86, 31, .968916", "5, 10, 38.86, .024804", "0, 0, 38.86, 1"})
    void comparesWithTheChanceThatACustomerStillBuys(int repeats, double span, double age, double chance) {
        assertThat(new ChanceAlive(.243, 4.414, .793, 2.426).of(repeats, span, age))
                .isCloseTo(chance, within(EXACT));
    }

    /// The published stretches, as lives of single days: 1 of 100 lost in the first, 2 of 80 in the
    /// third, 1 of 60 in the fourth.
    @Test
    void drawsTheCurveDayByDay() {
        var retention = Retention.of(
                List.of(
                        new Retention.Lives(0, 1, 9),
                        new Retention.Lives(1, 0, 10),
                        new Retention.Lives(2, 2, 18),
                        new Retention.Lives(3, 1, 0),
                        new Retention.Lives(400, 3, 56)),
                List.of(1, 4, 365));

        assertThat(retention.begun()).isEqualTo(100);
        assertThat(retention.lost())
                .as("three of them later than anybody looks")
                .isEqualTo(7);
        assertThat(retention.points()).hasSize(3);
        assertThat(retention.points().get(1)).satisfies(point -> {
            assertThat(point.days()).isEqualTo(4);
            assertThat(point.atRisk()).isEqualTo(59);
            assertThat(point.share()).isCloseTo(.949162, within(EXACT));
            assertThat(point.lower()).isBetween(.85, .949162 - 1.5 * .025184);
            assertThat(point.upper()).isBetween(.949162 + 1.2 * .025184, .99);
        });
        assertThat(retention.points().get(2).share()).isCloseTo(.949162, within(EXACT));
    }

    @Test
    void isUnsureOfWhoeverNobodyHasLostYetAndSilentAboutTooFew() {
        var nobody = Retention.of(List.of(new Retention.Lives(30, 0, 10)), List.of(7, 30, 31));
        assertThat(nobody.points())
                .extracting(Retention.Point::days, Retention.Point::share)
                .containsExactly(tuple(7, 1.0), tuple(30, 1.0));
        assertThat(nobody.points().getFirst().lower()).isCloseTo(1 - .277533, within(EXACT));
        assertThat(nobody.points().getFirst().upper()).isCloseTo(1, within(1e-12));

        var few = Retention.of(List.of(new Retention.Lives(30, 1, 8)), List.of(7, 30));
        assertThat(few.begun()).isEqualTo(9);
        assertThat(few.points()).isEmpty();
    }

    /// With nobody out of sight it is the plain share.
    @Test
    void isThePlainShareWhereEverybodyWasFollowed() {
        var all = Retention.of(
                List.of(new Retention.Lives(3, 20, 0), new Retention.Lives(8, 30, 0), new Retention.Lives(365, 0, 50)),
                List.of(7, 30));
        assertThat(all.points()).extracting(Retention.Point::share).containsExactly(.8, .5);
    }
}
