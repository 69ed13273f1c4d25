package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A kind of value that a property or an entry of a list can have: how it is read, what stands in
/// for it after a mistake, and how the API document describes it.
///
/// @param schema its JSON Schema
/// @param standIn what a reader gets after a mistake
/// @param parser reads it; null says that a mistake was noted
record Kind<T>(
        Supplier<Map<String, Object>> schema, @Nullable T standIn, Parser<T> parser) {
    private static final PublicId NOBODY = new PublicId(new UUID(0, 0));

    @FunctionalInterface
    interface Parser<T> {
        @Nullable
        T parse(JsonNode node, String pointer, Scalars scalars);
    }

    static Kind<String> text(int shortest, int longest) {
        return new Kind<>(
                () -> Map.of("type", "string", "minLength", shortest, "maxLength", longest),
                "",
                (node, at, scalars) -> scalars.text(node, at, shortest, longest));
    }

    static Kind<Integer> integer(int least, int most) {
        return new Kind<>(
                () -> Map.of("type", "integer", "format", "int32", "minimum", least, "maximum", most),
                least,
                (node, at, scalars) -> {
                    Long number = scalars.whole(node, at, least, most);
                    return number == null ? null : number.intValue();
                });
    }

    static Kind<Long> longInteger(long least, long most) {
        return new Kind<>(
                () -> Map.of("type", "integer", "format", "int64", "minimum", least, "maximum", most),
                least,
                (node, at, scalars) -> scalars.whole(node, at, least, most));
    }

    static Kind<BigDecimal> decimal(BigDecimal least, BigDecimal most) {
        return new Kind<>(
                () -> Map.of("type", "number", "minimum", least, "maximum", most),
                least,
                (node, at, scalars) -> scalars.decimal(node, at, least, most));
    }

    static Kind<Double> ratio() {
        return new Kind<>(
                () -> Map.of("type", "number", "format", "double", "minimum", 0, "maximum", 1),
                0d,
                (node, at, scalars) -> {
                    BigDecimal number = scalars.decimal(node, at, BigDecimal.ZERO, BigDecimal.ONE);
                    return number == null ? null : number.doubleValue();
                });
    }

    static Kind<Boolean> flag() {
        return new Kind<>(() -> Map.of("type", "boolean"), false, (node, at, scalars) -> scalars.flag(node, at));
    }

    static Kind<Instant> instant() {
        return new Kind<>(
                () -> Map.of("type", "string", "format", "date-time"),
                Instant.EPOCH,
                (node, at, scalars) -> scalars.instant(node, at));
    }

    static Kind<LocalDate> date() {
        return new Kind<>(
                () -> Map.of("type", "string", "format", "date"),
                LocalDate.EPOCH,
                (node, at, scalars) -> scalars.date(node, at));
    }

    static Kind<LocalTime> localTime() {
        return new Kind<>(
                () -> Map.of("type", "string", "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"),
                LocalTime.MIDNIGHT,
                (node, at, scalars) -> scalars.localTime(node, at));
    }

    static Kind<ZoneId> zone() {
        return new Kind<>(
                () -> Map.of("type", "string", "minLength", 1, "maxLength", 64),
                ZoneOffset.UTC,
                (node, at, scalars) -> scalars.zone(node, at));
    }

    static Kind<Duration> duration(Duration least, Duration most) {
        return new Kind<>(
                () -> Map.of("type", "string", "format", "duration"),
                least,
                (node, at, scalars) -> scalars.duration(node, at, least, most));
    }

    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        return new Kind<>(
                () -> Map.of(
                        "type",
                        "string",
                        "enum",
                        Stream.of(type.getEnumConstants()).map(Enum::name).toList()),
                type.getEnumConstants()[0],
                (node, at, scalars) -> scalars.constant(node, at, type));
    }

    static Kind<PublicId> id(IdType type) {
        return new Kind<>(
                () -> Map.of("type", "string", "pattern", "^" + type.prefix() + "_[0-7][0-9a-hjkmnp-tv-z]{25}$"),
                NOBODY,
                (node, at, scalars) -> scalars.id(node, at, type));
    }

    static <T> Kind<T> object(Function<Input, T> reader) {
        return new Kind<>(() -> Input.describe(reader), null, (node, at, scalars) -> {
            if (!node.isObject()) {
                scalars.wrongType(at, Text.of("an object", "对象"), node);
                return null;
            }
            return Input.read(node, at, scalars.mistakes(), reader);
        });
    }

    static Kind<JsonNode> tree() {
        return new Kind<>(Map::of, JsonNode.nullNode(), (node, _, _) -> node);
    }

    static Kind<Map<String, String>> texts(int most, int longest) {
        return new Kind<>(
                () -> Map.of(
                        "type",
                        "object",
                        "maxProperties",
                        most,
                        "additionalProperties",
                        Map.of("type", "string", "maxLength", longest)),
                Map.of(),
                (node, at, scalars) -> scalars.texts(node, at, most, longest));
    }
}
