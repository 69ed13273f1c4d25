package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.QuotaRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// What is used of a platform's quota.
///
/// @param rule the quota
/// @param used how many its period around today has seen
/// @param limit how many it lets through
/// @param free the first day on which another one fits if nothing else is sent
public record QuotaUse(QuotaRule rule, int used, int limit, LocalDate free) {
    private static final int WEEK = 7;

    /// The use of a quota that is spent; empty if another send fits in today.
    ///
    /// The ledger keeps days. Rules per day and per week are therefore kept by sending at most once a day.
    ///
    /// @param today in the platform's calendar
    static Optional<QuotaUse> spent(QuotaRule rule, DayLedger sent, LocalDate today) {
        int limit = rule.limitAround(today);
        return switch (rule) {
            case QuotaRule.None _ -> Optional.empty();
            case QuotaRule.AsManyAsDaysInMonth _ -> month(rule, sent, today, limit);
            case QuotaRule.PerMonth _ -> month(rule, sent, today, limit);
            case QuotaRule.PerWeek _ -> week(rule, sent, today, limit);
            case QuotaRule.PerDay _ ->
                sent.marked(today)
                        ? Optional.of(new QuotaUse(rule, limit, limit, today.plusDays(1)))
                        : Optional.empty();
        };
    }

    private static Optional<QuotaUse> month(QuotaRule rule, DayLedger sent, LocalDate today, int limit) {
        int used = sent.countInMonth(YearMonth.from(today));
        return used < limit
                ? Optional.empty()
                : Optional.of(new QuotaUse(
                        rule, used, limit, YearMonth.from(today).plusMonths(1).atDay(1)));
    }

    private static Optional<QuotaUse> week(QuotaRule rule, DayLedger sent, LocalDate today, int limit) {
        if (fitsInWeek(sent, today, limit)) {
            return Optional.empty();
        }
        LocalDate free = today.plusDays(1);
        while (!fitsInWeek(sent, free, limit)) {
            free = free.plusDays(1);
        }
        return Optional.of(new QuotaUse(rule, sent.countInDays(today, WEEK), limit, free));
    }

    private static boolean fitsInWeek(DayLedger sent, LocalDate day, int limit) {
        return !sent.marked(day) && sent.countInDays(day, WEEK) < limit;
    }
}
