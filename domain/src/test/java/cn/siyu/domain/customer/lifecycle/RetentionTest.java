package cn.siyu.domain.customer.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
}
