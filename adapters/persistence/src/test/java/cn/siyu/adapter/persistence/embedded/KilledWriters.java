package cn.siyu.adapter.persistence.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// A process to be killed: four threads, each changing three tables in one transaction after the
/// other for as long as it lives. It prints when it commits, and each visit that the database has
/// taken.
public final class KilledWriters {
    static final int THREADS = 4;

    private KilledWriters() {}

    /// Writes until it is killed.
    ///
    /// @param arguments the file of the database; and how many visits are one transaction
    public static void main(String[] arguments) throws Exception {
        var file = new JdbcDataSource();
        file.setUrl(url(arguments[0]));
        int visits = Integer.parseInt(arguments[1]);
        var source = new OneWriterDataSource(file, Duration.ofMinutes(1));
        layTables(source);
        System.out.println("ready");
        for (int thread = 0; thread < THREADS; thread++) {
            int writer = thread;
            Thread.ofPlatform().start(() -> write(source, writer, visits));
        }
    }

    static String url(String file) {
        return "jdbc:h2:file:" + file + ";MODE=PostgreSQL;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static void layTables(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE visit(writer int, id bigint, note varchar, PRIMARY KEY (writer, id))");
            statement.execute("CREATE INDEX visit_note ON visit(writer, note)");
            statement.execute("CREATE TABLE place(writer int, id int, visits bigint, PRIMARY KEY (writer, id))");
            statement.execute("CREATE TABLE writer(id int PRIMARY KEY, visits bigint)");
            statement.execute("INSERT INTO writer SELECT x, 0 FROM system_range(0, " + (THREADS - 1) + ")");
            statement.execute("INSERT INTO place SELECT w.id, p.x, 0 FROM writer w CROSS JOIN system_range(0, 49) p");
        }
    }

    private static void write(DataSource source, int writer, int visits) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (long first = 1; ; first += visits) {
                visit(connection, writer, first, visits);
                System.out.println("committing");
                connection.commit();
                System.out.println(writer + " " + (first + visits - 1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void visit(Connection connection, int writer, long first, int visits) throws SQLException {
        try (var add = connection.prepareStatement("INSERT INTO visit VALUES (?, ?, ?)");
                var place = connection.prepareStatement(
                        "UPDATE place SET visits = visits + 1 WHERE writer = ? AND id = ?");
                var count = connection.prepareStatement("UPDATE writer SET visits = visits + 1 WHERE id = ?")) {
            for (long visit = first; visit < first + visits; visit++) {
                add.setInt(1, writer);
                add.setLong(2, visit);
                add.setString(3, "n".repeat(200) + visit);
                add.addBatch();
                place.setInt(1, writer);
                place.setLong(2, visit % 50);
                place.addBatch();
                count.setInt(1, writer);
                count.addBatch();
            }
            add.executeBatch();
            count.executeBatch();
            place.executeBatch();
        }
    }
}
