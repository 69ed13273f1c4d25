package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import org.junit.jupiter.api.Nested;

class SqlDepartmentsTest {
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

    abstract static class OnDatabase implements DepartmentsContract {
        private final Departments departments;

        OnDatabase(TestDatabase database) {
            departments = database.emptied().getBean(Departments.class);
        }

        @Override
        public Departments departments() {
            return departments;
        }
    }
}
