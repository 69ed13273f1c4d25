package cn.siyu.domain.channel.policy;

import cn.siyu.domain.channel.policy.PolicyProblem.Code;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns a tree of plain values into a typed policy and collects every mistake on the way, unknown
/// keys included.
///
/// A getter that meets a mistake notes it and answers a harmless stand-in, so that reading goes on
/// and the next mistake is found too; what was read is handed out only if there was none.
public final class PolicyReader {
    private final String pointer;
    private final Map<String, Object> tree;
    private final List<PolicyProblem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    private PolicyReader(String pointer, Map<String, Object> tree, List<PolicyProblem> problems) {
        this.pointer = pointer;
        this.tree = tree;
        this.problems = problems;
    }

    /// Reads a whole tree.
    ///
    /// @param into asks the reader for every key the policy has
    public static <T> PolicyReading<T> read(Map<String, ?> tree, Function<PolicyReader, T> into) {
        List<PolicyProblem> problems = new ArrayList<>();
        T value = new PolicyReader("", PolicyTree.texts(tree), problems).all(into);
        return problems.isEmpty() ? new PolicyReading.Accepted<>(value) : new PolicyReading.Rejected<>(problems);
    }

    private <T> T all(Function<PolicyReader, T> into) {
        T value = into.apply(this);
        tree.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> note(key, Code.UNKNOWN_KEY, "is not known here; known are " + known));
        return value;
    }

    /// Whether a key that may be left out is there.
    public boolean has(String key) {
        known.add(key);
        return tree.get(key) != null;
    }

    public String text(String key) {
        return read(key, String.class, "a text", text -> text, "");
    }

    /// Texts, none of them blank.
    public List<String> texts(String key) {
        return texts(key, "a text", text -> !text.isBlank());
    }

    /// Texts of a form.
    public List<String> texts(String key, String form, Predicate<String> sound) {
        return listed(key, form, text -> {
            if (!sound.test(text)) {
                throw new IllegalArgumentException(form);
            }
            return text;
        });
    }

    public boolean flag(String key) {
        return read(key, Boolean.class, "true or false", flag -> flag, false);
    }

    public LocalDate date(String key) {
        return parsed(key, "a date like 2025-11-17", LocalDate::parse, LocalDate.EPOCH);
    }

    public LocalTime time(String key) {
        return parsed(key, "a time of day like 22:00", LocalTime::parse, LocalTime.MIDNIGHT);
    }

    public ZoneId zone(String key) {
        return parsed(key, "a time zone like Asia/Shanghai", ZoneId::of, ZoneOffset.UTC);
    }

    public QuotaRule quota(String key) {
        return parsed(key, QuotaRule.FORM, QuotaRule::parse, QuotaRule.None.NONE);
    }

    public List<QuotaRule> quotas(String key) {
        return listed(key, QuotaRule.FORM, QuotaRule::parse);
    }

    /// Calendar periods like `P30D` or `P1Y`.
    public List<Period> periods(String key) {
        return listed(key, "a period like P30D", Period::parse);
    }

    /// Durations like `PT4H`.
    public List<Duration> durations(String key) {
        return listed(key, "a duration like PT4H", Duration::parse);
    }

    /// A span of exact time like `PT72H` or `P7D` (a day is 24 hours).
    ///
    /// @param least the shortest that makes sense
    /// @param most the longest that makes sense
    public Duration duration(String key, Duration least, Duration most) {
        Duration value = parsed(key, "a duration like PT72H or P7D", Duration::parse, least);
        return within(key, value, least, most);
    }

    public int integer(String key, int least, int most) {
        BigDecimal value = number(key, BigDecimal.valueOf(least));
        if (value.stripTrailingZeros().scale() > 0) {
            note(key, Code.WRONG_TYPE, "must be a whole number, is " + value);
            return least;
        }
        return within(key, value, BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                .intValueExact();
    }

    public double decimal(String key, double least, double most) {
        return within(key, number(key, BigDecimal.valueOf(least)), BigDecimal.valueOf(least), BigDecimal.valueOf(most))
                .doubleValue();
    }

    public <E extends Enum<E>> E oneOf(String key, Class<E> names) {
        E[] all = names.getEnumConstants();
        return parsed(key, "one of " + Arrays.toString(all), text -> Enum.valueOf(names, text), all[0]);
    }

    /// A list of names of constants.
    public <E extends Enum<E>> List<E> allOf(String key, Class<E> names) {
        return listed(key, "one of " + Arrays.toString(names.getEnumConstants()), text -> Enum.valueOf(names, text));
    }

    /// An object inside this one.
    public <T> T object(String key, Function<PolicyReader, T> into) {
        return inside(key, at(key)).all(into);
    }

    /// An object whose keys the policy does not fix: a kind of evidence, a channel.
    public <T> Map<String, T> entries(String key, Function<PolicyReader, T> into) {
        PolicyReader inside = inside(key, at(key));
        Map<String, T> entries = new LinkedHashMap<>();
        inside.tree.keySet().forEach(name -> entries.put(name, inside.object(name, into)));
        return entries;
    }

    /// An object that is handed on as it is.
    public Map<String, Object> tree(String key) {
        return inside(key, at(key)).tree;
    }

    /// Notes a contradiction or another mistake that shows only when several values are seen
    /// together.
    public void check(boolean sound, String key, Code code, String detail) {
        if (!sound) {
            note(key, code, detail);
        }
    }

    /// Notes a contradiction between values that are sound one by one.
    public void check(boolean sound, String key, String detail) {
        check(sound, key, Code.CONTRADICTION, detail);
    }

    private PolicyReader inside(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new PolicyReader(below(key), PolicyTree.texts(map), problems);
        }
        noteUnlike(key, value, "an object");
        // what an absent object lacks inside is not worth a complaint of its own
        return new PolicyReader(below(key), Map.of(), new ArrayList<>());
    }

    private BigDecimal number(String key, BigDecimal standIn) {
        return read(key, Number.class, "a number", number -> new BigDecimal(number.toString()), standIn);
    }

    private <T> T parsed(String key, String form, Function<String, T> parse, T standIn) {
        return read(key, String.class, form, parse, standIn);
    }

    private <V, T> T read(String key, Class<V> type, String form, Function<V, T> convert, T standIn) {
        Object value = at(key);
        if (type.isInstance(value)) {
            try {
                return convert.apply(type.cast(value));
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                note(key, Code.WRONG_TYPE, "must be " + form + ", is '" + value + "'");
                return standIn;
            }
        }
        noteUnlike(key, value, form);
        return standIn;
    }

    private <T> List<T> listed(String key, String form, Function<String, T> parse) {
        Object value = at(key);
        if (!(value instanceof List<?> list)) {
            noteUnlike(key, value, "a list, each " + form);
            return List.of();
        }
        List<T> parsed = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            try {
                parsed.add(parse.apply(String.valueOf(list.get(i))));
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                note(key + "/" + i, Code.WRONG_TYPE, "must be " + form + ", is '" + list.get(i) + "'");
            }
        }
        return List.copyOf(parsed);
    }

    private <C extends Comparable<C>> C within(String key, C value, C least, C most) {
        if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
            return value;
        }
        note(key, Code.OUT_OF_RANGE, "must lie between " + least + " and " + most + ", is " + value);
        return least;
    }

    private @Nullable Object at(String key) {
        known.add(key);
        return tree.get(key);
    }

    private void noteUnlike(String key, @Nullable Object value, String form) {
        if (value == null) {
            note(key, Code.MISSING, "is missing; it must be " + form);
        } else {
            note(key, Code.WRONG_TYPE, "must be " + form + ", is '" + value + "'");
        }
    }

    private void note(String key, Code code, String detail) {
        problems.add(new PolicyProblem(below(key), code, detail));
    }

    private String below(String key) {
        return pointer + "/" + key;
    }
}
