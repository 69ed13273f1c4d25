package cn.siyu.adapter.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real process is killed while four of its threads write: with many small transactions, and in
/// the commit of a large one.
class KilledWritersTest {
    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0} visits a transaction, killed in commit {1}")
    @CsvSource({"1, 150", "1, 450", "6000, 2"})
    void leavesWholeTransactionsOnlyAndAllThatWereAcknowledged(int visitsAtOnce, int commits) throws Exception {
        var file = directory.resolve("killed").toString();
        var acknowledged = writeUntilKilled(file, visitsAtOnce, commits);
        try (var connection = DriverManager.getConnection(KilledWriters.url(file))) {
            for (int writer = 0; writer < KilledWriters.THREADS; writer++) {
                long visits = number(connection, "SELECT visits FROM writer WHERE id = " + writer);
                assertThat(visits).isGreaterThanOrEqualTo(acknowledged.getOrDefault(writer, 0L));
                assertThat(number(connection, "SELECT count(*) FROM visit WHERE writer = " + writer))
                        .isEqualTo(visits);
                assertThat(number(connection, "SELECT sum(visits) FROM place WHERE writer = " + writer))
                        .isEqualTo(visits);
            }
        }
        assertThatCode(() -> changeEachRow(file)).doesNotThrowAnyException();
    }

    private static Map<Integer, Long> writeUntilKilled(String file, int visitsAtOnce, int commits) throws Exception {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriters.class.getName(),
                        file,
                        Integer.toString(visitsAtOnce)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var acknowledged = new ConcurrentHashMap<Integer, Long>();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("ready");
            int seen = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("committing")) {
                    if (++seen == commits) {
                        process.toHandle().destroyForcibly(); // leaves open what it has printed
                    }
                } else {
                    var parts = line.split(" ", -1);
                    acknowledged.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private static void changeEachRow(String file) throws Exception {
        var changing = Thread.ofPlatform().daemon().start(() -> {
            try (var connection = DriverManager.getConnection(KilledWriters.url(file));
                    var statement = connection.createStatement()) {
                statement.execute("UPDATE writer SET visits = visits");
                statement.execute("UPDATE place SET visits = visits");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        changing.join(20_000);
        if (changing.isAlive()) {
            throw new IllegalStateException("a row is locked by a transaction that is gone");
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
