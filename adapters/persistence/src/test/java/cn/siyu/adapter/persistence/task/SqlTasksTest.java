package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.task.port.TasksContract;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Nested;

class SqlTasksTest {
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

    abstract static class OnDatabase implements TasksContract {
        private final ApplicationContext context;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
        }

        @Override
        public Tasks tasks() {
            return context.getBean(Tasks.class);
        }

        @Override
        public void staff(StaffId staff, DepartmentId department) {
            context.getBean(Sql.class)
                    .update(
                            """
                            INSERT INTO staff (brand, id, public_id, name, department, active, version, created_at,
                              updated_at) VALUES (?, ?, ?, '张', ?, true, 1, ?, ?)""",
                            BRAND,
                            staff.value(),
                            PublicId.of(NOW, staff.value(), 1),
                            department.value(),
                            NOW,
                            NOW);
        }
    }
}
