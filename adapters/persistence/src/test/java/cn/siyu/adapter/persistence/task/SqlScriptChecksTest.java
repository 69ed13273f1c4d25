package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.task.port.ScriptChecks;
import cn.siyu.application.task.port.ScriptChecksContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlScriptChecksTest {
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

    abstract static class OnDatabase implements ScriptChecksContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public ScriptChecks checks() {
            return context.getBean(ScriptChecks.class);
        }
    }
}
