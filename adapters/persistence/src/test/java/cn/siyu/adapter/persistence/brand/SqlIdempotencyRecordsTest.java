package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.IdempotencyRecords;
import cn.siyu.application.brand.port.IdempotencyRecordsContract;
import cn.siyu.application.brand.port.UnitOfWork;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlIdempotencyRecordsTest {
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

    abstract static class OnDatabase implements IdempotencyRecordsContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public IdempotencyRecords idempotencyRecords() {
            return context.getBean(IdempotencyRecords.class);
        }

        @Override
        public UnitOfWork unitOfWork() {
            return context.getBean(UnitOfWork.class);
        }
    }
}
