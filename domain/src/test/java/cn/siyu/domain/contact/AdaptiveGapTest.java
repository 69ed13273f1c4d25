package cn.siyu.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveGapTest {
    private static final AdaptiveGap GAP = new AdaptiveGap(Duration.ofDays(7), 1.5, Duration.ofDays(60));

    @ParameterizedTest
    @CsvSource({"0, 7", "1, 7", "2, 10.5", "3, 15.75", "4, 23.625", "5, 35.4375", "6, 53.15625", "7, 60", "400, 60"})
    void widensWithEveryContactIgnoredAfterTheFirst(int streak, double days) {
        assertThat(GAP.after(streak)).isEqualTo(Duration.ofMillis(Math.round(days * 86_400_000)));
    }

    /// FP-3.
    @Test
    void neverNarrowsAsTheStreakGrows() {
        for (int streak = 0; streak < 50; streak++) {
            assertThat(GAP.after(streak + 1)).isGreaterThanOrEqualTo(GAP.after(streak));
        }
    }

    @Test
    void cannotShrink() {
        assertThatThrownBy(() -> new AdaptiveGap(Duration.ofDays(7), .9, Duration.ofDays(60)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AdaptiveGap(Duration.ofDays(7), 1.5, Duration.ofDays(6)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
