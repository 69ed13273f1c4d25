package cn.siyu.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `./dev repair`: writes the embedded database anew, out of all it can read.
///
/// A kill at an unlucky moment can leave H2 a row that is locked by a transaction that no longer
/// exists: it can be read, but whoever changes it waits for ever. In a file that is written anew
/// nothing is locked. The old file is kept.
public final class RepairCommand {
    private static final String FILE = ".mv.db";

    private final Path home;
    private final PrintStream out;

    RepairCommand(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /// Argument: the home. Exit code 0 when the new file holds as many rows of every table as could
    /// be read.
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new RepairCommand(Path.of(args[0]), out).repair());
    }

    int repair() throws IOException {
        Path old = home.resolve("siyu" + FILE);
        if (!Files.isRegularFile(old)) {
            out.println("repair: there is no embedded database in " + home + ": nothing was done");
            return 1;
        }
        HomeInUse taken = new HomeInUse(home.toString());
        Path script = home.resolve("repair.sql");
        Path fresh = home.resolve("repaired" + FILE);
        try {
            Files.deleteIfExists(fresh);
            var read = rows("siyu", "SCRIPT TO '" + quoted(script) + "' CHARSET 'UTF-8'");
            var written = rows("repaired", "RUNSCRIPT FROM '" + quoted(script) + "' CHARSET 'UTF-8'");
            if (!written.equals(read)) {
                out.println("repair: not all rows came through; read " + read + ", written " + written);
                return 1;
            }
            Path kept = Files.move(old, unused(home.resolve("siyu-before-repair" + FILE)));
            Files.move(fresh, old);
            out.println("repair: " + read.size() + " tables with "
                    + read.values().stream().mapToLong(Long::longValue).sum() + " rows were written anew");
            out.println("repair: the old file is " + kept + "; delete it when the product works again");
            return 0;
        } catch (SQLException e) {
            out.println("repair: the database can't be read to its end, nothing was changed: " + e.getMessage());
            return 1;
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(fresh);
            taken.leave();
        }
    }

    /// Carries the statement out and counts what each table holds then.
    private Map<String, Long> rows(String name, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        Home.embedded(home.resolve(name).toAbsolutePath()), "sa", "");
                var sql = connection.createStatement()) {
            sql.execute(statement);
            var rows = new TreeMap<String, Long>();
            for (String table : tables(connection)) {
                try (var counted = sql.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
                    counted.next();
                    rows.put(table, counted.getLong(1));
                }
            }
            return rows;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found =
                connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static String quoted(Path path) {
        return path.toAbsolutePath().toString().replace("'", "''");
    }

    private static Path unused(Path wanted) {
        Path free = wanted;
        for (int i = 2; Files.exists(free); i++) {
            free = wanted.resolveSibling(i + "-" + wanted.getFileName());
        }
        return free;
    }
}
