package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.task.port.TasksContract;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.util.List;
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

        @Override
        public void serve(CustomerId customer, StaffId staff) {
            var sql = context.getBean(Sql.class);
            var customers = context.getBean(Customers.class);
            if (customers.find(BRAND, customer).isEmpty()) {
                customers.add(BRAND, List.of(CustomersContract.aCustomer(customer.value())));
            }
            long number = 1000 + staff.value();
            sql.update(
                    """
                    INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff,
                      department, total_cap, daily_cap, works_from, works_until, work_days, state, health, version,
                      created_at, updated_at)
                    SELECT ?, ?, ?, 'WECOM', 'main', ?, '张', id, department, 10, 10, '09:00', '18:00', '', 'ACTIVE',
                      'HEALTHY', 1, ?, ? FROM staff WHERE brand = ? AND id = ?""",
                    BRAND,
                    number,
                    PublicId.of(NOW, number, 1),
                    "userid-" + number,
                    NOW,
                    NOW,
                    BRAND,
                    staff.value());
            sql.update("""
                    INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                      silenced_times, trust, trust_social, trust_as_of, version, created_at, updated_at)
                    VALUES (?, ?, ?, ?, ?, 1, 0, ?, 0, 0, 0, ?, 1, ?, ?)""", BRAND, number, PublicId.of(NOW, number, 2), customer, number, NOW, NOW, NOW, NOW);
        }
    }
}
