package cn.siyu.adapter.persistence.continuity;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.continuity.port.ContinuityContract;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import org.junit.jupiter.api.Nested;

class SqlContinuityTest {
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

    abstract static class OnDatabase implements ContinuityContract {
        private final StaffMembers members;
        private final Inheritances inheritances;
        private final TransferBook book;
        private final UnitOfWork work;

        OnDatabase(TestDatabase database) {
            var context = database.emptied();
            members = context.getBean(StaffMembers.class);
            inheritances = context.getBean(Inheritances.class);
            book = context.getBean(TransferBook.class);
            work = context.getBean(UnitOfWork.class);
        }

        @Override
        public StaffMembers members() {
            return members;
        }

        @Override
        public Inheritances inheritances() {
            return inheritances;
        }

        @Override
        public TransferBook book() {
            return book;
        }

        @Override
        public UnitOfWork work() {
            return work;
        }
    }
}
