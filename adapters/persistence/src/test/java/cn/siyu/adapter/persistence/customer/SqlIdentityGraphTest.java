package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.IdentityGraphContract;
import cn.siyu.application.customer.port.Persons;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlIdentityGraphTest {
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

    abstract static class OnDatabase implements IdentityGraphContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Ports ports() {
            return new Ports(
                    context.getBean(IdentityGraph.class),
                    context.getBean(Persons.class),
                    context.getBean(Identities.class),
                    context.getBean(Customers.class));
        }
    }
}
