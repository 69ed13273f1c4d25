package cn.siyu.adapter.http.query;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Characters;
import cn.siyu.adapter.http.json.Nearest;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the values of a filter are, and how they compare.
///
/// @param operators the comparisons that make sense
/// @param single whether commas belong to the value instead of separating values
/// @param parse reads one value
public record FilterType(List<Operator> operators, boolean single, Function<String, Parsed> parse) {
    private static final List<Operator> EQUAL = List.of(Operator.IN);
    private static final List<Operator> ORDERED = List.of(Operator.values());
    private static final Pattern NUMBERS = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /// A value that was read, or what is wrong with it.
    public sealed interface Parsed {
        /// A value.
        record Good(Object value) implements Parsed {}

        /// What is wrong.
        record Bad(ProblemCode code, Text detail) implements Parsed {}
    }

    /// Texts of at most so many characters, separated by commas.
    public static FilterType text(int longest) {
        return new FilterType(EQUAL, false, text -> textOf(text, longest));
    }

    /// One text that may contain commas, such as an expression or a search.
    public static FilterType wholeText(int longest) {
        return new FilterType(EQUAL, true, text -> textOf(text, longest));
    }

    /// Constants of an enumeration.
    public static <E extends Enum<E>> FilterType oneOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> names = constants.stream().map(Enum::name).toList();
        return new FilterType(EQUAL, false, text -> {
            int index = names.indexOf(text);
            return index >= 0 ? new Parsed.Good(constants.get(index)) : bad(Nearest.unknown(text, names));
        });
    }

    /// `true` or `false`.
    public static FilterType flag() {
        return new FilterType(EQUAL, true, text -> switch (text) {
            case "true" -> new Parsed.Good(true);
            case "false" -> new Parsed.Good(false);
            default -> bad(Text.of("This must be true or false.", "此处应为 true 或 false。"));
        });
    }

    /// Numbers.
    public static FilterType number() {
        return new FilterType(
                ORDERED,
                false,
                text -> NUMBERS.matcher(text).matches()
                        ? new Parsed.Good(new BigDecimal(text))
                        : bad(Text.of("This must be a number, for example 12.5.", "此处应为数字，例如 12.5。")));
    }

    /// Moments, or dates, which then mean their first moment in UTC.
    public static FilterType instant() {
        return new FilterType(
                ORDERED,
                false,
                text -> parsed(
                        text,
                        each -> each.length() == 10
                                ? LocalDate.parse(each)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                : OffsetDateTime.parse(each).toInstant(),
                        moment -> moment.atZone(ZoneOffset.UTC).toLocalDate(),
                        Text.of(
                                "This must be a moment with its zone or a date, for example 2026-11-23T09:30:00Z.",
                                "此处应为带时区的时间或日期，例如 2026-11-23T09:30:00Z。")));
    }

    /// Dates.
    public static FilterType date() {
        return new FilterType(
                ORDERED,
                false,
                text -> parsed(
                        text,
                        LocalDate::parse,
                        date -> date,
                        Text.of("This must be a date, for example 2026-11-23.", "此处应为日期，例如 2026-11-23。")));
    }

    /// Ids of resources of one kind.
    public static FilterType id(IdType type) {
        return new FilterType(EQUAL, false, text -> switch (type.read(text)) {
            case IdType.Read.Right(var id) -> new Parsed.Good(id);
            case IdType.Read.Wrong(var code, var detail) -> new Parsed.Bad(code, detail);
        });
    }

    /// The id of one resource of a kind.
    public static FilterType oneId(IdType type) {
        return new FilterType(EQUAL, true, id(type).parse());
    }

    /// The same with one value only.
    public FilterType alone() {
        return new FilterType(operators, true, parse);
    }

    /// Reads the values of a parameter.
    List<Object> values(String name, String text, List<Mistake> mistakes) {
        Stream<String> parts = single ? Stream.of(text) : Stream.of(text.split(",", -1));
        return parts.limit(100)
                .map(parse)
                .<Object>mapMulti((parsed, out) -> {
                    switch (parsed) {
                        case Parsed.Good(var value) -> out.accept(value);
                        case Parsed.Bad(var code, var detail) -> mistakes.add(Mistake.inParameter(name, code, detail));
                    }
                })
                .toList();
    }

    private static Parsed textOf(String text, int longest) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest || !Characters.storable(text)) {
            return bad(Text.of("This must be text of 1 to %s characters.", "此处应为 1 到 %s 个字符的文本。", longest));
        }
        return new Parsed.Good(text);
    }

    /// @param day on which day a value lies; it must be one that databases know
    private static <T> Parsed parsed(
            String text, Function<String, T> parse, Function<T, LocalDate> day, Text complaint) {
        try {
            T value = parse.apply(text);
            LocalDate on = day.apply(value);
            return on.isBefore(FIRST) || on.isAfter(LAST)
                    ? bad(Text.of("This must lie between %s and %s.", "应在 %s 与 %s 之间。", FIRST, LAST))
                    : new Parsed.Good(value);
        } catch (DateTimeException e) {
            return bad(complaint);
        }
    }

    private static Parsed bad(Text detail) {
        return new Parsed.Bad(ProblemCode.INVALID_PARAMETER, detail);
    }
}
