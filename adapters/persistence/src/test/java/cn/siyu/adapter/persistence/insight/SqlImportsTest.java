package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.application.insight.port.ImportsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlImportsTest {
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

    abstract static class OnDatabase implements ImportsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Imports imports() {
            return context.getBean(Imports.class);
        }
    }
}
