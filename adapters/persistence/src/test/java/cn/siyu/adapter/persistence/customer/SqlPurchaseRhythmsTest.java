package cn.siyu.adapter.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.PurchaseRhythms;
import cn.siyu.application.customer.port.PurchaseRhythmsContract;
import cn.siyu.domain.customer.lifecycle.PurchaseCounts;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlPurchaseRhythmsTest {
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

    abstract static class OnDatabase implements PurchaseRhythmsContract {
        private final ApplicationContext context;
        private final Sql sql;
        private long last = 1_000;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            sql = context.getBean(Sql.class);
            for (long person = 1; person <= 4; person++) {
                customer(person, person);
            }
        }

        @Override
        public PurchaseRhythms rhythms() {
            return context.getBean(PurchaseRhythms.class);
        }

        @Override
        public void bought(long person, Instant at) {
            order(person, at, 0);
        }

        private void customer(long id, long person) {
            sql.update("""
                    INSERT INTO customer (brand, id, public_id, person, component, gender, blacklisted, version,
                      created_at, updated_at)
                    VALUES (1, ?, ?, ?, ?, 'UNKNOWN', FALSE, 1, ?, ?)""", id, PublicId.of(NOW, id, id).value(), person, person, NOW, NOW);
        }

        private void order(long customer, Instant at, long refunded) {
            long id = last++;
            sql.update("""
                    INSERT INTO customer_order (brand, id, public_id, source, external_id, customer, identity,
                      sales_channel, paid_at, amount_minor, currency, refunded_minor, received_at)
                    VALUES (1, ?, ?, 'shop', ?, ?, 1, 'SHOP', ?, 100, 'CNY', ?, ?)""", id, PublicId.of(NOW, id, id).value(), "o" + id, customer, at, refunded, NOW);
        }

        @Test
        void readsMergedCustomersAsOneAndNotWhatWasPaidBack() {
            customer(11, 1);
            order(1, NOW.minus(Duration.ofDays(120)), 0);
            order(11, NOW.minus(Duration.ofDays(100)), 99);
            order(11, NOW.minus(Duration.ofDays(95)), 100);

            assertThat(rhythms().count(BRAND, 90, NOW)).isEqualTo(new PurchaseCounts(1, 1, 1, 90));
        }
    }
}
