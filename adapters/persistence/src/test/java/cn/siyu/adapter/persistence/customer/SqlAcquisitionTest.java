package cn.siyu.adapter.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.application.customer.port.AcquisitionContract;
import cn.siyu.application.customer.port.InMemoryAcquisition;
import cn.siyu.application.customer.port.RelationshipsContract;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlAcquisitionTest {
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
    }

    abstract static class OnDatabase implements AcquisitionContract {
        private final ApplicationContext context;
        private final Sql sql;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            sql = context.getBean(Sql.class);
        }

        @Override
        public Acquisition acquisition() {
            return context.getBean(Acquisition.class);
        }

        @Override
        public void mark(String source) {
            sql.update(
                    """
                    INSERT INTO contact_way (brand, id, public_id, code, name, state, rule, version, created_at,
                      updated_at)
                    VALUES (1, 4, ?, 'c4', 'Counter', ?, 'LEAST_LOADED', 1, ?, ?)""",
                    PublicId.of(RelationshipsContract.NOW, 4, 4),
                    source,
                    RelationshipsContract.NOW,
                    RelationshipsContract.NOW);
        }

        @Override
        public Optional<InMemoryAcquisition.Load> load() {
            return sql.first(
                    "SELECT live_count, day_on, day_count FROM account_load WHERE brand = 1 AND account = ?",
                    row -> new InMemoryAcquisition.Load(
                            row.integer("live_count"), row.date("day_on"), row.integer("day_count")),
                    ACCOUNT);
        }

        @Test
        void takesTheOldestVisitThatIsHeld() {
            visit(70, "EXPIRED");
            visit(71, "HELD");
            visit(72, "HELD");
            sql.update("""
                    INSERT INTO account_load (brand, account, live_count, day_on, day_count, held_count)
                    VALUES (1, ?, 0, ?, 0, 2)""", ACCOUNT, DAY);

            acquisition().began(BRAND, RelationshipsContract.aRelationship(1, 1, null), DAY);

            assertThat(sql.list(
                            "SELECT id, relationship FROM allocation WHERE brand = 1 AND state = 'TAKEN'",
                            row -> row.number("id") + " " + row.number("relationship")))
                    .containsExactly("71 1");
            assertThat(sql.list("SELECT held_count FROM account_load", row -> row.integer("held_count")))
                    .containsExactly(1);
        }

        private void visit(long id, String state) {
            sql.update(
                    """
                    INSERT INTO allocation (brand, id, public_id, contact_way, account, state, visited_at, decision)
                    VALUES (1, ?, ?, 4, ?, ?, ?, '{}')""", id, PublicId.of(RelationshipsContract.NOW, id, id), ACCOUNT, state, RelationshipsContract.NOW);
        }
    }
}
