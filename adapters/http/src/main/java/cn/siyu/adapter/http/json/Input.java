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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One JSON object of a request, asked for its properties by name. What is never asked for is
/// unknown and refused.
public final class Input {
    private final JsonNode object;
    private final Set<String> written;
    private final String pointer;
    private final Mistakes mistakes;
    private final Scalars scalars;
    private final @Nullable Description description;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> readOnly = new HashSet<>();

    private Input(
            JsonNode object,
            Set<String> written,
            String pointer,
            Mistakes mistakes,
            @Nullable Description description) {
        this.object = object;
        this.written = written;
        this.pointer = pointer;
        this.mistakes = mistakes;
        this.scalars = new Scalars(mistakes);
        this.description = description;
    }

    /// Reads an object into a record. A reader that trips over a stand-in is a consequence of a
    /// mistake that was noted, so the trip itself is not told.
    static <T> @Nullable T read(JsonNode object, String pointer, Mistakes mistakes, Function<Input, T> reader) {
        return read(new Input(object, Set.of(), pointer, mistakes, null), reader);
    }

    /// Reads a whole body.
    ///
    /// @param written the names that the client itself wrote: none of them may be one that only the
    ///     product sets
    static <T> @Nullable T readWhole(
            JsonNode object, Set<String> written, Mistakes mistakes, Function<Input, T> reader) {
        var input = new Input(object, written, "", mistakes, null);
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

    /// The JSON Schema of what a reader reads: the reader runs without an object, and is watched.
    public static Map<String, Object> describe(Function<Input, ?> reader) {
        var description = new Description();
        var nothing = JsonNode.createObjectNode(Map.of());
        var input = new Input(nothing, Set.of(), "", new Mistakes(nothing, List.of()), description);
        try {
            var _ = reader.apply(input);
        } catch (NullPointerException | IllegalArgumentException e) {
            // it used a stand-in as if it were a value, after it had asked for everything
        }
        return description.schema();
    }

    /// Text of 1 to `longest` characters (code points), not blank.
    public Field<String> text(String name, int longest) {
        return field(name, Kind.text(1, longest));
    }

    /// Text of 0 to `longest` characters (code points).
    public Field<String> textOrEmpty(String name, int longest) {
        return field(name, Kind.text(0, longest));
    }

    /// A whole number, both ends included.
    public Field<Integer> integer(String name, int least, int most) {
        return field(name, Kind.integer(least, most));
    }

    /// A whole number, both ends included.
    public Field<Long> longInteger(String name, long least, long most) {
        return field(name, Kind.longInteger(least, most));
    }

    /// A number, both ends included, with at most 6 digits after the point.
    public Field<BigDecimal> decimal(String name, BigDecimal least, BigDecimal most) {
        return field(name, Kind.decimal(least, most));
    }

    /// A ratio, 0 to 1.
    public Field<Double> ratio(String name) {
        return field(name, Kind.ratio());
    }

    /// `true` or `false`.
    public Field<Boolean> flag(String name) {
        return field(name, Kind.flag());
    }

    /// A moment: RFC 3339 with a zone.
    public Field<Instant> instant(String name) {
        return field(name, Kind.instant());
    }

    /// A date such as `2026-11-23`.
    public Field<LocalDate> date(String name) {
        return field(name, Kind.date());
    }

    /// A time of day such as `09:30`.
    public Field<LocalTime> localTime(String name) {
        return field(name, Kind.localTime());
    }

    /// An IANA time zone such as `Asia/Shanghai`.
    public Field<ZoneId> zone(String name) {
        return field(name, Kind.zone());
    }

    /// An ISO 8601 duration such as `PT20S` or `P3D`, both ends included.
    public Field<Duration> duration(String name, Duration least, Duration most) {
        return field(name, Kind.duration(least, most));
    }

    /// One of the constants of an enumeration, as written there.
    public <E extends Enum<E>> Field<E> oneOf(String name, Class<E> type) {
        return field(name, Kind.oneOf(type));
    }

    /// The id of a resource of one kind.
    public Field<PublicId> id(String name, IdType type) {
        return field(name, Kind.id(type));
    }

    /// An object inside this one.
    public <T> Field<T> object(String name, Function<Input, T> reader) {
        return field(name, Kind.object(reader));
    }

    /// A list; say next what its entries are.
    public Entries list(String name, int fewest, int most) {
        return new Entries(this, name, fewest, most);
    }

    /// A value as it stands, for things with a reader of their own (expressions, attributes of the
    /// caller).
    public Field<JsonNode> tree(String name) {
        return field(name, Kind.tree());
    }

    /// As [#tree(String)], with a JSON Schema of what its own reader takes.
    public Field<JsonNode> tree(String name, Map<String, Object> schema) {
        return field(name, new Kind<>(() -> schema, JsonNode.nullNode(), (node, _, _) -> node));
    }

    /// Text by text, such as labels: at most `most` entries, names and values of at most `longest`
    /// characters.
    public Field<Map<String, String>> texts(String name, int most, int longest) {
        return field(name, Kind.texts(most, longest));
    }

    /// Reads this object by what one of its properties says: each known value of the property has a
    /// reader of its own.
    ///
    /// @return never null unless a mistake was noted
    @SuppressWarnings("NullAway") // see Field: after a mistake nobody sees the result
    public <T> T choose(String name, Map<String, Function<Input, ? extends T>> readers) {
        if (description != null) {
            readers.forEach((value, reader) -> description.variant(name, value, describe(reader)));
        }
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

    /// Names properties that only the product sets, beside `id`, `createdAt`, `updatedAt` and
    /// `version`, which are so everywhere. They are a mistake in a new thing and in a patch, and
    /// ignored where a whole thing is sent back.
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

    /// Whether the field is there and not null.
    public boolean hasValue(String name) {
        asked.add(name);
        var value = object.get(name);
        return value != null && !value.isNull();
    }

    /// Notes a mistake that concerns several properties, at one of them.
    public void complain(String name, ProblemCode code, Text detail) {
        mistakes.add(at(name), code, detail);
    }

    <T> Field<T> field(String name, Kind<T> kind) {
        asked.add(name);
        if (description != null) {
            description.property(name, kind.schema().get());
            return Field.described(mistakes, () -> description.require(name), kind.standIn());
        }
        JsonNode node = object.get(name);
        String at = at(name);
        return node == null || node.isNull()
                ? Field.absent(mistakes, at, kind.standIn())
                : Field.of(mistakes, at, kind.parser().parse(node, at, scalars), kind.standIn());
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
}
