package cn.siyu.adapter.persistence.task;

import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.task.port.TaskReferences;
import cn.siyu.application.task.port.TaskReferences.Refers;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.task.port.TasksContract;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlTaskReferencesTest {
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

    /// Task 1 is of customer 101 and staff member 7 and stands for the message 401; its
    /// relationship and enrolment are not there any more.
    abstract static class OnDatabase {
        private final ApplicationContext context;
        private final TaskReferences references;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            references = context.getBean(TaskReferences.class);
            context.getBean(Sends.class).add(BRAND, List.of(ContactFixtures.planned(401, 1)));
            var sql = context.getBean(Sql.class);
            sql.update("""
                    INSERT INTO customer (brand, id, public_id, person, component, nickname, gender, blacklisted, version, created_at,
                      updated_at) VALUES (?, 101, ?, 101, 101, '小明', 'UNKNOWN', false, 1, ?, ?)""", BRAND, id(101), NOW, NOW);
            sql.update("""
                    INSERT INTO staff (brand, id, public_id, name, department, active, version, created_at, updated_at)
                    VALUES (?, 7, ?, '小王', 1, true, 1, ?, ?)""", BRAND, id(7), NOW, NOW);
        }

        private static PublicId id(long number) {
            return PublicId.of(NOW, number, number);
        }

        @Test
        void tellsWhatClientsCallWhomATaskNames() {
            var task = TasksContract.aTask(1, 7);
            context.getBean(Tasks.class).add(BRAND, List.of(task));

            assertThat(references.of(BRAND, List.of(task)))
                    .isEqualTo(
                            Map.of(task.id(), new Refers(id(101), "小明", null, null, null, id(7), "小王", null, id(401))));
            assertThat(references.of(BRAND, List.of())).isEmpty();
            assertThat(references.of(new BrandId(2), List.of(task))).isEmpty();
        }
    }
}
