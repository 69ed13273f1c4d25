package cn.siyu.adapter.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneWriterTest {
    private static final String ADD = "INSERT INTO visit(id) VALUES (?)";

    private final JdbcDataSource file = new JdbcDataSource();
    private Connection keeper;

    @BeforeEach
    void layTable() throws SQLException {
        file.setUrl("jdbc:h2:mem:onewriter;MODE=PostgreSQL");
        keeper = file.getConnection();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("CREATE TABLE visit(id bigint PRIMARY KEY)");
            statement.execute("CREATE SEQUENCE number");
        }
    }

    @AfterEach
    void dropTable() throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
        }
        keeper.close();
    }

    @Test
    void holdsASecondWriterBackUntilTheFirstCommits() throws Exception {
        var source = patient(Duration.ofSeconds(20));
        var second = new CompletableFuture<Void>();
        var first = transaction(source);
        add(first, 1);
        var thread = Thread.ofVirtual().start(() -> {
            try (var connection = transaction(source)) {
                add(connection, 2);
                connection.commit();
                second.complete(null);
            } catch (SQLException e) {
                second.completeExceptionally(e);
            }
        });
        assertThat(thread.join(Duration.ofMillis(200))).isFalse();
        assertThat(second).isNotDone();
        first.commit();
        second.get(10, TimeUnit.SECONDS);
        first.close();
        assertThat(visits()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE visit SET id = 3",
                "MERGE INTO visit VALUES (3)",
                "DELETE FROM visit",
                " select id FROM visit FOR UPDATE",
                "select nextval('number')",
                "CREATE TABLE other(id int)"
            })
    void refusesAWriterWhoseTurnDoesNotComeInTime(String writes) throws Exception {
        var source = patient(Duration.ofMillis(50));
        try (var first = transaction(source)) {
            add(first, 1);
            inAnotherThread(() -> {
                try (var second = transaction(source)) {
                    assertThatExceptionOfType(SQLTransactionRollbackException.class)
                            .isThrownBy(() -> second.prepareStatement(writes))
                            .withMessageContaining("waited");
                }
            });
        }
    }

    @Test
    void letsReadersReadWhileSomebodyWrites() throws Exception {
        var source = patient(Duration.ofMillis(50));
        try (var first = transaction(source)) {
            add(first, 1);
            inAnotherThread(() -> {
                try (var reader = transaction(source);
                        var statement = reader.prepareStatement("SELECT count(*) FROM visit");
                        var rows = statement.executeQuery()) {
                    rows.next();
                    assertThat(rows.getInt(1)).isZero();
                }
            });
        }
    }

    @Test
    void givesTheTurnBackAtARollbackAndWhenAConnectionIsClosed() throws Exception {
        var source = patient(Duration.ofMillis(50));
        var rolledBack = transaction(source);
        add(rolledBack, 1);
        rolledBack.rollback();
        inAnotherThread(() -> {
            try (var left = transaction(source)) {
                add(left, 2);
            }
        });
        try (var next = transaction(source)) {
            add(next, 3);
        }
        rolledBack.close();
    }

    @Test
    void keepsTheTurnWhenItGoesBackToASavepointOnly() throws Exception {
        var source = patient(Duration.ofMillis(50));
        try (var first = transaction(source)) {
            var before = first.setSavepoint();
            add(first, 1);
            first.rollback(before);
            inAnotherThread(() -> {
                try (var second = transaction(source)) {
                    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> add(second, 2));
                }
            });
        }
    }

    @Test
    void aWriterDoesNotWaitForItselfOnAnotherConnection() throws Exception {
        var source = patient(Duration.ofMillis(50));
        try (var outer = transaction(source)) {
            add(outer, 1);
            try (var inner = transaction(source)) {
                add(inner, 2);
                inner.commit();
            }
            inAnotherThread(() -> {
                try (var other = transaction(source)) {
                    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> add(other, 3));
                }
            });
            outer.commit();
        }
        assertThat(visits()).isEqualTo(2);
    }

    @Test
    void theProductsUnitsOfWorkTakeTurnsOnH2AndIdsCanBeTakenMeanwhile() throws Exception {
        try (var context = TestDatabase.H2.context()) {
            var sql = context.getBean(Sql.class);
            var work = context.getBean(UnitOfWork.class);
            var ids = context.getBean(IdSource.class);
            work.run(() -> sql.update("CREATE TABLE visit(id bigint PRIMARY KEY)"));
            var other = work.inTransaction(() -> {
                sql.update(ADD, ids.next());
                var second = Thread.ofVirtual().start(() -> work.run(() -> addMany(sql, ids)));
                try {
                    assertThat(second.join(Duration.ofMillis(200))).isFalse();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                addMany(sql, ids); // takes blocks of numbers while the other waits for its turn
                return second;
            });
            other.join();
            assertThat(sql.list("SELECT count(*) AS n FROM visit", row -> row.number("n")))
                    .containsExactly(6_001L);
        }
    }

    private static void addMany(Sql sql, IdSource ids) {
        for (int i = 0; i < 3_000; i++) {
            sql.update(ADD, ids.next());
        }
    }

    private OneWriterDataSource patient(Duration patience) {
        return new OneWriterDataSource(file, patience);
    }

    private static Connection transaction(OneWriterDataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void add(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private int visits() throws SQLException {
        try (var statement = keeper.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM visit")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void inAnotherThread(Work work) throws Exception {
        CompletableFuture.runAsync(() -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .get(10, TimeUnit.SECONDS);
    }
}
