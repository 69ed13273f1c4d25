package cn.siyu.application.task.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tasks in memory.
public final class InMemoryTasks implements Tasks {
    private final InMemoryStore.Table<InMemoryStore.Key, Task> table;
    private static final DepartmentId NOWHERE = new DepartmentId(Long.MAX_VALUE);

    private final Map<StaffId, DepartmentId> departments;
    private final BiPredicate<CustomerId, Sight> seen;

    /// @param departments where staff members work
    /// @param seen whether a sight sees a customer
    public InMemoryTasks(
            InMemoryStore store, Map<StaffId, DepartmentId> departments, BiPredicate<CustomerId, Sight> seen) {
        this.seen = seen;
        this.table = store.table();
        this.departments = departments;
    }

    private static InMemoryStore.Key key(BrandId brand, Task task) {
        return new InMemoryStore.Key(brand, task.id().value());
    }

    /// All tasks of a brand, by number.
    public List<Task> all(BrandId brand) {
        return table.of(brand).toList();
    }

    @Override
    public void add(BrandId brand, List<Task> tasks) {
        tasks.forEach(task -> table.rows().put(key(brand, task), task));
    }

    @Override
    public Optional<Task> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(task -> task.publicId().equals(id)).findFirst();
    }

    @Override
    public Optional<Task> lock(BrandId brand, PublicId id) {
        return byPublicId(brand, id);
    }

    @Override
    public List<Task> findAll(BrandId brand, Collection<TaskId> ids) {
        return table.of(brand).filter(task -> ids.contains(task.id())).toList();
    }

    @Override
    public boolean sees(BrandId brand, Sight sight, Task task) {
        if (sight.everything()) {
            return true;
        }
        var works = departments.getOrDefault(task.staff(), NOWHERE);
        var customer = task.customer();
        return sight.held(task.staff(), works)
                && (customer == null || MEETINGS.contains(task.kind()) || seen.test(customer, sight));
    }

    @Override
    public void replace(BrandId brand, List<Task> tasks) {
        for (Task task : tasks) {
            var stored = Objects.requireNonNull(table.rows().get(key(brand, task)));
            if (stored.version() + 1 != task.version()) {
                throw new StaleAggregate("task", task.id().value());
            }
            table.rows().put(key(brand, task), task);
        }
    }

    private Stream<Task> open(BrandId brand) {
        return table.of(brand)
                .filter(Task::open)
                .sorted(Comparator.comparing(Task::expiresAt)
                        .thenComparingLong(task -> task.id().value()));
    }

    @Override
    public List<Task> expired(BrandId brand, Instant now, int atMost) {
        return open(brand)
                .filter(task -> !task.expiresAt().isAfter(now))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextExpiryAt(BrandId brand) {
        return open(brand).map(Task::expiresAt).findFirst();
    }

    @Override
    public List<Task> openOf(BrandId brand, Collection<EnrolmentId> enrolments) {
        return table.of(brand)
                .filter(task -> task.open()
                        && task.source() != null
                        && enrolments.contains(task.source().enrolment()))
                .toList();
    }

    @Override
    public List<Task> openMessages(BrandId brand, Collection<CustomerId> customers) {
        return table.of(brand)
                .filter(task -> task.open()
                        && task.customer() != null
                        && customers.contains(task.customer())
                        && task.source() != null
                        && task.source().send() != null)
                .toList();
    }

    @Override
    public List<Task> openFor(BrandId brand, Collection<CustomerId> customers) {
        return table.of(brand)
                .filter(task -> task.open() && task.customer() != null && customers.contains(task.customer()))
                .toList();
    }

    @Override
    public List<Task> openOn(BrandId brand, ChannelAccountId account) {
        return table.of(brand)
                .filter(task -> task.open() && account.equals(task.work().account()))
                .toList();
    }

    @Override
    public List<Task> scripts(BrandId brand, @Nullable Expiry after, int atMost) {
        return open(brand)
                .filter(task -> task.script() != null && task.work().account() != null)
                .filter(task -> after == null
                        || task.expiresAt().isAfter(after.at())
                        || (task.expiresAt().equals(after.at()) && task.id().value() > after.id()))
                .limit(atMost)
                .toList();
    }

    @Override
    public void handOver(BrandId brand, List<Task> tasks) {
        replace(brand, tasks);
    }

    private static final Comparator<Task> TURNS = Comparator.comparing(
            Turn::of,
            Comparator.comparingLong(Turn::account)
                    .thenComparing(Comparator.comparingInt(Turn::worth).reversed())
                    .thenComparing(Turn::expiresAt)
                    .thenComparingLong(Turn::id));

    private static boolean onOneCard(Task one, Task other) {
        return one.customer() != null
                && one.customer().equals(other.customer())
                && one.staff().equals(other.staff())
                && Objects.equals(one.work().account(), other.work().account());
    }

    @Override
    public List<Task> cards(BrandId brand, Worklist list, @Nullable Turn after, int atMost) {
        var open = table.of(brand)
                .filter(task -> task.open() && !list.waits(task))
                .sorted(TURNS)
                .toList();
        return open.stream()
                .filter(task -> task.staff().equals(list.staff()))
                .filter(task -> list.account() == null
                        || list.account().equals(task.work().account()))
                .filter(task -> sees(brand, list.sight(), task))
                .filter(task -> after == null || after(Turn.of(task), after))
                .filter(task -> open.stream()
                        .takeWhile(earlier -> !earlier.id().equals(task.id()))
                        .noneMatch(earlier -> onOneCard(earlier, task)))
                .limit(atMost)
                .toList();
    }

    private static boolean after(Turn turn, Turn place) {
        int byAccount = Long.compare(turn.account(), place.account());
        int byWorth = byAccount == 0 ? Integer.compare(place.worth(), turn.worth()) : byAccount;
        int byExpiry = byWorth == 0 ? turn.expiresAt().compareTo(place.expiresAt()) : byWorth;
        return (byExpiry == 0 ? Long.compare(turn.id(), place.id()) : byExpiry) > 0;
    }

    @Override
    public Map<TaskId, List<Task>> onCards(BrandId brand, List<Task> first) {
        Map<TaskId, List<Task>> cards = new HashMap<>();
        for (Task each : first) {
            if (each.customer() != null) {
                cards.put(
                        each.id(),
                        table.of(brand)
                                .filter(task -> task.open() && onOneCard(each, task))
                                .sorted(TURNS)
                                .toList());
            }
        }
        return cards;
    }

    @Override
    public int inHand(BrandId brand, ChannelAccountId account, Set<String> kinds, Instant now) {
        return (int) table.of(brand)
                .filter(task -> account.equals(task.work().account())
                        && kinds.contains(task.kind())
                        && task.heldAt(now) != null)
                .count();
    }

    @Override
    public Map<ChannelAccountId, Integer> open(BrandId brand, Collection<ChannelAccountId> accounts, String kind) {
        Map<ChannelAccountId, Integer> open = new HashMap<>();
        table.of(brand)
                .filter(task -> task.kind().equals(kind) && task.open())
                .map(task -> task.work().account())
                .filter(account -> account != null && accounts.contains(account))
                .forEach(account -> open.merge(Objects.requireNonNull(account), 1, Integer::sum));
        return open;
    }

    @Override
    public Map<ChannelAccountId, Integer> standing(
            BrandId brand,
            Collection<ChannelAccountId> accounts,
            String kind,
            @Nullable String besides,
            Instant from,
            Instant until) {
        Map<ChannelAccountId, Integer> standing = new HashMap<>();
        table.of(brand)
                .filter(task -> task.kind().equals(kind)
                        && (task.open() || task.state() instanceof Task.State.Done)
                        && !task.dueAt().isBefore(from)
                        && task.dueAt().isBefore(until)
                        && (besides == null || !besides.equals(task.work().why())))
                .map(task -> task.work().account())
                .filter(account -> account != null && accounts.contains(account))
                .forEach(account -> standing.merge(Objects.requireNonNull(account), 1, Integer::sum));
        return standing;
    }

    @Override
    public List<Task> page(BrandId brand, Filter filter, @Nullable Place after, int atMost) {
        Comparator<Task> order = Comparator.comparing(Task::dueAt)
                .thenComparingLong(task -> task.id().value());
        return table.of(brand)
                .filter(task -> fits(brand, task, filter) && behind(task, after))
                .sorted(order)
                .limit(atMost)
                .toList();
    }

    private static boolean behind(Task task, @Nullable Place after) {
        if (after == null) {
            return true;
        }
        int byDue = task.dueAt().compareTo(after.dueAt());
        return byDue > 0 || (byDue == 0 && task.id().value() > after.id());
    }

    private boolean fits(BrandId brand, Task task, Filter filter) {
        var staff = filter.staff();
        var customer = filter.customer();
        Instant from = filter.dueFrom();
        Instant before = filter.dueBefore();
        return (staff == null || staff.equals(task.staff()))
                && (filter.states().isEmpty()
                        || filter.states().contains(task.state().code()))
                && (from == null || !task.dueAt().isBefore(from))
                && (before == null || task.dueAt().isBefore(before))
                && (customer == null || customer.equals(task.customer()))
                && sees(brand, filter.sight(), task);
    }
}
