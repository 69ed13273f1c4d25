package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlTasks implements Tasks {
    private final Sql sql;

    SqlTasks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, List<Task> tasks) {
        List<@Nullable Object[]> rows = new ArrayList<>(tasks.size());
        tasks.forEach(task -> rows.add(TaskRow.inserted(brand, task)));
        sql.batch(TaskRow.INSERT, rows);
    }

    @Override
    public Optional<Task> byPublicId(BrandId brand, PublicId id) {
        return sql.first(TaskRow.SELECT + "WHERE t.brand = ? AND t.public_id = ?", TaskRow::read, brand, id);
    }

    @Override
    public boolean sees(BrandId brand, Sight sight, Task task) {
        if (sight.everything()) {
            return true;
        }
        var parameters =
                new ArrayList<@Nullable Object>(List.of(brand, task.id().value()));
        String seen = seen(sight, parameters);
        return sql.first(
                        "SELECT t.id FROM task t WHERE t.brand = ? AND t.id = ?" + seen,
                        row -> row.number("id"),
                        parameters.toArray())
                .isPresent();
    }

    private static String seen(Sight sight, List<@Nullable Object> parameters) {
        var seen = Seen.by(sight);
        parameters.addAll(seen.parameters());
        parameters.addAll(seen.parameters());
        return seen.workOf("t.brand", "t.staff") + seen.customer("t.brand", "t.customer");
    }

    @Override
    public void replace(BrandId brand, List<Task> tasks) {
        List<@Nullable Object[]> rows = new ArrayList<>(tasks.size());
        tasks.forEach(task -> rows.add(TaskRow.updated(brand, task)));
        int[] counts = sql.batch(TaskRow.UPDATE, rows);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                throw new StaleAggregate("task", tasks.get(i).id().value());
            }
        }
    }

    @Override
    public List<Task> expired(BrandId brand, Instant now, int atMost) {
        return sql.list(TaskRow.SELECT + """
                        WHERE t.brand = ? AND t.state = 'OPEN' AND t.expires_at <= ?
                        ORDER BY t.brand, t.state, t.expires_at, t.id FETCH FIRST ? ROWS ONLY""", TaskRow::read, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextExpiryAt(BrandId brand) {
        return sql.first("""
                SELECT expires_at FROM task WHERE brand = ? AND state = 'OPEN'
                ORDER BY brand, state, expires_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("expires_at"), brand);
    }

    @Override
    public List<Task> openOf(BrandId brand, Collection<EnrolmentId> enrolments) {
        return sql.list(
                "SELECT " + TaskRow.COLUMNS + " FROM unnest(CAST(? AS bigint ARRAY)) wanted(n)"
                        + " JOIN task t ON t.brand = ? AND t.enrolment = wanted.n AND t.state = 'OPEN' ORDER BY t.id",
                TaskRow::read,
                enrolments.stream().map(EnrolmentId::value).sorted().toArray(Long[]::new),
                brand);
    }

    @Override
    public List<Task> openMessages(BrandId brand, CustomerId customer) {
        return sql.list(TaskRow.SELECT + """
                WHERE t.brand = ? AND t.customer = ? AND t.state = 'OPEN' AND t.send IS NOT NULL
                ORDER BY t.id FOR UPDATE""", TaskRow::read, brand, customer.value());
    }

    @Override
    public List<Task> page(BrandId brand, Filter filter, @Nullable Place after, int atMost) {
        var where = new StringBuilder("WHERE t.brand = ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(brand);
        if (after != null) {
            where.append(" AND (t.due_at, t.id) > (?, ?)");
            parameters.add(after.dueAt());
            parameters.add(after.id());
        }
        var staff = filter.staff();
        if (staff != null) {
            where.append(" AND t.staff = ?");
            parameters.add(staff.value());
        }
        if (!filter.states().isEmpty()) {
            where.append(" AND t.state IN (")
                    .append(Sql.marks(filter.states().size()))
                    .append(')');
            parameters.addAll(filter.states());
        }
        var from = filter.dueFrom();
        if (from != null) {
            where.append(" AND t.due_at >= ?");
            parameters.add(from);
        }
        var before = filter.dueBefore();
        if (before != null) {
            where.append(" AND t.due_at < ?");
            parameters.add(before);
        }
        var customer = filter.customer();
        if (customer != null) {
            where.append(" AND t.customer = ?");
            parameters.add(customer);
        }
        where.append(seen(filter.sight(), parameters));
        parameters.add(atMost);
        return sql.list(
                TaskRow.SELECT + where + " ORDER BY t.due_at, t.id FETCH FIRST ? ROWS ONLY",
                TaskRow::read,
                parameters.toArray());
    }
}
