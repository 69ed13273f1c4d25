package cn.siyu.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// The directory of one installation: embedded database, secret of the instance, log.
///
/// The secret keys public ids and cursors. It is made at the first start; nodes that share a
/// database share it through the environment variable `SIYU_INSTANCE_SECRET`.
record Home(Path directory, String secret) {
    private static final String REWRITE = "reWriteBatchedInserts";
    private static final String SECRET_FILE = "instance-secret";
    private static final int SECRET_BYTES = 32;

    static Home open(Path directory) {
        try {
            Files.createDirectories(directory.resolve("log"));
            return new Home(directory.toAbsolutePath().normalize(), secretOf(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + directory + " as home; choose another with --home", e);
        }
    }

    Path logs() {
        return directory.resolve("log");
    }

    /// What the directory decides, under the given settings.
    Map<String, Object> settings(Map<String, Object> winning) {
        var all = new HashMap<String, Object>();
        all.put("siyu.home", directory.toString());
        all.put("siyu.instance-secret", secret);
        all.put("siyu.http.cursor-secret", "cursors:" + secret);
        all.put("datasources.default.url", databaseUrl());
        all.putAll(winning);
        return all;
    }

    /// The database that is asked for, or one in this directory. Commits reach the file at once:
    /// the standard delay would lose acknowledged ones when the process is killed. Statements are
    /// parsed once a connection: of the eight that H2 remembers by itself, hardly one is asked for
    /// in time.
    private String databaseUrl() {
        return Optional.ofNullable(System.getenv("SIYU_DB_URL"))
                .filter(url -> !url.isBlank())
                .map(Home::inBatches)
                .orElse(embedded(directory.resolve("siyu")) + ";QUERY_CACHE_SIZE=100");
    }

    /// The address of an H2 file as the product reads and writes it.
    static String embedded(Path file) {
        return "jdbc:h2:file:" + file
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    /// PostgreSQL's driver sends a batch of rows as one statement only if it is told to.
    private static String inBatches(String url) {
        return url.startsWith("jdbc:postgresql:") && !url.contains(REWRITE)
                ? url + (url.contains("?") ? "&" : "?") + REWRITE + "=true"
                : url;
    }

    private static String secretOf(Path directory) throws IOException {
        var given = Optional.ofNullable(System.getenv("SIYU_INSTANCE_SECRET")).filter(text -> !text.isBlank());
        if (given.isPresent()) {
            return given.get();
        }
        var file = directory.resolve(SECRET_FILE);
        if (!Files.exists(file)) {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, onlyOwner);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }
}
