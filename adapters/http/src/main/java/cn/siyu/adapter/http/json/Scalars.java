package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads single values. Each method notes a mistake and answers null if the value is not what it
/// should be.
final class Scalars {
    private static final int MOST_DIGITS = 6;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST_MOMENT = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T00:00:00Z");

    private final Mistakes mistakes;

    Scalars(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    @Nullable
    String text(JsonNode node, String at, int shortest, int longest) {
        if (!node.isString()) {
            wrongType(at, Text.of("text", "文本"), node);
            return null;
        }
        String text = node.getStringValue();
        if (shortest > 0 && text.isBlank()) {
            mistakes.add(at, ProblemCode.EMPTY, Text.of("This must not be empty.", "此处不能为空。"));
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            mistakes.add(
                    at,
                    ProblemCode.TOO_LONG,
                    Text.of(
                            "At most %s characters are possible; these are %s.",
                            "最多 %s 个字符，现为 %s 个。", longest, length));
            return null;
        }
        return text;
    }

    @Nullable
    Long whole(JsonNode node, String at, long least, long most) {
        if (!node.isNumber()) {
            wrongType(at, Text.of("a whole number", "整数"), node);
            return null;
        }
        BigDecimal number = node.getBigDecimalValue();
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            wrongType(at, Text.of("a whole number", "整数"), node);
            return null;
        }
        return inRange(number, at, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                ? number.longValueExact()
                : null;
    }

    @Nullable
    BigDecimal decimal(JsonNode node, String at, BigDecimal least, BigDecimal most) {
        if (!node.isNumber()) {
            wrongType(at, Text.of("a number", "数字"), node);
            return null;
        }
        BigDecimal number = node.getBigDecimalValue();
        if (!inRange(number, at, least, most)) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > MOST_DIGITS) {
            badFormat(at, Text.of("a number with at most 6 digits after the point", "小数点后最多 6 位的数字"), "0.125");
            return null;
        }
        return number;
    }

    @Nullable
    Boolean flag(JsonNode node, String at) {
        if (!node.isBoolean()) {
            wrongType(at, Text.of("true or false", "true 或 false"), node);
            return null;
        }
        return node.getBooleanValue();
    }

    @Nullable
    Instant instant(JsonNode node, String at) {
        Instant moment = parsed(
                node,
                at,
                text -> OffsetDateTime.parse(text).toInstant(),
                Text.of("a moment with its zone, as in RFC 3339", "带时区的时间（RFC 3339）"),
                "2026-11-23T09:30:00Z");
        if (moment != null && (moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT))) {
            outOfRange(at, FIRST_MOMENT, LAST_MOMENT);
            return null;
        }
        return moment;
    }

    @Nullable
    LocalDate date(JsonNode node, String at) {
        LocalDate date = parsed(node, at, LocalDate::parse, Text.of("a date", "日期"), "2026-11-23");
        if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
            outOfRange(at, FIRST_YEAR, LAST_YEAR);
            return null;
        }
        return date;
    }

    @Nullable
    LocalTime localTime(JsonNode node, String at) {
        return parsed(node, at, LocalTime::parse, Text.of("a time of day", "一天中的时间"), "09:30");
    }

    @Nullable
    ZoneId zone(JsonNode node, String at) {
        return parsed(
                node,
                at,
                Scalars::region,
                Text.of("an IANA time zone by its name, not an offset", "IANA 时区名称，而非时差"),
                "Asia/Shanghai");
    }

    /// An offset is no zone: it knows no rules, and databases read its sign the other way round.
    private static ZoneId region(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new DateTimeException("no region");
        }
        return ZoneId.of(name);
    }

    @Nullable
    Duration duration(JsonNode node, String at, Duration least, Duration most) {
        Duration duration =
                parsed(node, at, Duration::parse, Text.of("an ISO 8601 duration", "ISO 8601 时长"), "P3D, PT20S");
        if (duration != null && (duration.compareTo(least) < 0 || duration.compareTo(most) > 0)) {
            outOfRange(at, least, most);
            return null;
        }
        return duration;
    }

    <E extends Enum<E>> @Nullable E constant(JsonNode node, String at, Class<E> type) {
        if (!node.isString()) {
            wrongType(at, Text.of("text", "文本"), node);
            return null;
        }
        List<E> constants = List.of(type.getEnumConstants());
        String text = node.getStringValue();
        E found = constants.stream()
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
        if (found == null) {
            notOneOf(at, text, constants.stream().map(Enum::name).toList());
        }
        return found;
    }

    @Nullable
    PublicId id(JsonNode node, String at, IdType type) {
        if (!node.isString()) {
            wrongType(at, Text.of("text", "文本"), node);
            return null;
        }
        return switch (type.read(node.getStringValue())) {
            case IdType.Read.Right(var id) -> id;
            case IdType.Read.Wrong(var code, var detail) -> {
                ProblemCode inBody = code == ProblemCode.MALFORMED_ID ? ProblemCode.BAD_FORMAT : code;
                mistakes.add(at, inBody, detail);
                yield null;
            }
        };
    }

    @Nullable
    Map<String, String> texts(JsonNode node, String at, int most, int longest) {
        if (!node.isObject()) {
            wrongType(at, Text.of("an object", "对象"), node);
            return null;
        }
        if (node.size() > most) {
            mistakes.add(at, ProblemCode.TOO_MANY, Text.of("At most %s entries are possible.", "最多 %s 项。", most));
            return null;
        }
        var texts = new LinkedHashMap<String, String>();
        node.entries().forEach(entry -> {
            String place = Pointers.child(at, entry.getKey());
            String value = text(entry.getValue(), place, 0, longest);
            if (value != null && entry.getKey().length() <= longest) {
                texts.put(entry.getKey(), value);
            } else if (value != null) {
                mistakes.add(place, ProblemCode.TOO_LONG, Text.of("The name is too long.", "名称过长。"));
            }
        });
        return texts;
    }

    void wrongType(String at, Text expected, JsonNode found) {
        Text kind = kind(found);
        mistakes.add(
                at,
                ProblemCode.WRONG_TYPE,
                new Text(
                        "This must be " + expected.en() + ", but is " + kind.en() + ".",
                        "此处应为" + expected.zh() + "，现为" + kind.zh() + "。"));
    }

    void notOneOf(String at, String given, Collection<String> possible) {
        String list = String.join(", ", possible);
        Text detail = Nearest.to(given, possible)
                .map(near -> Text.of("Possible: %s. Did you mean %s?", "可用：%s。是否想写 %s？", list, near))
                .orElseGet(() -> Text.of("Possible: %s.", "可用：%s。", list));
        mistakes.add(at, ProblemCode.NOT_ONE_OF, detail);
    }

    private <T> @Nullable T parsed(JsonNode node, String at, Function<String, T> parse, Text expected, String example) {
        if (!node.isString()) {
            wrongType(at, Text.of("text", "文本"), node);
            return null;
        }
        try {
            return parse.apply(node.getStringValue());
        } catch (DateTimeException e) {
            badFormat(at, expected, example);
            return null;
        }
    }

    private void badFormat(String at, Text expected, String example) {
        mistakes.add(
                at,
                ProblemCode.BAD_FORMAT,
                new Text(
                        "This must be " + expected.en() + ", for example " + example + ".",
                        "此处应为" + expected.zh() + "，例如 " + example + "。"));
    }

    private boolean inRange(BigDecimal number, String at, BigDecimal least, BigDecimal most) {
        boolean inside = number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        if (!inside) {
            outOfRange(at, least.toPlainString(), most.toPlainString());
        }
        return inside;
    }

    private void outOfRange(String at, Object least, Object most) {
        mistakes.add(
                at,
                ProblemCode.OUT_OF_RANGE,
                Text.of("This must lie between %s and %s.", "应在 %s 与 %s 之间。", least, most));
    }

    private static Text kind(JsonNode node) {
        if (node.isString()) {
            return Text.of("text", "文本");
        }
        if (node.isNumber()) {
            return Text.of("a number", "数字");
        }
        if (node.isBoolean()) {
            return Text.of("true or false", "布尔值");
        }
        if (node.isNull()) {
            return Text.same("null");
        }
        return node.isArray() ? Text.of("a list", "列表") : Text.of("an object", "对象");
    }
}
