package cn.siyu.adapter.persistence.trust;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.trust.CalibrationsContract;
import cn.siyu.application.trust.port.CalibrationHistories;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.calibration.PersonHistory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlCalibrationsTest {
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

    abstract static class OnDatabase implements CalibrationsContract {
        private final TestDatabase database;

        OnDatabase(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Calibrations calibrations() {
            return database.emptied().getBean(Calibrations.class);
        }

        /// Also of people with numbers as large as those that are given out.
        @Test
        void samplesAnEvenPartOfThePeople() {
            var context = database.emptied();
            context.getBean(UnitOfWork.class)
                    .run(() -> context.getBean(Customers.class)
                            .add(
                                    BRAND,
                                    LongStream.rangeClosed(998_001, 1_000_000)
                                            .mapToObj(CustomersContract::aCustomer)
                                            .toList()));
            var histories = context.getBean(CalibrationHistories.class);

            assertThat(histories.people(BRAND, 0, 1000, 5_000)).hasSize(2_000);
            assertThat(histories.people(BRAND, 0, 100, 5_000)).hasSizeBetween(150, 250);
            assertThat(histories.people(BRAND, 0, 100, 5_000)).isEqualTo(histories.people(BRAND, 0, 100, 5_000));
            assertThat(histories.people(BRAND, 999_999, 1000, 5_000)).containsExactly(new CustomerId(1_000_000));
        }

        @Test
        void readsRelationshipsAndPurchases() {
            var context = database.emptied();
            var sql = context.getBean(Sql.class);
            new GivenRows(sql, AT).account(PublicId.of(AT, 5, 5));
            relationship(sql, 20, "NULL");
            relationship(sql, 21, "'CUSTOMER'");
            order(sql, 30, 0);
            order(sql, 31, 500);
            var histories = context.getBean(CalibrationHistories.class);
            var seven = new CustomerId(7);

            assertThat(histories.relationshipsSince(BRAND, AT)).isEqualTo(2);
            assertThat(histories.relationshipsSince(BRAND, AT.plusSeconds(60))).isEqualTo(1);
            assertThat(histories.terms(BRAND, List.of(seven)).get(seven))
                    .extracting(PersonHistory.Term::byCustomer)
                    .containsExactly(false, true);
            assertThat(histories.purchases(BRAND, List.of(seven)).get(seven))
                    .containsExactly(new PersonHistory.Purchase(AT, AT, 500));
        }

        private static void relationship(Sql sql, long id, String by) {
            sql.update(
                    """
                    INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                      ended_by, ended_at, silenced_times, trust, trust_social, trust_as_of, version, created_at, updated_at)
                    VALUES (1, ?, ?, 7, 5, ?, 0, ?, %s, %s, 0, 40, 10, ?, 1, ?, ?)""".formatted(
                            by, by.equals("NULL") ? "NULL" : "TIMESTAMP WITH TIME ZONE '2026-03-01 08:00:30+00:00'"),
                    id,
                    PublicId.of(AT, id, id),
                    id,
                    AT,
                    AT,
                    AT,
                    AT);
        }

        private static void order(Sql sql, long id, long refunded) {
            sql.update("""
                    INSERT INTO customer_order (brand, id, public_id, source, external_id, customer, identity,
                      sales_channel, paid_at, amount_minor, currency, refunded_minor, received_at)
                    VALUES (1, ?, ?, 'shop', ?, 7, 1, 'SHOP', ?, 500, 'CNY', ?, ?)""", id, PublicId.of(AT, id, id), "o" + id, AT, refunded, AT);
        }
    }
}
