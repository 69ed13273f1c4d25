package cn.siyu.domain.channel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"NONE", "AS_MANY_AS_DAYS_IN_MONTH", "PER_MONTH 4", "PER_WEEK 7", "PER_DAY 1"})
    void isWrittenAsItIsRead(String text) {
        assertThat(QuotaRule.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PER_MONTH",
                "PER_MONTH 0",
                "PER_MONTH -3",
                "PER_MONTH many",
                "PER_YEAR 5",
                "NONE 1",
                "PER_DAY 1 2"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> QuotaRule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMonthsDaysAreItsQuota() {
        QuotaRule rule = QuotaRule.parse("AS_MANY_AS_DAYS_IN_MONTH");

        assertThat(rule.limitAround(LocalDate.of(2026, 2, 10))).isEqualTo(28);
        assertThat(rule.limitAround(LocalDate.of(2028, 2, 10))).isEqualTo(29);
        assertThat(rule.limitAround(LocalDate.of(2026, 11, 30))).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "AS_MANY_AS_DAYS_IN_MONTH, 2026-03-10, 2026-03,        2026-03-01, 2026-04-01",
        "PER_MONTH 4,              2026-12-31, 2026-12,        2026-12-01, 2027-01-01",
        "PER_WEEK 7,               2026-03-10, 2026-03-09/P7D, 2026-03-09, 2026-03-16",
        "PER_WEEK 7,               2026-03-15, 2026-03-09/P7D, 2026-03-09, 2026-03-16",
        "PER_DAY 1,                2026-03-10, 2026-03-10,     2026-03-10, 2026-03-11"
    })
    void countsInAPeriodOfTheCalendar(String rule, LocalDate day, String key, LocalDate first, LocalDate next) {
        assertThat(QuotaRule.parse(rule).periodAround(day)).hasValue(new QuotaPeriod(key, first, next));
    }

    @Test
    void noLimitCountsNothing() {
        assertThat(QuotaRule.None.NONE.periodAround(LocalDate.EPOCH)).isEmpty();
    }
}
