package cn.siyu.domain.sop;

import cn.siyu.domain.content.Spelling;
import cn.siyu.domain.content.Wording;
import cn.siyu.domain.sop.SopMistake.Code;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one object of a tree; what can't be read is noted as a mistake and null. A
/// field that is absent and one that is null are the same.
final class Fields {
    private final Map<?, ?> map;
    private final boolean object;
    private final String pointer;
    private final List<SopMistake> mistakes;

    private Fields(Map<?, ?> map, boolean object, String pointer, List<SopMistake> mistakes) {
        this.map = map;
        this.object = object;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    static Fields of(@Nullable Object tree, String pointer, List<SopMistake> mistakes) {
        var fields = tree instanceof Map<?, ?> map
                ? new Fields(map, true, pointer, mistakes)
                : new Fields(Map.of(), false, pointer, mistakes);
        if (!fields.object) {
            fields.note(Code.WRONG_TYPE, Wording.of("Write an object here.", "此处应为对象。"), pointer);
        }
        return fields;
    }

    String at(String name) {
        return DocumentOrder.child(pointer, name);
    }

    @Nullable
    Object raw(String name) {
        return map.get(name);
    }

    boolean isObject() {
        return object;
    }

    /// Notes every field that isn't one of these.
    void only(String... names) {
        var known = Arrays.asList(names);
        for (Object key : map.keySet()) {
            String name = String.valueOf(key);
            if (!known.contains(name)) {
                String near = Spelling.nearest(name, known).orElse(null);
                var detail = Wording.of(
                        "There is no field '%s' here; there are %s.",
                        "此处没有字段“%s”，可用字段：%s。", name, String.join(", ", known));
                mistakes.add(new SopMistake(Code.UNKNOWN_FIELD.slug(), detail, at(name), near));
            }
        }
    }

    @Nullable
    Object required(String name) {
        Object value = map.get(name);
        if (value == null && isObject()) {
            note(Code.MISSING, Wording.of("The field '%s' is missing.", "缺少字段“%s”。", name), at(name));
        }
        return value;
    }

    @Nullable
    String text(String name) {
        Object value = required(name);
        return value == null ? null : text(value, at(name));
    }

    @Nullable
    String text(Object value, String where) {
        if (value instanceof String text) {
            return text;
        }
        note(Code.WRONG_TYPE, Wording.of("Write a text here.", "此处应为文本。"), where);
        return null;
    }

    @Nullable
    String text(String name, int most) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            note(Code.EMPTY, Wording.of("This must not be empty.", "此项不能为空。"), at(name));
            return null;
        }
        if (text.length() > most) {
            note(
                    Code.TOO_LONG,
                    Wording.of("This has %s characters and may have %s.", "此项有 %s 个字符，最多 %s 个。", text.length(), most),
                    at(name));
            return null;
        }
        return text;
    }

    /// A code of an open set, as `PRIVATE_CHAT`.
    @Nullable
    String code(String name, int most, @Nullable String otherwise) {
        if (map.get(name) == null && otherwise != null) {
            return otherwise;
        }
        String text = text(name, most);
        if (text == null || text.matches("[A-Z][A-Z0-9_]*")) {
            return text;
        }
        note(
                Code.UNKNOWN_CODE,
                Wording.of("A code has upper-case letters, digits and _.", "编码只含大写字母、数字和 _。"),
                at(name));
        return null;
    }

    /// A code of a closed set.
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type, @Nullable E otherwise) {
        Object value = otherwise == null ? required(name) : map.get(name);
        return value == null ? otherwise : constant(value, at(name), type);
    }

    <E extends Enum<E>> @Nullable E constant(Object value, String where, Class<E> type) {
        List<String> codes =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        String text = code(value, where, codes);
        return text == null ? null : Enum.valueOf(type, text);
    }

    /// One of these texts.
    @Nullable
    String code(Object value, String where, List<String> codes) {
        String text = text(value, where);
        if (text == null || codes.contains(text)) {
            return text;
        }
        var detail = Wording.of(
                "'%s' isn't known here; write one of %s.", "“%s”无法识别，可选：%s。", text, String.join(", ", codes));
        mistakes.add(new SopMistake(
                Code.UNKNOWN_CODE.slug(),
                detail,
                where,
                Spelling.nearest(text, codes).orElse(null)));
        return null;
    }

    boolean flag(String name, boolean otherwise) {
        return switch (map.get(name)) {
            case null -> otherwise;
            case Boolean value -> value;
            default -> {
                note(Code.WRONG_TYPE, Wording.of("Write true or false here.", "此处应为 true 或 false。"), at(name));
                yield otherwise;
            }
        };
    }

    @Nullable
    Integer whole(String name, int least, int most) {
        Object value = required(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number) || decimal(number) == null || !isWhole(number)) {
            note(Code.WRONG_TYPE, Wording.of("Write a whole number here.", "此处应为整数。"), at(name));
            return null;
        }
        var exact = new BigDecimal(number.toString());
        if (exact.compareTo(BigDecimal.valueOf(least)) < 0 || exact.compareTo(BigDecimal.valueOf(most)) > 0) {
            note(Code.OUT_OF_RANGE, Wording.of("Write %s to %s.", "取值范围 %s 到 %s。", least, most), at(name));
            return null;
        }
        return exact.intValueExact();
    }

    private static boolean isWhole(Number number) {
        BigDecimal exact = decimal(number);
        return exact != null && exact.stripTrailingZeros().scale() <= 0;
    }

    static @Nullable BigDecimal decimal(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException _) {
            return null; // NaN and infinities, which some JSON readers let through
        }
    }

    /// An ISO 8601 duration of days and smaller units.
    ///
    /// @param otherwise stands for an absent one; null if it must be there
    @Nullable
    Duration duration(String name, Duration least, Duration most, @Nullable Duration otherwise) {
        Object value = otherwise == null ? required(name) : map.get(name);
        return value == null ? otherwise : duration(value, name, least, most);
    }

    @Nullable
    Duration duration(Object value, String name, Duration least, Duration most) {
        try {
            if (value instanceof String text) {
                var duration = Duration.parse(text);
                if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                    return duration;
                }
                var detail =
                        Wording.of("Write %s to %s.", "取值范围 %s 到 %s。", Durations.text(least), Durations.text(most));
                note(Code.OUT_OF_RANGE, detail, at(name));
                return null;
            }
        } catch (DateTimeException _) {
            // noted below
        }
        note(Code.WRONG_TYPE, Wording.of("Write a duration such as P3D or PT90M.", "此处应为时长，如 P3D、PT90M。"), at(name));
        return null;
    }

    @Nullable
    LocalTime time(String name) {
        Object value = required(name);
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof String text && text.length() <= 8) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException _) {
            // noted below
        }
        note(Code.WRONG_TYPE, Wording.of("Write a time of day such as 10:00.", "此处应为时刻，如 10:00。"), at(name));
        return null;
    }

    /// A list; an absent one is empty.
    List<@Nullable Object> list(String name, int most) {
        Object value = map.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            note(Code.WRONG_TYPE, Wording.of("Write a list here.", "此处应为列表。"), at(name));
            return List.of();
        }
        if (list.size() > most) {
            note(Code.TOO_MANY, Wording.of("There may be %s.", "最多 %s 个。", most), at(name));
            return List.of();
        }
        return new ArrayList<>(list);
    }

    void note(Code code, Wording detail, String where) {
        mistakes.add(new SopMistake(code, detail, where));
    }
}
