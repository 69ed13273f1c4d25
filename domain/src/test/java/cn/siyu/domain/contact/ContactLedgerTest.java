package cn.siyu.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ContactLedgerTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T02:00:00Z");
    private static final Instant LATE_ON_THE_31ST = Instant.parse("2026-03-31T17:00:00Z");

    @Test
    void countsTheMonthOfTheCustomersCalendar() {
        var ledger = ContactLedger.EMPTY.afterContact(LATE_ON_THE_31ST, SHANGHAI);

        assertThat(ledger.countInMonth(YearMonth.of(2026, 4))).isEqualTo(1);
        assertThat(ledger.countInMonth(YearMonth.of(2026, 3))).isZero();
    }

    @Test
    void anAnswerEndsTheStreak() {
        var ledger = ContactLedger.EMPTY.ignoredOnce().ignoredOnce();

        assertThat(ledger.ignoredStreak()).isEqualTo(2);
        assertThat(ledger.answered().ignoredStreak()).isZero();
    }

    @Test
    void aRefundOfTheOnlyContactLeavesNothing() {
        var ledger = ContactLedger.EMPTY.afterContact(TUESDAY, SHANGHAI);

        assertThat(ledger.refund(TUESDAY, SHANGHAI)).isEqualTo(ContactLedger.EMPTY);
    }

    @Test
    void afterARefundTheGapIsNeverTooShort() {
        Instant tenDaysLater = Instant.parse("2026-03-13T02:00:00Z");
        var ledger = ContactLedger.EMPTY.afterContact(TUESDAY, SHANGHAI).afterContact(tenDaysLater, SHANGHAI);

        var refunded = ledger.refund(tenDaysLater, SHANGHAI);

        assertThat(refunded.lastAt()).isEqualTo("2026-03-03T16:00:00Z");
        assertThat(refunded.countInMonth(YearMonth.of(2026, 3))).isEqualTo(1);
    }

    @Test
    void aRefundOfAnEarlierContactKeepsTheLast() {
        Instant tenDaysLater = Instant.parse("2026-03-13T02:00:00Z");
        var ledger = ContactLedger.EMPTY.afterContact(TUESDAY, SHANGHAI).afterContact(tenDaysLater, SHANGHAI);

        assertThat(ledger.refund(TUESDAY, SHANGHAI).lastAt()).isEqualTo(tenDaysLater);
    }
}
