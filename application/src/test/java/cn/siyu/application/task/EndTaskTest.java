package cn.siyu.application.task;

import static cn.siyu.application.task.port.TasksContract.BRAND;
import static cn.siyu.application.task.port.TasksContract.NOW;
import static cn.siyu.application.task.port.TasksContract.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembersContract;
import cn.siyu.application.task.EndTask.How;
import cn.siyu.application.task.EndTask.Outcome;
import cn.siyu.application.task.port.InMemoryTaskReferences;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndTaskTest {
    private static final DepartmentId SHOP = new DepartmentId(80);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryBrands brands = new InMemoryBrands(store);
    private final BrandClock clock = new BrandClock(brands, InstantSource.system());
    private final InMemoryDepartments departments = new InMemoryDepartments(store);
    private final InMemoryTasks tasks =
            new InMemoryTasks(store, Map.of(new StaffId(7), SHOP, new StaffId(8), new DepartmentId(81)), this::seen);
    private final InMemoryStaffMembers members = new InMemoryStaffMembers(store);
    private final ResolveSight sights = new ResolveSight(departments, members);
    private boolean gone;
    private final List<Task> told = new ArrayList<>();
    private final TaskWitness witness = (_, ended) -> told.addAll(ended);
    private final EndTask end = new EndTask(tasks, sights, witness, store, clock);
    private final ReadTasks read = new ReadTasks(tasks, new InMemoryTaskReferences(), sights);
    private final ExpireTasks expire = new ExpireTasks(tasks, witness, store);
    private final Task task = aTask(1, 7);

    @BeforeEach
    void thereIsATask() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        tasks.add(BRAND, List.of(task, aTask(2, 8)));
        members.add(BRAND, StaffMembersContract.aMember(7, null, 1));
        members.add(BRAND, StaffMembersContract.aMember(8, null, 1));
    }

    private boolean seen(CustomerId customer, Sight sight) {
        return !gone;
    }

    private static Caller caller(DataScope sees) {
        return new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), sees);
    }

    private static Caller own(long staff) {
        return caller(new DataScope.Own(new StaffId(staff)));
    }

    private Outcome end(Caller caller, How how) {
        return end.handle(new EndTask.Command(caller, task.publicId(), how));
    }

    @Test
    void isDoneOnceHoweverOftenItIsSaid() {
        var done = (Outcome.Ended) end(own(7), new How.Done("满意"));

        assertThat(done.task().state())
                .isEqualTo(new State.Done(PublicId.of(NOW, 9, 9).toString(), "满意", NOW));
        assertThat(end(own(7), new How.Done("再说一次")))
                .isEqualTo(new Outcome.Before(done.task().state()));
        assertThat(told).containsExactly(done.task());
    }

    @Test
    void doesNotEndAnotherWay() {
        end(own(7), new How.Skipped("打不通"));

        assertThat(end(own(7), new How.Done(null))).isInstanceOf(Outcome.Before.class);
        assertThat(told).hasSize(1);
    }

    @Test
    void isNobodyElses() {
        assertThat(end(own(8), new How.Done(null))).isEqualTo(new Outcome.Unknown());
        assertThat(end(caller(new DataScope.OneDepartment(new DepartmentId(81))), new How.Done(null)))
                .isEqualTo(new Outcome.Unknown());
        assertThat(end(caller(new DataScope.OneDepartment(SHOP)), new How.Done(null)))
                .isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void listsTheCallersOwnWork() {
        var all = new ReadTasks.Wanted(null, Set.of("OPEN"), null, null, null);

        assertThat(read.tasks(own(7), all, null, 10)).extracting(TaskView::task).containsExactly(task);
        assertThat(read.tasks(caller(new DataScope.WholeBrand()), all, null, 10))
                .hasSize(2);
        assertThat(read.task(own(8), task.publicId())).isEmpty();
        assertThat(read.task(own(7), task.publicId()))
                .map(view -> view.refers().staffName())
                .contains("成员 7");
    }

    @Test
    void isNobodysOnceItsCustomerIsOutOfSight() {
        gone = true;

        assertThat(end(own(7), new How.Done(null))).isEqualTo(new Outcome.Unknown());
        assertThat(read.task(own(7), task.publicId())).isEmpty();
        assertThat(end(caller(new DataScope.WholeBrand()), new How.Done(null))).isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void expiresWhenItsTimeIsOver() {
        Instant late = task.expiresAt();
        assertThat(expire.nextDueAt(BRAND)).contains(late);
        assertThat(expire.runDue(BRAND, late.minusMillis(1), 10)).isZero();

        assertThat(expire.runDue(BRAND, late, 10)).isEqualTo(1);

        assertThat(told)
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(new State.Expired(late)));
        brands.moveClock(BRAND, late.plus(Duration.ofMinutes(1)));
        assertThat(end(own(7), new How.Done(null))).isInstanceOf(Outcome.Before.class);
    }
}
