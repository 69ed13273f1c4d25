package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.task.port.HandBatches;
import cn.siyu.application.task.port.HandBatchesContract;
import org.junit.jupiter.api.Nested;

class SqlHandBatchesTest {
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

    abstract static class OnDatabase implements HandBatchesContract {
        private final HandBatches batches;

        OnDatabase(TestDatabase database) {
            batches = database.emptied().getBean(HandBatches.class);
        }

        @Override
        public HandBatches batches() {
            return batches;
        }
    }
}
