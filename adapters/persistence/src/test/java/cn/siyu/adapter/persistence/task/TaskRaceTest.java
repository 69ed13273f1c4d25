package cn.siyu.adapter.persistence.task;

import static cn.siyu.application.task.port.TasksContract.BRAND;
import static cn.siyu.application.task.port.TasksContract.NOW;
import static cn.siyu.application.task.port.TasksContract.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.task.EndTask;
import cn.siyu.application.task.EndTask.How;
import cn.siyu.application.task.EndTask.Outcome;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two operators say at the same moment that one task is done, each inside the transaction of a
/// call.
class TaskRaceTest {
    private static final int TASKS = 10;

    private final AtomicInteger told = new AtomicInteger();

    private EndTask end(ApplicationContext context) {
        context.getBean(Brands.class).add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        TaskWitness witness = (_, ended) -> told.addAndGet(ended.size());
        var sights = new ResolveSight(context.getBean(Departments.class), context.getBean(StaffMembers.class));
        var clock = new BrandClock(context.getBean(Brands.class), InstantSource.system());
        return new EndTask(context.getBean(Tasks.class), sights, witness, context.getBean(UnitOfWork.class), clock);
    }

    @ParameterizedTest
    @EnumSource
    void endsOnceAndTellsTheSecondOfTheFirst(TestDatabase database) throws Exception {
        var context = database.emptied();
        var end = end(context);
        var work = context.getBean(UnitOfWork.class);
        for (long number = 1; number <= TASKS; number++) {
            Task task = aTask(number, 7);
            context.getBean(Tasks.class).add(BRAND, List.of(task));
            var barrier = new CyclicBarrier(2);
            try (var operators = Executors.newFixedThreadPool(2)) {
                var both = operators.invokeAll(
                        List.of(() -> ended(end, work, barrier, task, 1), () -> ended(end, work, barrier, task, 2)));
                assertThat(List.of(both.get(0).get(), both.get(1).get()))
                        .hasOnlyElementsOfTypes(Outcome.Ended.class, Outcome.Before.class)
                        .filteredOn(Outcome.Ended.class::isInstance)
                        .hasSize(1);
            }
        }
        assertThat(told).hasValue(TASKS);
    }

    private static Outcome ended(EndTask end, UnitOfWork work, CyclicBarrier barrier, Task task, long key)
            throws Exception {
        var caller = new Caller(BRAND, PublicId.of(NOW, key, key), Set.of(), new DataScope.WholeBrand());
        barrier.await();
        return work.inTransaction(() -> end.handle(new EndTask.Command(caller, task.publicId(), new How.Done(null))));
    }
}
