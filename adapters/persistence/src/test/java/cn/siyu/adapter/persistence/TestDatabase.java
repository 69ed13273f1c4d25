package cn.siyu.adapter.persistence;

import cn.siyu.application.brand.port.UnitOfWork;
import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The two real databases, each started once per test run with the schema laid. Contract tests
/// share one context per database and ask for it emptied; a test that needs a database of its own
/// takes [#context].
public enum TestDatabase {
    H2 {
        @Override
        Map<String, Object> freshDatabase() {
            String url = "jdbc:h2:mem:test" + COUNT.incrementAndGet()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
            return Map.of("url", url, "username", "sa", "password", "", "driver-class-name", "org.h2.Driver");
        }
    },
    POSTGRESQL {
        @Override
        Map<String, Object> freshDatabase() {
            String name = "test" + COUNT.incrementAndGet();
            var server = Server.POSTGRES;
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return Map.of(
                    "url",
                    server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true", // as the product asks for it
                    "username",
                    "postgres",
                    "password",
                    "",
                    "driver-class-name",
                    "org.postgresql.Driver");
        }
    };

    private static final Map<TestDatabase, ApplicationContext> SHARED = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    abstract Map<String, Object> freshDatabase();

    /// The context that all contract tests share, with every table empty.
    public ApplicationContext emptied() {
        var shared = shared();
        shared.getBean(EmptyTables.class).run();
        return shared;
    }

    /// The context that all contract tests share, as it is.
    public ApplicationContext shared() {
        return SHARED.computeIfAbsent(this, TestDatabase::context);
    }

    /// The persistence adapter on an empty database of its own with the schema laid. Close it after
    /// the test.
    public ApplicationContext context() {
        var properties = new HashMap<String, Object>();
        freshDatabase().forEach((key, value) -> properties.put("datasources.default." + key, value));
        properties.put("datasources.default.maximum-pool-size", 6);
        properties.put("flyway.datasources.default.enabled", true);
        properties.put("flyway.datasources.default.locations", "classpath:db/migration/common");
        properties.put("siyu.instance-secret", "test");
        return ApplicationContext.run(properties);
    }

    @Singleton
    static final class EmptyTables {
        private final Sql sql;
        private final UnitOfWork work;

        EmptyTables(Sql sql, UnitOfWork work) {
            this.sql = sql;
            this.work = work;
        }

        void run() {
            work.run(() ->
                    sql.list("""
                            SELECT table_name FROM information_schema.tables
                            WHERE lower(table_schema) = 'public' AND table_name NOT LIKE 'flyway%'""", row -> row.text("table_name")).forEach(table -> sql.update("DELETE FROM " + table)));
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
