package cn.siyu.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.exceptions.DataAccessException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlTest {
    private static final BrandId BRAND = new BrandId(7);
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00.123456Z");
    private static final String ADD = """
            INSERT INTO customer (brand, id, public_id, person, component, nickname, gender, zone, blacklisted, version,
              created_at, updated_at)
            VALUES (?, ?, ?, 1, 1, ?, 'UNKNOWN', ?, ?, ?, ?, ?)""";

    @Nested
    class OnH2 extends OnDatabase {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends OnDatabase {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }

        /// Without its own figures PostgreSQL would read all of a brand for a few keys.
        @Test
        void letsTheServerLookAtATableThatHasJustGrown() {
            try (var own = TestDatabase.POSTGRESQL.context()) {
                var database = own.getBean(Sql.class);
                own.getBean(UnitOfWork.class).run(() -> database.batch(ADD, people(1_000)));
                assertThat(database.first("""
                        SELECT reltuples FROM pg_class WHERE relname = 'customer'""", row -> row.real("reltuples"))).contains(1_000.0);
            }
        }
    }

    abstract static class OnDatabase {
        final Sql sql;

        OnDatabase(TestDatabase database) {
            ApplicationContext context = database.emptied();
            sql = context.getBean(Sql.class);
        }

        @Test
        void storesEveryKindOfValueTheSameAloneAndAmongMany() {
            var awkward = new @Nullable Object[] {
                BRAND,
                1L,
                new UUID(1, 1),
                "a,\"b\" {c} \\ 王 😀",
                null,
                true,
                3,
                NOW,
                Instant.parse("9999-12-31T23:59:59Z")
            };
            var plain = new @Nullable Object[] {
                BRAND, 2L, new UUID(2, 2), null, "Asia/Shanghai", false, 4, NOW, Instant.parse("0001-01-01T00:00:00Z")
            };
            sql.batch(ADD, List.of(awkward, plain));
            var many = rows();
            sql.update("DELETE FROM customer");
            sql.batch(ADD, List.<@Nullable Object[]>of(awkward));
            sql.batch(ADD, List.<@Nullable Object[]>of(plain));
            assertThat(many)
                    .isEqualTo(rows())
                    .containsExactly(
                            "1 a,\"b\" {c} \\ 王 😀 null true 3 " + NOW + " 9999-12-31T23:59:59Z",
                            "2 null Asia/Shanghai false 4 " + NOW + " 0001-01-01T00:00:00Z");
        }

        @Test
        void storesTimesOfYearsWithMoreOrFewerThanFourDigits() {
            var late = Instant.parse("+12026-01-01T00:00:00Z");
            var early = Instant.parse("-0043-03-15T00:00:00Z");
            sql.batch(
                    ADD,
                    List.of(
                            new @Nullable Object[] {BRAND, 1L, new UUID(1, 1), null, null, true, 3, NOW, late},
                            new @Nullable Object[] {BRAND, 2L, new UUID(2, 2), null, null, true, 3, NOW, early}));
            assertThat(sql.list("SELECT updated_at FROM customer ORDER BY id", row -> row.instant("updated_at")))
                    .containsExactly(late, early);
        }

        @Test
        void tellsOfEachRowWhetherItWasChanged() {
            sql.batch(ADD, people(3));
            String rename = "UPDATE customer SET nickname = ? WHERE brand = ? AND id = ?";
            assertThat(sql.change(
                            rename,
                            List.of(
                                    new @Nullable Object[] {"x", BRAND, 2L},
                                    new @Nullable Object[] {"y", BRAND, 77L},
                                    new @Nullable Object[] {null, BRAND, 1L})))
                    .containsExactly(true, false, true);
            assertThat(sql.list(
                            "SELECT nickname FROM customer ORDER BY id",
                            row -> String.valueOf(row.textOrNull("nickname"))))
                    .containsExactly("null", "x", "n3");
            assertThat(sql.change(rename, List.<@Nullable Object[]>of(new @Nullable Object[] {"z", BRAND, 3L})))
                    .containsExactly(true);
            assertThat(sql.change(rename, List.of())).isEmpty();
        }

        @Test
        void refusesATextThatIsTooLongAmongMany() {
            var rows = new ArrayList<>(people(2));
            rows.get(1)[3] = "x".repeat(101);
            assertThatThrownBy(() -> sql.batch(ADD, rows)).isInstanceOf(DataAccessException.class);
        }

        private List<String> rows() {
            return sql.list(
                    "SELECT * FROM customer ORDER BY id",
                    row -> String.join(
                            " ",
                            String.valueOf(row.number("id")),
                            row.textOrNull("nickname"),
                            row.textOrNull("zone"),
                            String.valueOf(row.flag("blacklisted")),
                            String.valueOf(row.integer("version")),
                            row.instant("created_at").toString(),
                            row.instant("updated_at").toString()));
        }
    }

    static List<@Nullable Object[]> people(int count) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (long id = 1; id <= count; id++) {
            rows.add(new @Nullable Object[] {BRAND, id, new UUID(9, id), "n" + id, null, false, 1, NOW, NOW});
        }
        return rows;
    }
}
