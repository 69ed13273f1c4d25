package cn.siyu.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayLedgerTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void remembersTheDaysOfTheLast64() {
        DayLedger ledger = DayLedger.EMPTY.mark(FIRST).mark(FIRST.plusDays(63));

        assertThat(ledger.marked(FIRST)).isTrue();
        assertThat(ledger.marked(FIRST.plusDays(1))).isFalse();
        assertThat(ledger.mark(FIRST.plusDays(64)).marked(FIRST)).isFalse();
        assertThat(ledger.mark(FIRST.plusDays(500)).days()).isEqualTo(1);
    }

    @Test
    void countsSendsOfTheNewestMonthAndDaysOfEarlierOnes() {
        DayLedger ledger = DayLedger.EMPTY.mark(FIRST).mark(FIRST).mark(FIRST.plusDays(4));

        assertThat(ledger.countInMonth(YearMonth.of(2026, 3))).isEqualTo(3);
        assertThat(ledger.countInMonth(YearMonth.of(2026, 4))).isZero();
        assertThat(ledger.mark(FIRST.plusMonths(1)).countInMonth(YearMonth.of(2026, 3)))
                .isEqualTo(2);
        assertThat(ledger.mark(FIRST.plusMonths(1)).countInMonth(YearMonth.of(2026, 4)))
                .isEqualTo(1);
    }

    @Test
    void countsTheDaysOfAWindow() {
        DayLedger ledger = DayLedger.EMPTY.mark(FIRST).mark(FIRST.plusDays(3)).mark(FIRST.plusDays(7));

        assertThat(ledger.countInDays(FIRST.plusDays(7), 7)).isEqualTo(2);
        assertThat(ledger.countInDays(FIRST.plusDays(7), 8)).isEqualTo(3);
        assertThat(ledger.countInDays(FIRST.plusDays(9), 7)).isEqualTo(2);
    }

    @Test
    void aRefundNeverForgetsAnotherSendOfTheSameDay() {
        DayLedger twice = DayLedger.EMPTY.mark(FIRST).mark(FIRST);

        assertThat(twice.unmark(FIRST).marked(FIRST)).isTrue();
        assertThat(twice.unmark(FIRST).unmark(FIRST)).isEqualTo(DayLedger.EMPTY);
    }

    @Test
    void aRefundOfADayNeverMarkedChangesNothing() {
        DayLedger ledger = DayLedger.EMPTY.mark(FIRST);

        assertThat(ledger.unmark(FIRST.plusDays(1))).isEqualTo(ledger);
        assertThat(ledger.unmark(FIRST.minusDays(1))).isEqualTo(ledger);
    }

    /// At most one send a day, in order: the bitmap says exactly what the log says, refunds
    /// included.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheLogItStandsFor(long seed) {
        Random random = new Random(seed);
        List<LocalDate> log = new ArrayList<>();
        DayLedger ledger = DayLedger.EMPTY;
        LocalDate day = FIRST;
        for (int step = 0; step < 400; step++) {
            day = day.plusDays(1 + random.nextInt(4));
            ledger = ledger.mark(day);
            log.add(day);
            if (random.nextInt(5) == 0) {
                ledger = ledger.unmark(day);
                log.removeLast();
            }
            assertAgree(ledger, log, day);
        }
    }

    /// Learned in another order, the marked days are the same, and the newest month is never
    /// undercounted.
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void marksTheSameDaysInAnyOrder(long seed) {
        Random random = new Random(seed);
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            days.add(FIRST.plusDays(random.nextInt(31)));
        }
        DayLedger ordered = markAll(days);
        Collections.shuffle(days, random);

        assertThat(markAll(days)).isEqualTo(ordered);
    }

    private static DayLedger markAll(List<LocalDate> days) {
        DayLedger ledger = DayLedger.EMPTY;
        for (LocalDate day : days) {
            ledger = ledger.mark(day);
        }
        return ledger;
    }

    private static void assertAgree(DayLedger ledger, List<LocalDate> log, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        assertThat((long) ledger.countInMonth(month))
                .isEqualTo(log.stream()
                        .filter(day -> YearMonth.from(day).equals(month))
                        .count());
        assertThat((long) ledger.countInDays(today, 7))
                .isEqualTo(log.stream()
                        .filter(day -> day.isAfter(today.minusDays(7)))
                        .count());
        assertThat((long) ledger.countInDays(today, 60))
                .isEqualTo(log.stream()
                        .filter(day -> day.isAfter(today.minusDays(60)))
                        .count());
    }
}
