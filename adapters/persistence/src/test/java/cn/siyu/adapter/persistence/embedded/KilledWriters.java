package cn.siyu.adapter.persistence.embedded;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// A process to be killed: four threads, each adding to three tables in one transaction for as long
/// as it lives, and printing each transaction that the database has taken.
public final class KilledWriters {
    static final int THREADS = 4;

    private KilledWriters() {}

    /// Writes until it is killed.
    ///
    /// @param arguments the file of the database; and whether the writers take turns
    public static void main(String[] arguments) throws Exception {
        var file = new JdbcDataSource();
        file.setUrl(url(arguments[0]));
        var source = Boolean.parseBoolean(arguments[1]) ? new OneWriterDataSource(file, Duration.ofSeconds(30)) : file;
        layTables(source);
        System.out.println("ready");
        for (int thread = 0; thread < THREADS; thread++) {
            int writer = thread;
            Thread.ofPlatform().start(() -> write(source, writer));
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

    private static void write(DataSource source, int writer) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (long visit = 1; ; visit++) {
                try (var add = connection.prepareStatement("INSERT INTO visit VALUES (?, ?, ?)");
                        var place = connection.prepareStatement(
                                "UPDATE place SET visits = visits + 1 WHERE writer = ? AND id = ?");
                        var count = connection.prepareStatement("UPDATE writer SET visits = visits + 1 WHERE id = ?")) {
                    add.setInt(1, writer);
                    add.setLong(2, visit);
                    add.setString(3, "n".repeat(200) + visit);
                    add.executeUpdate();
                    count.setInt(1, writer);
                    count.executeUpdate();
                    place.setInt(1, writer);
                    place.setLong(2, visit % 50);
                    place.executeUpdate();
                    connection.commit();
                }
                System.out.println(writer + " " + visit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
