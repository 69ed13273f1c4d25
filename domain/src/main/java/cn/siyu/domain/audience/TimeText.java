package cn.siyu.domain.audience;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads and writes times: a date, an RFC 3339 instant, or `now` with an ISO 8601 duration of
/// weeks, days and time.
final class TimeText {
    private static final String DURATION =
            "P(?=.)(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?(?:T(?=.)(?:([0-9]{1,6})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?";
    private static final Pattern FROM_NOW = Pattern.compile("now(?:\\s*([+-])\\s*" + DURATION + ")?");
    private static final Duration FURTHEST = Duration.ofDays(36_500);
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private TimeText() {}

    static Optional<Literal.Time> read(String text) {
        Matcher fromNow = FROM_NOW.matcher(text);
        if (fromNow.matches()) {
            Duration offset = duration(fromNow);
            return offset.abs().compareTo(FURTHEST) > 0 ? Optional.empty() : Optional.of(new Literal.FromNow(offset));
        }
        try {
            if (text.length() == 10) {
                LocalDate date = LocalDate.parse(text);
                return date.getYear() < 1970 || date.getYear() > 9998
                        ? Optional.empty()
                        : Optional.of(new Literal.Day(date));
            }
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.isBefore(FIRST) || instant.isAfter(LAST)
                    ? Optional.empty()
                    : Optional.of(new Literal.Moment(instant));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Duration duration(Matcher m) {
        if (m.group(1) == null) {
            return Duration.ZERO;
        }
        Duration sum = Duration.ofDays(7 * amount(m, 2) + amount(m, 3))
                .plusHours(amount(m, 4))
                .plusMinutes(amount(m, 5))
                .plusSeconds(amount(m, 6));
        return m.group(1).equals("-") ? sum.negated() : sum;
    }

    private static long amount(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    static String write(Literal.Time time) {
        return switch (time) {
            case Literal.Moment(var instant) -> instant.toString();
            case Literal.Day(var date) -> date.toString();
            case Literal.FromNow(var offset) when offset.isZero() -> "now";
            case Literal.FromNow(var offset) -> "now " + (offset.isNegative() ? "- " : "+ ") + write(offset.abs());
        };
    }

    private static String write(Duration d) {
        StringBuilder text = new StringBuilder("P");
        part(text, d.toDaysPart(), 'D');
        Duration rest = d.minusDays(d.toDaysPart());
        if (!rest.isZero()) {
            text.append('T');
            part(text, rest.toHoursPart(), 'H');
            part(text, rest.toMinutesPart(), 'M');
            part(text, rest.toSecondsPart(), 'S');
        }
        return text.toString();
    }

    private static void part(StringBuilder text, long amount, char unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }
}
