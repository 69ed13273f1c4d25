package cn.siyu.adapter.persistence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A command that adds rows unless they are there, for whoever must know which were not. See
/// [Sql#add].
///
/// PostgreSQL's driver makes one statement of a batch of rows, which is fast, but then it can't say
/// which of them were added. So there the statement is made here, and it returns the keys of the
/// rows that it added.
///
/// @param command `INSERT INTO … (brand, …) VALUES (?, …) ON CONFLICT DO NOTHING`
/// @param key numbers that tell the rows of one brand apart: the columns right behind the brand, in
///     the order of the parameters
public record Additions(String command, List<String> key) {
    private static final Pattern PARTS =
            Pattern.compile("(.*VALUES\\s*)(\\(.*\\))(\\s*ON CONFLICT DO NOTHING)", Pattern.DOTALL);

    /// By some numbers.
    public Additions(String command, String... key) {
        this(command, List.of(key));
    }

    public Additions {
        if (!PARTS.matcher(command).matches()) {
            throw new IllegalArgumentException("not a command that adds rows unless they are there: " + command);
        }
        key = List.copyOf(key);
    }

    List<Long> keyOf(@Nullable Object[] row) {
        return IntStream.rangeClosed(1, key.size())
                .mapToObj(at -> row[at])
                .map(value -> value == null ? null : Parameters.plain(value))
                .map(value -> value instanceof Number number ? number.longValue() : Long.MIN_VALUE)
                .toList();
    }
}
