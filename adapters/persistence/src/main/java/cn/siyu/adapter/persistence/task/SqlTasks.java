package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlTasks implements Tasks {
    private static final String MET = MEETINGS.stream().sorted().collect(Collectors.joining("', '", "'", "'"));

    /// A task leads its card if no open one of the same customer on the same account comes before
    /// it.
    private static final String NO_EARLIER = """
             AND NOT EXISTS (SELECT 1 FROM task e WHERE e.brand = t.brand AND e.customer = t.customer
               AND e.state = 'OPEN' AND e.account = t.account AND e.staff = t.staff
               AND (e.kind NOT IN ('ADD', 'MOMENT') OR e.due_at <= ?)
               AND (e.turn, e.expires_at, e.id) < (t.turn, t.expires_at, t.id))""";

    private final Sql sql;
    private final People people;

    SqlTasks(Sql sql, People people) {
        this.people = people;
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
    public Optional<Task> lock(BrandId brand, PublicId id) {
        return sql.first(
                TaskRow.SELECT + "WHERE t.brand = ? AND t.public_id = ?" + forUpdate(), TaskRow::read, brand, id);
    }

    private String forUpdate() {
        return sql.onPostgresql() ? " FOR UPDATE OF t" : " FOR UPDATE";
    }

    @Override
    public List<Task> findAll(BrandId brand, Collection<TaskId> ids) {
        return sql.wanted(
                Wanted.numbers(ids.stream().map(TaskId::value).toList()),
                "t.id",
                TaskRow.SELECT + "%s WHERE t.brand = ? ORDER BY t.id",
                TaskRow::read,
                brand);
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
        String customer = seen.customer("t.brand", "t.customer");
        return seen.workOf("t.brand", "t.staff")
                + (customer.isEmpty()
                        ? ""
                        : " AND (t.customer IS NULL OR t.kind IN (" + MET + ") OR ("
                                + customer.substring(" AND ".length()) + "))");
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
        return sql.wanted(
                Wanted.numbers(enrolments.stream().map(EnrolmentId::value).toList()),
                "t.enrolment",
                TaskRow.SELECT + "%s WHERE t.brand = ? AND t.state = 'OPEN' ORDER BY t.id",
                TaskRow::read,
                brand);
    }

    @Override
    public List<Task> openMessages(BrandId brand, Collection<CustomerId> customers) {
        var births = people.withBirths(brand, customers);
        return sql.wanted(
                births.wanted(),
                "t.customer",
                TaskRow.SELECT + "%s WHERE t.brand = ? AND t.state = 'OPEN' AND t.send IS NOT NULL ORDER BY t.id"
                        + forUpdate(),
                TaskRow::read,
                brand);
    }

    @Override
    public List<Task> openFor(BrandId brand, Collection<CustomerId> customers) {
        return sql.wanted(
                people.withBirths(brand, customers).wanted(),
                "t.customer",
                TaskRow.SELECT + "%s WHERE t.brand = ? AND t.state = 'OPEN' ORDER BY t.id" + forUpdate(),
                TaskRow::read,
                brand);
    }

    @Override
    public List<Task> openOn(BrandId brand, ChannelAccountId account) {
        return sql.list(
                TaskRow.SELECT + "WHERE t.brand = ? AND t.account = ? AND t.state = 'OPEN' ORDER BY t.id" + forUpdate(),
                TaskRow::read,
                brand,
                account);
    }

    @Override
    public List<Task> scripts(BrandId brand, @Nullable Expiry after, int atMost) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(brand));
        if (after != null) {
            parameters.addAll(List.of(after.at(), after.id()));
        }
        parameters.add(atMost);
        return sql.list(
                TaskRow.SELECT + "WHERE t.brand = ? AND t.state = 'OPEN'"
                        + (after == null ? "" : " AND (t.expires_at, t.id) > (?, ?)")
                        + " AND t.script IS NOT NULL AND t.account <> 0"
                        + " ORDER BY t.brand, t.state, t.expires_at, t.id FETCH FIRST ? ROWS ONLY" + forUpdate(),
                TaskRow::read,
                parameters.toArray());
    }

    @Override
    public void handOver(BrandId brand, List<Task> tasks) {
        boolean[] changed = sql.change(
                TaskRow.HAND_OVER,
                tasks.stream().map(task -> TaskRow.handedOver(brand, task)).toList());
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("task", tasks.get(i).id().value());
            }
        }
    }

    @Override
    public List<Task> cards(BrandId brand, Worklist list, @Nullable Turn after, int atMost) {
        List<Task> cards = new ArrayList<>();
        for (Stretch stretch : Stretch.behind(after)) {
            if (cards.size() < atMost) {
                cards.addAll(cards(brand, list, stretch, atMost - cards.size()));
            }
        }
        return cards;
    }

    private List<Task> cards(BrandId brand, Worklist list, Stretch stretch, int atMost) {
        var where = new StringBuilder("WHERE t.brand = ? AND t.staff = ? AND t.state = 'OPEN'");
        List<@Nullable Object> parameters =
                new ArrayList<>(List.of(brand, list.staff().value()));
        var account = list.account();
        if (account != null) {
            where.append(" AND t.account = ?");
            parameters.add(account);
        }
        where.append(stretch.condition());
        parameters.addAll(stretch.parameters());
        where.append(seen(list.sight(), parameters));
        where.append(" AND (t.kind NOT IN ('ADD', 'MOMENT') OR t.due_at <= ?)").append(NO_EARLIER);
        parameters.addAll(List.of(list.now(), list.now(), atMost));
        return sql.list(
                TaskRow.SELECT + where
                        + " ORDER BY t.brand, t.staff, t.state, t.account, t.turn, t.expires_at, t.id"
                        + " FETCH FIRST ? ROWS ONLY",
                TaskRow::read,
                parameters.toArray());
    }

    /// The outer join keeps H2 from reading all open tasks of the brand: who is wanted comes first.
    @Override
    public Map<TaskId, List<Task>> onCards(BrandId brand, List<Task> first) {
        Map<Card, TaskId> cards = new HashMap<>();
        List<Long> customers = new ArrayList<>();
        for (Task task : first) {
            var customer = task.customer();
            if (customer != null) {
                cards.put(card(task, customer.value()), task.id());
                customers.add(customer.value());
            }
        }
        Map<TaskId, List<Task>> all = new HashMap<>();
        List<Task> open = customers.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT " + TaskRow.COLUMNS + " FROM unnest(CAST(? AS bigint ARRAY)) wanted(n)"
                                + " LEFT JOIN task t ON t.brand = ? AND t.customer = wanted.n AND t.state = 'OPEN'"
                                + " WHERE t.id IS NOT NULL ORDER BY t.account, t.turn, t.expires_at, t.id",
                        TaskRow::read,
                        customers.stream().distinct().sorted().toArray(Long[]::new),
                        brand);
        for (Task task : open) {
            var customer = task.customer();
            var card = customer == null ? null : cards.get(card(task, customer.value()));
            if (card != null) {
                all.computeIfAbsent(card, _ -> new ArrayList<>()).add(task);
            }
        }
        return all;
    }

    /// Whose card a task is on.
    private record Card(@Nullable ChannelAccountId account, StaffId staff, long customer) {}

    private static Card card(Task task, long customer) {
        return new Card(task.work().account(), task.staff(), customer);
    }

    @Override
    public int inHand(BrandId brand, ChannelAccountId account, Set<String> kinds, Instant now) {
        var parameters = new ArrayList<@Nullable Object>(List.of(brand, account, now));
        parameters.addAll(kinds);
        return sql.first(
                        "SELECT count(*) AS held FROM task WHERE brand = ? AND account = ? AND state = 'OPEN'"
                                + " AND claimed_until > ? AND kind IN (" + Sql.marks(kinds.size()) + ")",
                        row -> row.integer("held"),
                        parameters.toArray())
                .orElse(0);
    }

    @Override
    public Map<ChannelAccountId, Integer> open(BrandId brand, Collection<ChannelAccountId> accounts, String kind) {
        Map<ChannelAccountId, Integer> open = new HashMap<>();
        sql.wanted(
                        Wanted.numbers(accounts),
                        "t.account",
                        "SELECT t.account, COUNT(*) AS tasks FROM task t %s WHERE t.brand = ? AND t.state = 'OPEN'"
                                + " AND t.kind = ? GROUP BY t.account",
                        row -> new Standing(new ChannelAccountId(row.number("account")), row.integer("tasks")),
                        brand,
                        kind)
                .forEach(each -> open.put(each.account(), each.tasks()));
        return open;
    }

    private record Standing(ChannelAccountId account, int tasks) {}

    @Override
    public Map<ChannelAccountId, Integer> standing(
            BrandId brand,
            Collection<ChannelAccountId> accounts,
            String kind,
            @Nullable String besides,
            Instant from,
            Instant until) {
        var parameters = new ArrayList<@Nullable Object>(List.of(brand, kind, from, until));
        if (besides != null) {
            parameters.add(besides);
        }
        Map<ChannelAccountId, Integer> standing = new HashMap<>();
        sql.wanted(
                        Wanted.numbers(accounts),
                        "t.account",
                        "SELECT t.account, COUNT(*) AS tasks FROM task t %s WHERE t.brand = ? AND t.kind = ?"
                                + " AND t.state IN ('OPEN', 'DONE') AND t.due_at >= ? AND t.due_at < ?"
                                + (besides == null ? "" : " AND (t.why IS NULL OR t.why <> ?)")
                                + " GROUP BY t.account",
                        row -> new Standing(new ChannelAccountId(row.number("account")), row.integer("tasks")),
                        parameters.toArray())
                .forEach(each -> standing.put(each.account(), each.tasks()));
        return standing;
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
            var births = people.births(brand, customer);
            where.append(" AND ").append(births.condition("t.customer"));
            parameters.addAll(List.of(births.numbers()));
        }
        where.append(seen(filter.sight(), parameters));
        parameters.add(atMost);
        return sql.list(
                TaskRow.SELECT + where + " ORDER BY t.due_at, t.id FETCH FIRST ? ROWS ONLY",
                TaskRow::read,
                parameters.toArray());
    }
}
