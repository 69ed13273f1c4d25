package cn.siyu.domain.graduation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.Assignment.Holdout;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRatioTest {
    @ParameterizedTest
    @CsvSource({"8850, 1150, 1000, 5.73303e-7, true", "9020, 980, 1000, .504985, false", "800, 200, 2000, 1, false"})
    void tellsHowOftenChanceMissesThePlanBySoMuch(long treated, long control, int buckets, double p, boolean alarm) {
        var ratio = SampleRatio.of(treated, control, new Holdout(buckets));
        assertThat(Objects.requireNonNull(ratio.p())).isCloseTo(p, Percentage.withPercentage(.001));
        assertThat(ratio.alarm()).isEqualTo(alarm);
        assertThat(ratio.actual()).isCloseTo((double) control / (treated + control), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 2000", "0, 24, 2000", "100, 9, 100", "500, 0, 0"})
    void saysNothingOfAFew(long treated, long control, int buckets) {
        var ratio = SampleRatio.of(treated, control, new Holdout(buckets));
        assertThat(ratio.p()).isNull();
        assertThat(ratio.alarm()).isFalse();
    }

    /// Twenty thousand programs of a thousand customers would make twenty false alarms; two hundred
    /// make none, or hardly one.
    @Test
    void armsDrawnByHashAreAsPlanned() {
        int alarms = 0;
        for (int program = 0; program < 200; program++) {
            int control = 0;
            for (int customer = 0; customer < 500; customer++) {
                control += Assignment.arm("p" + program, "c" + customer, new Holdout(2_000)) == Arm.CONTROL ? 1 : 0;
            }
            alarms += SampleRatio.of(500 - control, control, new Holdout(2_000)).alarm() ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(2);
    }
}
