package cn.siyu.adapter.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Commands for many rows as one statement of PostgreSQL whose parameters are arrays, one for each
/// column. It has one text for any number of rows, so that it is parsed once, and the server goes
/// through it without a message for each row.
final class ColumnWise {
    private static final Pattern ADDS = Pattern.compile(
            "(\\s*INSERT INTO .*\\))\\s*VALUES\\s*\\((.*)\\)(\\s*|\\s*ON CONFLICT DO NOTHING\\s*)", Pattern.DOTALL);
    private static final Pattern CHANGES = Pattern.compile("(\\s*UPDATE \\w+ SET .*)(\\sWHERE .*)", Pattern.DOTALL);

    private final Map<Command, Optional<Statement>> known = new ConcurrentHashMap<>();

    private record Command(String text, List<String> key) {}

    /// @param types of the parameters, by PostgreSQL's names
    record Statement(String text, List<String> types) {
        /// Binds rows, column by column.
        void bind(PreparedStatement prepared, List<@Nullable Object[]> rows) throws SQLException {
            for (int at = 0; at < types.size(); at++) {
                prepared.setArray(at + 1, column(prepared.getConnection(), rows, at));
            }
        }

        private Array column(Connection connection, List<@Nullable Object[]> rows, int at) throws SQLException {
            String type = types.get(at);
            return connection.createArrayOf(
                    type,
                    switch (type) {
                        case "int8" -> column(rows, at, new Long[rows.size()], value -> ((Number) value).longValue());
                        case "int4" -> column(rows, at, new Integer[rows.size()], value -> ((Number) value).intValue());
                        case "float8" ->
                            column(rows, at, new Double[rows.size()], value -> ((Number) value).doubleValue());
                        default -> column(rows, at, new String[rows.size()], ColumnWise::literal);
                    });
        }

        /// Rows that are written together often have the same brand, moment or word, which is then
        /// turned once.
        private static <T> @Nullable T[] column(
                List<@Nullable Object[]> rows, int at, @Nullable T[] column, Function<Object, T> turned) {
            @Nullable Object before = null;
            @Nullable T last = null;
            for (int i = 0; i < column.length; i++) {
                Object value = rows.get(i)[at];
                if (value == null) {
                    continue;
                }
                if (last == null || !value.equals(before)) {
                    before = value;
                    last = turned.apply(Parameters.plain(value));
                }
                column[i] = last;
            }
            return column;
        }
    }

    /// Java writes years before the first and behind 9999 with a sign, PostgreSQL otherwise.
    private static String literal(Object value) {
        if (!(value instanceof OffsetDateTime time) || (time.getYear() > 0 && time.getYear() <= 9999)) {
            return value.toString();
        }
        boolean before = time.getYear() < 1;
        String behindTheYear = time.withYear(2000).toString().substring(4);
        return "%04d%s%s".formatted(before ? 1 - time.getYear() : time.getYear(), behindTheYear, before ? " BC" : "");
    }

    /// How rows are added; empty if the command is of another shape.
    ///
    /// @param key columns that the statement returns of each row it added; none: nothing is
    ///     returned
    Shape adding(String command, List<String> key) {
        var adds = ADDS.matcher(command);
        if (!adds.matches()) {
            return _ -> Optional.empty();
        }
        return shape(
                new Command(command, key),
                types -> adds.group(1) + " SELECT " + numbered(adds.group(2), 1) + " FROM " + table(types, "")
                        + adds.group(3) + (key.isEmpty() ? "" : " RETURNING " + String.join(", ", key)));
    }

    /// How rows are changed; it returns in `nth` the number of each row of ours that changed one,
    /// from 1.
    Shape changing(String command) {
        var changes = CHANGES.matcher(command);
        if (!changes.matches()) {
            return _ -> Optional.empty();
        }
        String set = numbered(changes.group(1), 1);
        String where = numbered(changes.group(2), 1 + marks(changes.group(1)));
        return shape(
                new Command(command, List.of()),
                types -> set + " FROM " + table(types, ", nth") + where + " RETURNING w.nth");
    }

    /// A command's other form, once a connection tells the types of its parameters; empty if it has
    /// none.
    interface Shape {
        Optional<Statement> on(Connection connection) throws SQLException;
    }

    private interface Text {
        String of(List<String> types);
    }

    private Shape shape(Command command, Text text) {
        return connection -> statement(connection, command, text);
    }

    private Optional<Statement> statement(Connection connection, Command command, Text text) throws SQLException {
        var found = known.get(command);
        if (found == null) {
            var types = types(connection, command.text());
            found = types.size() == marks(command.text())
                    ? Optional.of(new Statement(text.of(types), types))
                    : Optional.<Statement>empty();
            known.put(command, found);
        }
        return found;
    }

    /// Asked of the server once for each command.
    private static List<String> types(Connection connection, String command) throws SQLException {
        try (var statement = connection.prepareStatement(command)) {
            var parameters = statement.getParameterMetaData();
            var types = new ArrayList<String>();
            for (int at = 1; at <= parameters.getParameterCount(); at++) {
                types.add(parameters.getParameterTypeName(at));
            }
            return types;
        }
    }

    private static String table(List<String> types, String more) {
        return "unnest("
                + types.stream().map(type -> "CAST(? AS " + type + "[])").collect(Collectors.joining(", "))
                + ")" + (more.isEmpty() ? "" : " WITH ORDINALITY") + " AS w("
                + IntStream.rangeClosed(1, types.size())
                        .mapToObj(at -> "p" + at)
                        .collect(Collectors.joining(", "))
                + more + ")";
    }

    private static int marks(String text) {
        return (int) text.chars().filter(each -> each == '?').count();
    }

    /// The question marks as columns of the table of parameters.
    private static String numbered(String text, int from) {
        var numbered = new StringBuilder();
        int next = from;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '?') {
                numbered.append("w.p").append(next++);
            } else {
                numbered.append(text.charAt(at));
            }
        }
        return numbered.toString();
    }
}
