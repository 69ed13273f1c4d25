package cn.siyu.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {
    @ParameterizedTest
    @CsvSource({"sop-1,c-1,9366", "sop-1,c-2,3063", "sop-1,c-3,9531", "sop-2,c-1,7480", "global-2026,c-1,5092"})
    void putsAKnownCustomerIntoAKnownBucket(String salt, String customer, int bucket) {
        assertThat(Assignment.bucket(salt, customer)).isEqualTo(bucket);
    }

    @Test
    void holdsOutAboutTheShareAskedFor() {
        var tenPercent = new Assignment.Holdout(1_000);
        long controls = IntStream.rangeClosed(1, 100_000)
                .filter(i -> Assignment.arm("sop-1", "c-" + i, tenPercent) == Assignment.Arm.CONTROL)
                .count();
        assertThat(controls).isEqualTo(10_076);
    }

    @Test
    void holdsOutNobodyOrEverybodyAtTheEnds() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> Assignment.arm("s", "c" + i, new Assignment.Holdout(0))))
                .containsOnly(Assignment.Arm.TREATED);
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> Assignment.arm("s", "c" + i, new Assignment.Holdout(10_000))))
                .containsOnly(Assignment.Arm.CONTROL);
        assertThatThrownBy(() -> new Assignment.Holdout(10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsControlsWhenTheHoldoutGrows() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(i -> "c" + i)
                        .filter(c -> Assignment.arm("s", c, new Assignment.Holdout(500)) == Assignment.Arm.CONTROL))
                .allMatch(c -> Assignment.arm("s", c, new Assignment.Holdout(900)) == Assignment.Arm.CONTROL);
    }
}
