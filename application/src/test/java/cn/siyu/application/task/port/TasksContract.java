package cn.siyu.application.task.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.task.port.Tasks.Filter;
import cn.siyu.application.task.port.Tasks.Place;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.State;
import cn.siyu.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Tasks] does.
public interface TasksContract extends AccountTasksContract {
    Filter ALL = Filter.ANY;

    /// Adds a staff member who works in a department.
    void staff(StaffId staff, DepartmentId department);

    /// Lets a staff member, known by [#staff], have a live relationship with a customer.
    void serve(CustomerId customer, StaffId staff);

    /// A task of a staff member, due in as many minutes as its number and open for a day.
    static Task aTask(long number, long staff) {
        return new Task(
                new TaskId(number),
                PublicId.of(NOW, number, number),
                "CALL",
                new CustomerId(100 + number),
                new RelationshipId(200 + number),
                new Task.Source(new EnrolmentId(300 + number), 2, new SendId(400 + number)),
                new StaffId(staff),
                "回访",
                "您好 🙂",
                NOW.plus(Duration.ofMinutes(number)),
                NOW.plus(Duration.ofDays(1)).plusSeconds(number),
                new State.Open(),
                1,
                NOW,
                NOW);
    }

    private List<Task> page(Filter filter) {
        return tasks().page(BRAND, filter, null, 10);
    }

    @Test
    default void keepsEveryStateAsItIs() {
        var tasks = tasks();
        List<Task> open = List.of(aTask(1, 7), aTask(2, 7), aTask(3, 7), aTask(4, 7), aTask(5, 7));
        tasks.add(BRAND, open);
        var changed = List.of(
                AccountTasksContract.ended(open.get(1), new State.Done("key", "满意", NOW)),
                AccountTasksContract.ended(open.get(2), new State.Skipped("key", "打不通", NOW)),
                open.get(3).expired(NOW.plusSeconds(9)),
                open.get(4).cancelled("LOSS", NOW));
        tasks.replace(BRAND, changed);

        List<Task> all = new ArrayList<>(List.of(open.getFirst()));
        all.addAll(changed);
        assertThat(page(ALL)).containsExactlyElementsOf(all);
        assertThat(tasks.byPublicId(BRAND, changed.getFirst().publicId())).contains(changed.getFirst());
        assertThat(tasks.byPublicId(new BrandId(2), changed.getFirst().publicId()))
                .isEmpty();
        assertThat(tasks.findAll(BRAND, List.of(new TaskId(1), new TaskId(2), new TaskId(99))))
                .containsExactly(open.getFirst(), changed.getFirst());
        assertThat(tasks.findAll(BRAND, List.of())).isEmpty();
    }

    @Test
    default void keepsATaskWithoutSourceOrScript() {
        var plain = aTask(1, 7);
        var made = new Task(
                plain.id(),
                plain.publicId(),
                "CALL",
                plain.customer(),
                null,
                null,
                plain.staff(),
                "回访",
                null,
                plain.dueAt(),
                plain.expiresAt(),
                new State.Open(),
                1,
                NOW,
                NOW);
        tasks().add(BRAND, List.of(made));

        assertThat(page(ALL)).containsExactly(made);
    }

    @Test
    default void refusesAStaleTask() {
        var tasks = tasks();
        var task = aTask(1, 7);
        tasks.add(BRAND, List.of(task));
        var done = AccountTasksContract.ended(task, new State.Done("key", null, NOW));
        tasks.replace(BRAND, List.of(done));

        assertThatThrownBy(() -> tasks.replace(BRAND, List.of(done))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void listsByFilterAndPlace() {
        var tasks = tasks();
        List<Task> open = List.of(aTask(1, 7), aTask(2, 8), aTask(3, 7));
        tasks.add(BRAND, open);
        var done = AccountTasksContract.ended(open.getFirst(), new State.Done("key", null, NOW));
        tasks.replace(BRAND, List.of(done));

        var ofSeven = new StaffId(7);
        Instant secondDue = open.get(1).dueAt();
        assertThat(page(new Filter(ofSeven, Set.of(), null, null, null, new Sight.Everything())))
                .containsExactly(done, open.get(2));
        assertThat(page(new Filter(ofSeven, Set.of("OPEN"), null, null, null, new Sight.Everything())))
                .containsExactly(open.get(2));
        assertThat(page(new Filter(ofSeven, Set.of("OPEN", "DONE"), null, null, null, new Sight.Everything())))
                .containsExactly(done, open.get(2));
        assertThat(page(new Filter(null, Set.of(), new CustomerId(102), null, null, new Sight.Everything())))
                .containsExactly(open.get(1));
        assertThat(page(new Filter(null, Set.of(), null, secondDue, null, new Sight.Everything())))
                .containsExactly(open.get(1), open.get(2));
        assertThat(page(new Filter(null, Set.of(), null, null, secondDue, new Sight.Everything())))
                .containsExactly(done);
        assertThat(after(open.get(1), 10)).containsExactly(open.get(2));
        assertThat(tasks.page(BRAND, ALL, null, 1)).containsExactly(done);
        assertThat(tasks.page(new BrandId(2), ALL, null, 10)).isEmpty();
    }

    private List<Task> after(Task task, int atMost) {
        @Nullable Place place = new Place(task.dueAt(), task.id().value());
        return tasks().page(BRAND, ALL, place, atMost);
    }

    @Test
    default void showsTheWorkOfPeopleAboutCustomersThatAreSeen() {
        var task = aTask(1, 7);
        var ofAStranger = aTask(2, 7);
        tasks().add(BRAND, List.of(task, ofAStranger));
        staff(new StaffId(7), new DepartmentId(80));
        staff(new StaffId(8), new DepartmentId(81));
        serve(Objects.requireNonNull(task.customer()), new StaffId(7));
        serve(Objects.requireNonNull(ofAStranger.customer()), new StaffId(8));

        assertSeen(new Sight.Everything(), task, ofAStranger);
        assertSeen(new Sight.OfOnePerson(new StaffId(7), new DepartmentId(80)), task);
        assertSeen(new Sight.OfOnePerson(new StaffId(8), new DepartmentId(81)));
        assertSeen(new Sight.InDepartments(Set.of(new DepartmentId(80))), task);
        assertSeen(new Sight.InDepartments(Set.of(new DepartmentId(81))));
        assertSeen(new Sight.InDepartments(Set.of(new DepartmentId(80), new DepartmentId(81))), task, ofAStranger);
        assertSeen(new Sight.InDepartments(Set.of()));
    }

    @Test
    default void showsWhomSomebodyIsToMeetToWhoeverDoesIt() {
        var toCall = aTask(1, 7);
        var toAdd = meeting(aTask(2, 7), Deed.Add.KIND);
        var toAccept = meeting(aTask(3, 7), Deed.Accept.KIND);
        tasks().add(BRAND, List.of(toCall, toAdd, toAccept));
        staff(new StaffId(7), new DepartmentId(80));
        staff(new StaffId(8), new DepartmentId(81));
        serve(Objects.requireNonNull(toCall.customer()), new StaffId(8));

        assertSeen(new Sight.OfOnePerson(new StaffId(7), new DepartmentId(80)), toAdd, toAccept);
        assertSeen(new Sight.InDepartments(Set.of(new DepartmentId(80))), toAdd, toAccept);
        assertSeen(new Sight.InDepartments(Set.of(new DepartmentId(81))));
    }

    private static Task meeting(Task one, String kind) {
        return new Task(
                one.id(),
                one.publicId(),
                kind,
                one.customer(),
                null,
                null,
                one.staff(),
                one.title(),
                one.script(),
                one.dueAt(),
                one.expiresAt(),
                one.state(),
                one.version(),
                one.createdAt(),
                one.updatedAt());
    }

    private void assertSeen(Sight sight, Task... seen) {
        assertThat(page(new Filter(null, Set.of(), null, null, null, sight))).containsExactly(seen);
        assertThat(page(ALL).stream().filter(task -> tasks().sees(BRAND, sight, task)))
                .containsExactly(seen);
    }

    @Test
    default void findsWhatHasExpiredAndWhatAnEnrolmentLeft() {
        var tasks = tasks();
        var first = aTask(1, 7);
        var second = aTask(2, 7);
        tasks.add(BRAND, List.of(second, first));

        assertThat(tasks.nextExpiryAt(BRAND)).contains(first.expiresAt());
        assertThat(tasks.expired(BRAND, first.expiresAt(), 10)).containsExactly(first);
        assertThat(tasks.expired(BRAND, second.expiresAt(), 10)).containsExactly(first, second);
        assertThat(tasks.expired(BRAND, second.expiresAt(), 1)).containsExactly(first);
        assertThat(tasks.openOf(BRAND, List.of(new EnrolmentId(302), new EnrolmentId(999))))
                .containsExactly(second);
        tasks.replace(BRAND, List.of(second.cancelled("GOAL", NOW)));
        assertThat(tasks.openOf(BRAND, List.of(new EnrolmentId(302)))).isEmpty();
    }

    @Test
    default void findsTheOpenMessagesOfACustomer() {
        var tasks = tasks();
        var message = aTask(1, 7);
        var call = like(aTask(2, 7), new Task.Source(new EnrolmentId(302), 2, null));
        var ended = like(aTask(3, 7), Objects.requireNonNull(message.source()));
        var another = like(aTask(4, 8), Objects.requireNonNull(message.source()));
        tasks.add(BRAND, List.of(message, call, ended, another, aTask(5, 7)));
        tasks.replace(BRAND, List.of(AccountTasksContract.ended(ended, new State.Done("key", null, NOW))));
        var customer = Objects.requireNonNull(message.customer());

        assertThat(tasks.openMessages(BRAND, Set.of(customer))).containsExactly(message, another);
        assertThat(tasks.openMessages(new BrandId(2), Set.of(customer))).isEmpty();
        assertThat(tasks.openMessages(BRAND, Set.of(new CustomerId(9)))).isEmpty();
    }

    /// A task of the same customer as the first one's.
    private static Task like(Task task, Task.Source source) {
        return new Task(
                task.id(),
                task.publicId(),
                task.kind(),
                new CustomerId(101),
                task.relationship(),
                source,
                task.staff(),
                task.title(),
                task.script(),
                task.dueAt(),
                task.expiresAt(),
                task.state(),
                task.version(),
                task.createdAt(),
                task.updatedAt());
    }
}
