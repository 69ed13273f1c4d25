package cn.siyu.domain.channel.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// How many contacts a platform lets through (频次规则), as a rule that knows the calendar.
///
/// Written in policy data as one text: `AS_MANY_AS_DAYS_IN_MONTH`, `PER_MONTH 4`, `PER_WEEK 7`,
/// `PER_DAY 1`, `NONE`.
public sealed interface QuotaRule {
    /// How a rule is written.
    String FORM = "AS_MANY_AS_DAYS_IN_MONTH, NONE, or PER_MONTH, PER_WEEK or PER_DAY with a number";

    /// No limit.
    enum None implements QuotaRule {
        NONE
    }

    /// As many in a calendar month as the month has days, on whichever days.
    enum AsManyAsDaysInMonth implements QuotaRule {
        AS_MANY_AS_DAYS_IN_MONTH
    }

    /// So many in a calendar month.
    record PerMonth(int limit) implements QuotaRule {
        public PerMonth {
            requirePositive(limit);
        }

        @Override
        public String toString() {
            return "PER_MONTH " + limit;
        }
    }

    /// So many in a calendar week, Monday to Sunday (which day a platform's week begins on is
    /// assumed).
    record PerWeek(int limit) implements QuotaRule {
        public PerWeek {
            requirePositive(limit);
        }

        @Override
        public String toString() {
            return "PER_WEEK " + limit;
        }
    }

    /// So many on one calendar day.
    record PerDay(int limit) implements QuotaRule {
        public PerDay {
            requirePositive(limit);
        }

        @Override
        public String toString() {
            return "PER_DAY " + limit;
        }
    }

    /// How many the rule lets through in its own period around a day; `Integer.MAX_VALUE` without a
    /// limit.
    default int limitAround(LocalDate day) {
        return switch (this) {
            case None _ -> Integer.MAX_VALUE;
            case AsManyAsDaysInMonth _ -> YearMonth.from(day).lengthOfMonth();
            case PerMonth(int limit) -> limit;
            case PerWeek(int limit) -> limit;
            case PerDay(int limit) -> limit;
        };
    }

    /// The period around a day in which the rule counts; empty if it counts nothing.
    ///
    /// @param day in the platform's calendar
    default Optional<QuotaPeriod> periodAround(LocalDate day) {
        return switch (this) {
            case None _ -> Optional.empty();
            case AsManyAsDaysInMonth _, PerMonth _ -> Optional.of(QuotaPeriod.month(YearMonth.from(day)));
            case PerWeek _ -> Optional.of(QuotaPeriod.weekOf(day));
            case PerDay _ -> Optional.of(QuotaPeriod.day(day));
        };
    }

    /// Reads a rule from its text.
    ///
    /// @throws IllegalArgumentException if it is not one
    static QuotaRule parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length == 1) {
            return switch (text) {
                case "NONE" -> None.NONE;
                case "AS_MANY_AS_DAYS_IN_MONTH" -> AsManyAsDaysInMonth.AS_MANY_AS_DAYS_IN_MONTH;
                default -> throw new IllegalArgumentException("not a quota rule: " + text);
            };
        }
        if (words.length != 2) {
            throw new IllegalArgumentException("not a quota rule: " + text);
        }
        int limit = Integer.parseInt(words[1]);
        return switch (words[0]) {
            case "PER_MONTH" -> new PerMonth(limit);
            case "PER_WEEK" -> new PerWeek(limit);
            case "PER_DAY" -> new PerDay(limit);
            default -> throw new IllegalArgumentException("not a quota rule: " + text);
        };
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a quota is 1 or more, was " + limit);
        }
    }
}
