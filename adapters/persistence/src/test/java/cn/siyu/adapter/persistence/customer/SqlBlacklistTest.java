package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.BlacklistContract;
import cn.siyu.application.customer.port.Blacklist;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Wishes;
import org.junit.jupiter.api.Nested;

class SqlBlacklistTest {
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

    abstract static class OnDatabase implements BlacklistContract {
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
                    context.getBean(ApiKeys.class),
                    context.getBean(Customers.class),
                    context.getBean(Identities.class),
                    context.getBean(IdentityGraph.class),
                    context.getBean(Persons.class),
                    context.getBean(Wishes.class),
                    context.getBean(Blacklist.class));
        }
    }
}
