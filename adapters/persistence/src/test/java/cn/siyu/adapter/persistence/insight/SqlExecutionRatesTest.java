package cn.siyu.adapter.persistence.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.port.ExecutionRates;
import cn.siyu.application.insight.port.ExecutionRates.By;
import cn.siyu.application.insight.port.ExecutionRates.Row;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Account 5 of member 6 in store 1, which lies below region 2.
class SqlExecutionRatesTest {
    private static final BrandId BRAND = new BrandId(1);
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final Sight ALL = new Sight.Everything();

    private static ExecutionRates given(TestDatabase database) {
        var context = database.emptied();
        var sql = context.getBean(Sql.class);
        var rows = new GivenRows(sql, NOW);
        rows.account(PublicId.of(NOW, 5, 5));
        rows.staff(PublicId.of(NOW, 6, 6));
        rows.store(PublicId.of(NOW, 1, 1));
        rows.batch(70, NOW);
        rows.sop();
        rows.enrolled(40, 7, NOW, null);
        sql.update("""
                INSERT INTO department (brand, id, public_id, kind, path, name, version, created_at, updated_at)
                VALUES (1, 2, ?, 'DEPARTMENT', '/2/', 'Region', 1, ?, ?)""", PublicId.of(NOW, 2, 2), NOW, NOW);
        sql.update("UPDATE department SET parent = 2, path = '/2/1/' WHERE brand = 1 AND id = 1");
        task(sql, 30, "DONE", 40L, NOW.plusSeconds(60));
        task(sql, 31, "DONE", null, NOW.plus(Duration.ofHours(5)));
        task(sql, 32, "EXPIRED", null, NOW.plus(Duration.ofHours(9)));
        task(sql, 33, "OPEN", null, null);
        task(sql, 34, "CANCELLED", null, NOW);
        return context.getBean(ExecutionRates.class);
    }

    private static void task(Sql sql, long id, String state, @Nullable Long enrolment, @Nullable Instant endedAt) {
        sql.update(
                """
                INSERT INTO task (brand, id, public_id, kind, enrolment, staff, account, title, due_at, expires_at,
                  state, ended_at, version, created_at, updated_at)
                VALUES (1, ?, ?, 'CALL', ?, 6, 5, 'x', ?, ?, ?, ?, 1, ?, ?)""",
                id,
                PublicId.of(NOW, id, id),
                enrolment,
                NOW.plus(Duration.ofHours(1)),
                NOW.plus(Duration.ofHours(8)),
                state,
                endedAt,
                NOW,
                NOW);
    }

    private static List<Row> rows(ExecutionRates rates, Sight sight, By by) {
        return rates.rows(BRAND, sight, by, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(1)), null);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void countsWhatWasAskedAndWhatWasDoneInTime(TestDatabase database) {
        var rates = given(database);
        var store = new Row(PublicId.of(NOW, 1, 1), "Store 1", 4, 2, 1, 0, 0, 1, 1, 1, 1);

        assertThat(rows(rates, ALL, By.STORE)).containsExactly(store);
        assertThat(rows(rates, ALL, By.STAFF)).extracting(Row::name, Row::tasks).containsExactly(tuple("Zhang", 4L));
        assertThat(rows(rates, ALL, By.DEPARTMENT))
                .extracting(Row::name, Row::done)
                .containsExactly(tuple("Region", 2L), tuple("Store 1", 2L));
        assertThat(rates.rows(BRAND, ALL, By.STORE, NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(3)), null))
                .isEmpty();
        assertThat(rates.rows(
                        BRAND,
                        ALL,
                        By.STORE,
                        NOW.minusSeconds(60),
                        NOW.plus(Duration.ofDays(1)),
                        PublicId.of(NOW, 50, 50)))
                .extracting(Row::tasks, Row::messages)
                .containsExactly(tuple(1L, 0L));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void showsWhatIsSeenOnly(TestDatabase database) {
        var rates = given(database);
        Sight store = new Sight.InDepartments(Set.of(new DepartmentId(1)));
        Sight own = new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1));

        assertThat(rows(rates, store, By.DEPARTMENT)).extracting(Row::name).containsExactly("Store 1");
        assertThat(rows(rates, own, By.DEPARTMENT)).extracting(Row::name).containsExactly("Store 1");
        assertThat(rows(rates, own, By.STAFF)).hasSize(1);
        assertThat(rows(rates, new Sight.InDepartments(Set.of(new DepartmentId(2))), By.STORE))
                .isEmpty();
        assertThat(rows(rates, new Sight.OfOnePerson(new StaffId(9), new DepartmentId(1)), By.STAFF))
                .isEmpty();
    }
}
