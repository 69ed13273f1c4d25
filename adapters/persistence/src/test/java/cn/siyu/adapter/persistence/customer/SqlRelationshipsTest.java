package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.RelationshipsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlRelationshipsTest {
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

    abstract static class OnDatabase implements RelationshipsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Relationships relationships() {
            return context.getBean(Relationships.class);
        }
    }
}
