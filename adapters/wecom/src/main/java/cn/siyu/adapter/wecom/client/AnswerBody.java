package cn.siyu.adapter.wecom.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A JSON object of an answer, read as untrusted input: a wrong type is refused, not guessed at.
public record AnswerBody(JsonNode json) {
    private static final int MOST_CHARS = 8192;
    private static final int ID_CHARS = 64;

    /// Members' ids may hold a dot and an at sign, all others are of letters, digits, `_` and `-`.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.@-]{1," + ID_CHARS + "}");

    /// Turns a successful answer into what the caller wants.
    @FunctionalInterface
    public interface Reader<T> {
        T read(AnswerBody body) throws MalformedAnswer;
    }

    public String text(String field) throws MalformedAnswer {
        var value = optionalText(field);
        if (value == null || value.isEmpty()) {
            throw new MalformedAnswer("no " + field);
        }
        return value;
    }

    /// An id, which is never longer than what we keep of one, nor of other characters.
    public String id(String field) throws MalformedAnswer {
        var id = id(field, ID_CHARS);
        if (!ID.matcher(id).matches()) {
            throw new MalformedAnswer(field + " is no id");
        }
        return id;
    }

    /// An id of a longer kind, up to so many characters.
    public String id(String field, int most) throws MalformedAnswer {
        var id = text(field);
        if (id.length() > most) {
            throw new MalformedAnswer(field + " is longer than an id");
        }
        return id;
    }

    /// Null when the field is absent, null or empty.
    public @Nullable String optionalId(String field) throws MalformedAnswer {
        var id = optionalText(field);
        return id == null || id.isEmpty() ? null : id(field);
    }

    /// Null when the field is absent or null; an empty text stays empty.
    public @Nullable String optionalText(String field) throws MalformedAnswer {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new MalformedAnswer(field + " is no text");
        }
        if (value.textValue().length() > MOST_CHARS) {
            throw new MalformedAnswer(field + " is longer than anything the platform sends");
        }
        return storable(value.textValue());
    }

    /// Halves of characters and zero characters, which no text should have and no database keeps,
    /// are replaced.
    private static String storable(String text) {
        var bad = text.indexOf('\0') >= 0
                || text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return bad
                ? text.codePoints()
                        .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    public String textOr(String field, String otherwise) throws MalformedAnswer {
        var value = optionalText(field);
        return value == null ? otherwise : value;
    }

    /// The cursor of the next page; the platform writes the end as an empty text or leaves it out.
    public @Nullable String nextCursor() throws MalformedAnswer {
        var cursor = optionalText("next_cursor");
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }

    /// The cursor of the page after the one that was asked for with `asked`; one that does not move
    /// would never end.
    public @Nullable String nextAfter(@Nullable String asked) throws MalformedAnswer {
        var next = nextCursor();
        if (next != null && next.equals(asked)) {
            throw new MalformedAnswer("the cursor does not move");
        }
        return next;
    }

    /// A number with a fraction; null when absent.
    public @Nullable Double optionalReal(String field) throws MalformedAnswer {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new MalformedAnswer(field + " is no number");
        }
        return value.doubleValue();
    }

    public long number(String field) throws MalformedAnswer {
        var value = optionalNumber(field);
        if (value == null) {
            throw new MalformedAnswer("no " + field);
        }
        return value;
    }

    /// Some pages print numbers in quotes, and some clients saw them so: digits in quotes are a
    /// number too.
    public @Nullable Long optionalNumber(String field) throws MalformedAnswer {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isTextual() && value.textValue().matches("-?[0-9]{1,18}")) {
            return Long.valueOf(value.textValue());
        }
        throw new MalformedAnswer(field + " is no number");
    }

    public long numberOr(String field, long otherwise) throws MalformedAnswer {
        var value = optionalNumber(field);
        return value == null ? otherwise : value;
    }

    /// A time in unix seconds; null when absent or 0, which the platform writes for "never".
    public @Nullable Instant optionalTime(String field) throws MalformedAnswer {
        var seconds = optionalNumber(field);
        return seconds == null || seconds == 0 ? null : instant(field, seconds);
    }

    public Instant time(String field) throws MalformedAnswer {
        return instant(field, number(field));
    }

    private static Instant instant(String field, long seconds) throws MalformedAnswer {
        if (seconds < 0 || seconds > 32_503_680_000L) { // the year 3000: beyond it, it is milliseconds or nonsense
            throw new MalformedAnswer(field + " is no time");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /// This body, if the field is there and not null.
    public AnswerBody require(String field) throws MalformedAnswer {
        if (!has(field)) {
            throw new MalformedAnswer("no " + field);
        }
        return this;
    }

    /// Whether the field is there and not null.
    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    /// The names of the fields that are true; fields that are neither true nor false are left out.
    public Set<String> namesOfTrue() {
        var names = new HashSet<String>();
        json.properties().forEach(field -> {
            if (field.getValue().isBoolean() && field.getValue().booleanValue()) {
                names.add(storable(field.getKey()));
            }
        });
        return names;
    }

    public AnswerBody object(String field) throws MalformedAnswer {
        var value = json.get(field);
        if (value == null || !value.isObject()) {
            throw new MalformedAnswer(field + " is no object");
        }
        return new AnswerBody(value);
    }

    /// The objects of an array; an absent array is empty.
    public <T> List<T> objects(String field, Reader<T> reader) throws MalformedAnswer {
        var result = new ArrayList<T>();
        for (var element : array(field)) {
            if (!element.isObject()) {
                throw new MalformedAnswer(field + " holds something else than objects");
            }
            result.add(reader.read(new AnswerBody(element)));
        }
        return result;
    }

    public List<String> texts(String field) throws MalformedAnswer {
        var result = new ArrayList<String>();
        for (var element : array(field)) {
            if (!element.isTextual()) {
                throw new MalformedAnswer(field + " holds something else than texts");
            }
            if (element.textValue().length() > MOST_CHARS) {
                throw new MalformedAnswer(field + " holds more than the platform sends");
            }
            result.add(storable(element.textValue()));
        }
        return result;
    }

    /// A list of ids, each as [#id].
    public List<String> ids(String field) throws MalformedAnswer {
        var ids = texts(field);
        if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw new MalformedAnswer(field + " holds what is no id");
        }
        return ids;
    }

    public List<Long> numbers(String field) throws MalformedAnswer {
        var result = new ArrayList<Long>();
        for (var element : array(field)) {
            if (!element.isIntegralNumber() || !element.canConvertToLong()) {
                throw new MalformedAnswer(field + " holds something else than numbers");
            }
            result.add(element.longValue());
        }
        return result;
    }

    private Iterable<JsonNode> array(String field) throws MalformedAnswer {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new MalformedAnswer(field + " is no array");
        }
        return value;
    }
}
