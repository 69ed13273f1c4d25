package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.continuity.PoolContract;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.task.port.Tasks;
import org.junit.jupiter.api.Nested;

class SqlPoolTest {
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

    abstract static class OnDatabase implements PoolContract {
        private final TestDatabase database;

        OnDatabase(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Ports ports() {
            var context = database.emptied();
            return new Ports(
                    context.getBean(UnitOfWork.class),
                    context.getBean(Brands.class),
                    context.getBean(IdSource.class),
                    context.getBean(Departments.class),
                    context.getBean(StaffMembers.class),
                    context.getBean(ChannelAccounts.class),
                    context.getBean(AccountStandings.class),
                    context.getBean(PolicyOverrides.class),
                    context.getBean(Customers.class),
                    context.getBean(Identities.class),
                    context.getBean(Persons.class),
                    context.getBean(Relationships.class),
                    context.getBean(Reachability.class),
                    context.getBean(Tasks.class),
                    context.getBean(CustomerPool.class),
                    context.getBean(PoolClaims.class));
        }
    }
}
