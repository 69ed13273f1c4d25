package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.task.port.TaskReferences;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Singleton
final class SqlTaskReferences implements TaskReferences {
    private final Sql sql;

    SqlTaskReferences(Sql sql) {
        this.sql = sql;
    }

    private record Found(TaskId task, Refers refers) {}

    @Override
    public Map<TaskId, Refers> of(BrandId brand, List<Task> tasks) {
        Map<TaskId, Refers> all = new HashMap<>();
        sql.wanted(
                        Wanted.numbers(
                                tasks.stream().map(task -> task.id().value()).toList()),
                        "t.id",
                        """
                        SELECT t.id, c.public_id AS customer_id, c.nickname, r.public_id AS relationship_id,
                          a.public_id AS account_id, a.name AS account_name,
                          p.public_id AS staff_id, p.name, e.public_id AS enrolment_id, s.public_id AS send_id
                        FROM task t %s
                        JOIN staff p ON p.brand = t.brand AND p.id = t.staff
                        LEFT JOIN customer h ON h.brand = t.brand AND h.id = t.customer
                        LEFT JOIN customer c ON c.brand = h.brand AND c.id = h.person
                        LEFT JOIN channel_account a ON a.brand = t.brand AND a.id = t.account
                        LEFT JOIN relationship r ON r.brand = t.brand AND r.id = t.relationship
                        LEFT JOIN enrolment e ON e.brand = t.brand AND e.id = t.enrolment
                        LEFT JOIN send s ON s.brand = t.brand AND s.id = t.send
                        WHERE t.brand = ?""",
                        SqlTaskReferences::found,
                        brand)
                .forEach(found -> all.put(found.task(), found.refers()));
        return all;
    }

    private static Found found(Row row) throws SQLException {
        return new Found(
                new TaskId(row.number("id")),
                new Refers(
                        row.publicIdOrNull("customer_id"),
                        row.textOrNull("nickname"),
                        row.publicIdOrNull("relationship_id"),
                        row.publicIdOrNull("account_id"),
                        row.textOrNull("account_name"),
                        row.publicId("staff_id"),
                        row.text("name"),
                        row.publicIdOrNull("enrolment_id"),
                        row.publicIdOrNull("send_id")));
    }
}
