package cn.siyu.adapter.persistence.intake;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.application.intake.port.SynchronizationsContract;
import org.junit.jupiter.api.Nested;

class SqlSynchronizationsTest {
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

    abstract static class OnDatabase implements SynchronizationsContract {
        private final Synchronizations synchronizations;

        OnDatabase(TestDatabase database) {
            synchronizations = database.emptied().getBean(Synchronizations.class);
        }

        @Override
        public Synchronizations synchronizations() {
            return synchronizations;
        }
    }
}
