package cn.siyu.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.policy.QuotaRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientUseTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);
    private static final QuotaRule MONTH = QuotaRule.parse("AS_MANY_AS_DAYS_IN_MONTH");
    private static final QuotaRule WEEK = QuotaRule.parse("PER_WEEK 7");
    private static final QuotaRule DAY = QuotaRule.parse("PER_DAY 1");

    @Test
    void countsDaysWeeksAndMonthsOfThePlatformsCalendar() {
        var use = RecipientUse.NONE.plus(SUNDAY).plus(SUNDAY).plus(SUNDAY.plusDays(1));

        assertThat(use.used(DAY, SUNDAY.plusDays(1))).isEqualTo(1);
        assertThat(use.used(WEEK, SUNDAY.plusDays(1))).isEqualTo(1);
        assertThat(use.used(MONTH, SUNDAY.plusDays(1))).isEqualTo(3);
        assertThat(use.used(MONTH, SUNDAY.plusMonths(1))).isZero();
        assertThat(use.used(QuotaRule.parse("NONE"), SUNDAY)).isZero();
    }

    @Test
    void aFullPeriodIsFullUntilItEnds() {
        var full = RecipientUse.NONE.plus(SUNDAY).full(MONTH, SUNDAY.plusDays(5));

        assertThat(full.used(MONTH, SUNDAY.plusDays(30))).isEqualTo(31);
        assertThat(full.used(DAY, SUNDAY.plusDays(5))).isZero();
        assertThat(full.used(MONTH, SUNDAY.plusDays(31))).isZero();
        assertThat(RecipientUse.NONE.full(DAY, SUNDAY).used(DAY, SUNDAY)).isEqualTo(1);
        assertThat(RecipientUse.NONE.full(WEEK, SUNDAY).used(WEEK, SUNDAY)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithAListOfDays(long seed) {
        var random = new Random(seed);
        var use = RecipientUse.NONE;
        List<LocalDate> days = new ArrayList<>();
        LocalDate today = SUNDAY;
        for (int step = 0; step < 300; step++) {
            today = today.plusDays(random.nextInt(3));
            if (random.nextInt(4) > 0 || days.isEmpty()) {
                use = use.plus(today);
                days.add(today);
            } else {
                LocalDate given = days.remove(random.nextInt(days.size()));
                use = use.minus(given);
            }
            for (QuotaRule rule : List.of(MONTH, WEEK, DAY)) {
                LocalDate now = today;
                long expected = days.stream()
                        .filter(day -> rule.periodAround(day).equals(rule.periodAround(now)))
                        .count();
                assertThat(use.used(rule, now)).as(rule + " on " + now).isEqualTo((int) expected);
            }
        }
    }
}
