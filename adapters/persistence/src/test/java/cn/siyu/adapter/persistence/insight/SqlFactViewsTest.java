package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.port.FactViews;
import cn.siyu.application.insight.port.FactViewsContract;
import cn.siyu.application.insight.port.Interactions;
import cn.siyu.application.insight.port.Orders;
import org.junit.jupiter.api.Nested;

class SqlFactViewsTest {
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

    abstract static class OnDatabase implements FactViewsContract {
        private final TestDatabase database;

        OnDatabase(TestDatabase database) {
            this.database = database;
        }

        @Override
        public World world() {
            var context = database.emptied();
            return new World(
                    context.getBean(FactViews.class),
                    context.getBean(Brands.class),
                    context.getBean(Departments.class),
                    context.getBean(StaffMembers.class),
                    context.getBean(ChannelAccounts.class),
                    context.getBean(Customers.class),
                    context.getBean(Relationships.class),
                    context.getBean(Interactions.class),
                    context.getBean(Orders.class));
        }
    }
}
