package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.AllocationsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlAllocationsTest {
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

    abstract static class OnDatabase implements AllocationsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Allocations allocations() {
            return context.getBean(Allocations.class);
        }
    }
}
