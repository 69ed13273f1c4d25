package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaffMembersContract;
import org.junit.jupiter.api.Nested;

class SqlStaffMembersTest {
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

    abstract static class OnDatabase implements StaffMembersContract {
        private final StaffMembers members;

        OnDatabase(TestDatabase database) {
            members = database.emptied().getBean(StaffMembers.class);
        }

        @Override
        public StaffMembers members() {
            return members;
        }
    }
}
