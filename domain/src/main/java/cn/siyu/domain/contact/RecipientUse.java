package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.QuotaPeriod;
import cn.siyu.domain.channel.policy.QuotaRule;
import java.time.LocalDate;

/// How much of a platform's quotas one sender has used at one recipient: on the newest day, in that
/// day's week and in its month. Whichever of these periods the platform counts by, the number is
/// exact.
///
/// @param newestDay the newest day something was sent on, as days since 1970-01-01, in the
///     platform's zone
public record RecipientUse(long newestDay, int inDay, int inWeek, int inMonth) {
    /// Nothing sent yet.
    public static final RecipientUse NONE = new RecipientUse(0, 0, 0, 0);

    public RecipientUse {
        if (inDay < 0 || inWeek < 0 || inMonth < 0) {
            throw new IllegalArgumentException("0 or more are sent");
        }
    }

    /// With one more send on a day.
    public RecipientUse plus(LocalDate day) {
        return changed(day, 1);
    }

    /// With one send on a day taken back: it is certain that it never left.
    public RecipientUse minus(LocalDate day) {
        return day.toEpochDay() > newestDay ? this : changed(day, -1);
    }

    private RecipientUse changed(LocalDate day, int by) {
        LocalDate newest = LocalDate.ofEpochDay(newestDay);
        int sameDay = newest.equals(day) ? 1 : 0;
        int sameWeek = QuotaPeriod.weekOf(newest).equals(QuotaPeriod.weekOf(day)) ? 1 : 0;
        int sameMonth = month(newest).equals(month(day)) ? 1 : 0;
        if (day.isAfter(newest)) {
            return new RecipientUse(day.toEpochDay(), by, sameWeek * inWeek + by, sameMonth * inMonth + by);
        }
        return new RecipientUse(
                newestDay,
                Math.max(0, inDay + sameDay * by),
                Math.max(0, inWeek + sameWeek * by),
                Math.max(0, inMonth + sameMonth * by));
    }

    /// With the rule's period full: the platform said so.
    public RecipientUse full(QuotaRule rule, LocalDate day) {
        var seen = day.toEpochDay() > newestDay ? plus(day).minus(day) : this;
        int limit = rule.limitAround(day);
        return switch (rule) {
            case QuotaRule.None _ -> this;
            case QuotaRule.AsManyAsDaysInMonth _, QuotaRule.PerMonth _ ->
                new RecipientUse(seen.newestDay, seen.inDay, seen.inWeek, Math.max(seen.inMonth, limit));
            case QuotaRule.PerWeek _ ->
                new RecipientUse(seen.newestDay, seen.inDay, Math.max(seen.inWeek, limit), seen.inMonth);
            case QuotaRule.PerDay _ ->
                new RecipientUse(seen.newestDay, Math.max(seen.inDay, limit), seen.inWeek, seen.inMonth);
        };
    }

    /// How many the rule's period around a day has seen; days lie at or after the newest one.
    public int used(QuotaRule rule, LocalDate today) {
        LocalDate newest = LocalDate.ofEpochDay(newestDay);
        boolean samePeriod = rule.periodAround(newest).equals(rule.periodAround(today));
        if (!samePeriod) {
            return 0;
        }
        return switch (rule) {
            case QuotaRule.None _ -> 0;
            case QuotaRule.AsManyAsDaysInMonth _, QuotaRule.PerMonth _ -> inMonth;
            case QuotaRule.PerWeek _ -> inWeek;
            case QuotaRule.PerDay _ -> inDay;
        };
    }

    private static QuotaPeriod month(LocalDate day) {
        return QuotaPeriod.month(java.time.YearMonth.from(day));
    }
}
