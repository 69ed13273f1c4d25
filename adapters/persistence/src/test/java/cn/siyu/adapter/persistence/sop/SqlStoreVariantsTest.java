package cn.siyu.adapter.persistence.sop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.sop.port.SopFixtures;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.application.sop.port.StoreVariantsContract;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.sop.EnrolmentId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlStoreVariantsTest {
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

    abstract static class OnDatabase implements StoreVariantsContract {
        private final TestDatabase database;

        OnDatabase(TestDatabase database) {
            this.database = database;
        }

        @Override
        public StoreVariants variants() {
            return database.emptied().getBean(StoreVariants.class);
        }

        /// Of two live relationships the newest says where a customer is who was put in without
        /// one.
        @Test
        void knowsAtWhichStoreCustomersAre() {
            var context = database.emptied();
            var rows = new GivenRows(context.getBean(Sql.class), SopFixtures.NOW);
            rows.account(SopFixtures.publicId(5));
            rows.enrolled(50, 7, SopFixtures.NOW, null);
            rows.enrolled(51, 8, SopFixtures.NOW, null);
            var seven = new CustomerId(7);
            context.getBean(UnitOfWork.class).run(() -> {
                context.getBean(Customers.class)
                        .add(BRAND, List.of(CustomersContract.aCustomer(7), CustomersContract.aCustomer(8)));
                context.getBean(Relationships.class)
                        .add(BRAND, SopFixtures.aRelationship(20, seven, new ChannelAccountId(5), true));
                context.getBean(Relationships.class)
                        .add(BRAND, SopFixtures.aRelationship(21, new CustomerId(8), new ChannelAccountId(5), false));
            });

            assertThat(context.getBean(StoreVariants.class)
                            .stores(BRAND, List.of(new EnrolmentId(50), new EnrolmentId(51))))
                    .containsOnly(java.util.Map.entry(new EnrolmentId(50), new DepartmentId(1)));
        }
    }
}
