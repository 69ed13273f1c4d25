package cn.siyu.adapter.persistence;

import cn.siyu.domain.brand.BrandId;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs SQL that no generated repository can express: set-based writes, batches, searches built at
/// run time. It takes the connection of the running transaction; outside one, each call commits by
/// itself.
@Singleton
public final class Sql {
    private static final String TAKEN = "23505"; // unique_violation

    private final ConnectionOperations<Connection> connections;
    private final GrownTables grown;
    private final ColumnWise columnWise = new ColumnWise();
    private volatile @Nullable Boolean postgresql;

    Sql(ConnectionOperations<Connection> connections, GrownTables grown) {
        this.connections = connections;
        this.grown = grown;
    }

    /// Whether the database is PostgreSQL; otherwise it is H2, which one process has for itself.
    /// Asked where the two differ in speed only.
    public boolean onPostgresql() {
        Boolean known = postgresql;
        if (known == null) {
            known = connections.execute(ConnectionDefinition.DEFAULT, status -> {
                try {
                    return status.getConnection()
                            .getMetaData()
                            .getDatabaseProductName()
                            .equals("PostgreSQL");
                } catch (SQLException e) {
                    throw new DataAccessException(e.getMessage(), e);
                }
            });
            postgresql = known;
        }
        return known;
    }

    /// Reads one row into a value.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /// All rows of a query.
    ///
    /// @param parameters for the question marks, in order; see [Parameters#bind]
    public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... parameters) {
        return prepared(query, statement -> {
            Parameters.bind(statement, parameters);
            return all(statement.executeQuery(), reader);
        });
    }

    /// All rows of a query whose column has one of many keys; none if no key is wanted.
    ///
    /// @param query with `%s` behind the table it reads
    /// @param column of that table
    /// @param parameters for the question marks behind the `%s`
    public <T> List<T> wanted(
            Wanted wanted, String column, String query, RowReader<T> reader, @Nullable Object... parameters) {
        if (wanted.keys().isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<@Nullable Object>(List.of(wanted.parameter()));
        all.addAll(Arrays.asList(parameters));
        return list(query.formatted(wanted.join(column, onPostgresql())), reader, all.toArray());
    }

    /// The first row of a query, or empty.
    public <T> Optional<T> first(String query, RowReader<T> reader, @Nullable Object... parameters) {
        return list(query, reader, parameters).stream().findFirst();
    }

    /// Changes rows and says how many.
    public int update(String command, @Nullable Object... parameters) {
        int changed = prepared(command, statement -> {
            Parameters.bind(statement, parameters);
            return statement.executeUpdate();
        });
        grown.changed(command, parameters.length == 0 ? null : parameters[0], changed);
        return changed;
    }

    /// One command for many sets of parameters, as one batch.
    ///
    /// @return the number of rows that each set changed; of rows that are inserted it tells
    ///     nothing, since drivers combine them: see [#add]
    public int[] batch(String command, List<@Nullable Object[]> parameterSets) {
        if (parameterSets.isEmpty()) {
            return new int[0];
        }
        grown.changed(command, parameterSets.getFirst()[0], parameterSets.size());
        if (parameterSets.size() > 1 && onPostgresql()) {
            var added = byColumn(columnWise.adding(command, List.of()), parameterSets, _ -> true);
            if (added.isPresent()) {
                int[] unknown = new int[parameterSets.size()];
                Arrays.fill(unknown, Statement.SUCCESS_NO_INFO);
                return unknown;
            }
        }
        return prepared(command, statement -> addAndRun(statement, parameterSets));
    }

    /// As [#batch], for rows that are all new.
    ///
    /// @return false if one of them was there; then the transaction can only be given up
    public boolean addUnlessTaken(String command, List<@Nullable Object[]> rows) {
        try {
            batch(command, rows);
            return true;
        } catch (DataAccessException e) {
            if (e.getCause() instanceof SQLException cause && TAKEN.equals(cause.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /// As [#batch], for rows no two of which are the same; much faster on PostgreSQL.
    ///
    /// @param command `UPDATE … SET … WHERE …`
    /// @return for each set of parameters, in order, whether it changed a row
    public boolean[] change(String command, List<@Nullable Object[]> parameterSets) {
        var changed = new boolean[parameterSets.size()];
        if (parameterSets.size() > 1 && onPostgresql()) {
            var numbers = byColumn(columnWise.changing(command), parameterSets, row -> row.integer("nth"));
            if (numbers.isPresent()) {
                numbers.get().forEach(nth -> changed[nth - 1] = true);
                return changed;
            }
        }
        int[] counts = batch(command, parameterSets);
        for (int i = 0; i < counts.length; i++) {
            changed[i] = counts[i] > 0;
        }
        return changed;
    }

    /// Adds rows that are not there.
    ///
    /// @return for each row, in order, whether it was added
    public boolean[] add(Additions additions, List<@Nullable Object[]> rows) {
        var added = new boolean[rows.size()];
        if (rows.isEmpty()) {
            return added;
        }
        if (onPostgresql()) {
            grown.changed(additions.command(), rows.getFirst()[0], rows.size());
            var keys = new HashSet<>(
                    byColumn(columnWise.adding(additions.command(), additions.key()), rows, row -> key(additions, row))
                            .orElseThrow());
            for (int i = 0; i < added.length; i++) {
                added[i] = keys.contains(additions.keyOf(rows.get(i)));
            }
        } else {
            int[] counts = batch(additions.command(), rows);
            for (int i = 0; i < counts.length; i++) {
                added[i] = counts[i] > 0;
            }
        }
        return added;
    }

    private static List<Long> key(Additions additions, Row row) throws SQLException {
        var key = new ArrayList<Long>();
        for (String column : additions.key()) {
            key.add(row.number(column));
        }
        return key;
    }

    /// All rows at once, if the command has a shape for that.
    private <T> Optional<List<T>> byColumn(
            ColumnWise.Shape shape, List<@Nullable Object[]> parameterSets, RowReader<T> reader) {
        return connections.execute(ConnectionDefinition.DEFAULT, status -> {
            try {
                var found = shape.on(status.getConnection());
                if (found.isEmpty()) {
                    return Optional.<List<T>>empty();
                }
                try (var statement =
                        status.getConnection().prepareStatement(found.get().text())) {
                    found.get().bind(statement, parameterSets);
                    return Optional.of(statement.execute() ? all(statement.getResultSet(), reader) : List.of());
                }
            } catch (SQLException e) {
                throw new DataAccessException(e.getMessage(), e);
            }
        });
    }

    private static <T> List<T> all(ResultSet rows, RowReader<T> reader) throws SQLException {
        try (rows) {
            var found = new ArrayList<T>();
            var row = new Row(rows);
            while (rows.next()) {
                found.add(reader.read(row));
            }
            return found;
        }
    }

    /// Locks rows until the transaction ends, in order of their keys, so that two that lock the
    /// same rows never wait for each other in a circle.
    ///
    /// H2 makes its plan when it first sees the statement, of tables that may be empty then, and
    /// reads all of the brand ever after; so there each row is locked by its key, which costs no
    /// round trip.
    public void lock(BrandId brand, String table, String column, Collection<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var wanted = Wanted.numbers(keys);
        if (onPostgresql()) {
            list(
                    "SELECT " + column + " FROM " + table + " WHERE brand = ? AND " + column
                            + " = ANY(CAST(? AS bigint ARRAY)) ORDER BY " + column + " FOR UPDATE",
                    row -> row.number(column),
                    brand,
                    wanted.parameter());
        } else {
            each(
                    "SELECT " + column + " FROM " + table + " WHERE brand = ? AND " + column + " = ? FOR UPDATE",
                    wanted.keys().stream()
                            .map(key -> (Long) Parameters.plain(key))
                            .sorted()
                            .map(key -> new Object[] {brand, key})
                            .toList());
        }
    }

    /// Lets PostgreSQL look at tables that have grown by much, outside any transaction; see
    /// [GrownTables]. Tables that somebody else is looking at are left to them.
    void lookAtGrownTables() {
        for (String table = grown.next(); table != null; table = grown.next()) {
            if (onPostgresql()) {
                try {
                    update("ANALYZE (SKIP_LOCKED) " + table);
                } catch (DataAccessException e) {
                    return; // nothing but speed hangs on it
                }
            }
        }
    }

    private void each(String query, List<Object[]> parameterSets) {
        prepared(query, statement -> {
            for (Object[] parameters : parameterSets) {
                Parameters.bind(statement, parameters);
                statement.executeQuery().close();
            }
            return parameterSets.size();
        });
    }

    private <T> T prepared(String text, StatementWork<T> work) {
        return connections.execute(ConnectionDefinition.DEFAULT, status -> {
            try (var statement = status.getConnection().prepareStatement(text)) {
                return work.run(statement);
            } catch (SQLException e) {
                throw new DataAccessException(e.getMessage(), e);
            }
        });
    }

    @FunctionalInterface
    private interface StatementWork<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private static int[] addAndRun(PreparedStatement statement, Collection<@Nullable Object[]> parameterSets)
            throws SQLException {
        for (@Nullable Object[] parameters : parameterSets) {
            Parameters.bind(statement, parameters);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    /// Question marks for an IN list: `?,?,?`.
    public static String marks(int count) {
        return "?,".repeat(count - 1) + "?";
    }
}
