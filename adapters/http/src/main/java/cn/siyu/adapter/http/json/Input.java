package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.domain.id.PublicId;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One JSON object of a request, asked for its properties by name. What is never asked for is unknown and refused.
public final class Input {
    private final JsonNode object;
    private final Set<String> written;
    private final String pointer;
    private final Mistakes mistakes;
    private final Scalars scalars;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> readOnly = new HashSet<>();

    private Input(JsonNode object, Set<String> written, String pointer, Mistakes mistakes) {
        this.object = object;
        this.written = written;
        this.pointer = pointer;
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
    }

    /// Reads an object into a record. A reader that trips over a stand-in is a consequence of a mistake that was noted,
    /// so the trip itself is not told.
    static <T> @Nullable T read(JsonNode object, String pointer, Mistakes mistakes, Function<Input, T> reader) {
        return read(new Input(object, Set.of(), pointer, mistakes), reader);
    }

    /// Reads a whole body.
    ///
    /// @param written the names that the client itself wrote: none of them may be one that only the product sets
    static <T> @Nullable T readWhole(
            JsonNode object, Set<String> written, Mistakes mistakes, Function<Input, T> reader) {
        var input = new Input(object, written, "", mistakes);
        input.readOnly("id", "createdAt", "updatedAt", "version");
        return read(input, reader);
    }

    private static <T> @Nullable T read(Input input, Function<Input, T> reader) {
        T result = null;
        try {
            result = reader.apply(input);
        } catch (RuntimeException e) {
            if (!input.mistakes.any()) {
                throw e;
            }
        }
        input.refuseUnknown();
        return result;
    }

    /// Text of 1 to `longest` characters (code points), not blank.
    public Field<String> text(String name, int longest) {
        return textOrEmpty(name, longest)
                .where(text -> !text.isBlank(), ProblemCode.EMPTY, Text.of("%s is empty.", "%s 为空。", name));
    }

    /// Text of 0 to `longest` characters (code points).
    public Field<String> textOrEmpty(String name, int longest) {
        return field(name, "", (node, at) -> scalars.text(node, at, longest));
    }

    /// A whole number, both ends included.
    public Field<Integer> integer(String name, int least, int most) {
        return field(name, least, (node, at) -> {
            Long number = scalars.whole(node, at, least, most);
            return number == null ? null : number.intValue();
        });
    }

    /// A whole number, both ends included.
    public Field<Long> longInteger(String name, long least, long most) {
        return field(name, least, (node, at) -> scalars.whole(node, at, least, most));
    }

    /// A number, both ends included, with at most 6 digits after the point.
    public Field<BigDecimal> decimal(String name, BigDecimal least, BigDecimal most) {
        return field(name, least, (node, at) -> scalars.decimal(node, at, least, most));
    }

    /// A ratio, 0 to 1.
    public Field<Double> ratio(String name) {
        return field(name, 0d, (node, at) -> {
            BigDecimal number = scalars.decimal(node, at, BigDecimal.ZERO, BigDecimal.ONE);
            return number == null ? null : number.doubleValue();
        });
    }

    /// `true` or `false`.
    public Field<Boolean> flag(String name) {
        return field(name, Boolean.FALSE, scalars::flag);
    }

    /// A moment: RFC 3339 with a zone.
    public Field<Instant> instant(String name) {
        return field(name, Instant.EPOCH, scalars::instant);
    }

    /// A date such as `2026-11-23`.
    public Field<LocalDate> date(String name) {
        return field(name, LocalDate.EPOCH, scalars::date);
    }

    /// A time of day such as `09:30`.
    public Field<LocalTime> localTime(String name) {
        return field(name, LocalTime.MIDNIGHT, scalars::localTime);
    }

    /// An IANA time zone such as `Asia/Shanghai`.
    public Field<ZoneId> zone(String name) {
        return field(name, ZoneOffset.UTC, scalars::zone);
    }

    /// An ISO 8601 duration such as `PT20S` or `P3D`, both ends included.
    public Field<Duration> duration(String name, Duration least, Duration most) {
        return field(name, least, (node, at) -> scalars.duration(node, at, least, most));
    }

    /// One of the constants of an enumeration, as written there.
    public <E extends Enum<E>> Field<E> oneOf(String name, Class<E> type) {
        return field(name, type.getEnumConstants()[0], (node, at) -> scalars.constant(node, at, type));
    }

    /// The id of a resource of one kind.
    public Field<PublicId> id(String name, IdType type) {
        return field(name, Scalars.NOBODY, (node, at) -> scalars.id(node, at, type));
    }

    /// An object inside this one.
    public <T> Field<T> object(String name, Function<Input, T> reader) {
        return field(name, null, (node, at) -> {
            if (!node.isObject()) {
                scalars.wrongType(at, Text.of("an object", "对象"), node);
                return null;
            }
            return read(node, at, mistakes, reader);
        });
    }

    /// A list; say next what its entries are.
    public Entries list(String name, int fewest, int most) {
        return new Entries(
                field(name, List.<JsonNode>of(), (node, at) -> scalars.entries(node, at, fewest, most)),
                at(name),
                mistakes);
    }

    /// An object as it stands, for things with a reader of their own (expressions, attributes of the caller).
    public Field<JsonNode> tree(String name) {
        return field(name, JsonNode.nullNode(), (node, at) -> node);
    }

    /// Text by text, such as labels: at most `most` entries, names and values of at most `longest` characters.
    public Field<Map<String, String>> texts(String name, int most, int longest) {
        return field(name, Map.<String, String>of(), (node, at) -> scalars.texts(node, at, most, longest));
    }

    /// Reads this object by what one of its properties says: each known value of the property has a reader of its own.
    ///
    /// @return never null unless a mistake was noted
    @SuppressWarnings("NullAway") // see Field: after a mistake nobody sees the result
    public <T> T choose(String name, Map<String, Function<Input, ? extends T>> readers) {
        String kind = text(name, 60).get();
        Function<Input, ? extends T> reader = readers.get(kind);
        if (reader != null) {
            return reader.apply(this);
        }
        asked.addAll(names());
        if (!kind.isEmpty()) {
            scalars.notOneOf(at(name), kind, readers.keySet());
        }
        return null;
    }

    /// Names properties that only the product sets, beside `id`, `createdAt`, `updatedAt` and `version`, which are so
    /// everywhere. They are a mistake in a new thing and in a patch, and ignored where a whole thing is sent back.
    public void readOnly(String... names) {
        for (String name : names) {
            if (readOnly.add(name) && written.contains(name)) {
                mistakes.add(
                        at(name),
                        ProblemCode.READ_ONLY,
                        Text.of("%s is set by the product; leave it out.", "%s 由系统设定，请去掉。", name));
            }
        }
    }

    /// Whether the property is there, even as null.
    public boolean has(String name) {
        asked.add(name);
        return object.get(name) != null;
    }

    /// Notes a mistake that concerns several properties, at one of them.
    public void complain(String name, ProblemCode code, Text detail) {
        mistakes.add(at(name), code, detail);
    }

    private <T> Field<T> field(String name, @Nullable T standIn, Parser<T> parser) {
        asked.add(name);
        JsonNode node = object.get(name);
        String at = at(name);
        return node == null || node.isNull()
                ? Field.absent(mistakes, at, standIn)
                : Field.of(mistakes, at, parser.parse(node, at), standIn);
    }

    private String at(String name) {
        return Pointers.child(pointer, name);
    }

    private Set<String> names() {
        var names = new LinkedHashSet<String>();
        object.entries().forEach(entry -> names.add(entry.getKey()));
        return names;
    }

    private void refuseUnknown() {
        for (String name : names()) {
            if (!asked.contains(name) && !readOnly.contains(name)) {
                mistakes.add(at(name), ProblemCode.UNKNOWN_PROPERTY, Nearest.unknown(name, asked));
            }
        }
    }

    /// Reads one value; null says that a mistake was noted.
    @FunctionalInterface
    interface Parser<T> {
        @Nullable
        T parse(JsonNode node, String pointer);
    }
}
