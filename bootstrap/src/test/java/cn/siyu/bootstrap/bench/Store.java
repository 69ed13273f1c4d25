package cn.siyu.bootstrap.bench;

import cn.siyu.bootstrap.LiveBrand;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The database under measure.
sealed interface Store extends AutoCloseable {
    String name();

    /// The product's environment for it.
    Map<String, String> environment();

    /// The same as settings, for a product in this process.
    Map<String, String> settings();

    /// Where it is while the product does not run.
    String url(Path home);

    String user();

    @Override
    void close() throws IOException;

    /// The embedded default.
    record H2() implements Store {
        @Override
        public String name() {
            return "H2";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public String url(Path home) {
            return "jdbc:h2:file:" + home.resolve("siyu").toAbsolutePath() + LiveBrand.H2_OPTIONS;
        }

        @Override
        public String user() {
            return "sa";
        }

        @Override
        public void close() {}
    }

    /// A server on the same machine, as it comes.
    record Postgresql(EmbeddedPostgres server) implements Store {
        static Postgresql start() throws IOException {
            return new Postgresql(EmbeddedPostgres.builder()
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
        }

        @Override
        public String name() {
            return "PostgreSQL";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of(
                    "SIYU_DB_URL", url(Path.of("")),
                    "SIYU_DB_DRIVER", "org.postgresql.Driver",
                    "SIYU_DB_USER", user());
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "datasources.default.url", url(Path.of("")),
                    "datasources.default.driver-class-name", "org.postgresql.Driver",
                    "datasources.default.username", user());
        }

        @Override
        public String url(Path home) {
            return server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
        }

        @Override
        public String user() {
            return "postgres";
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
