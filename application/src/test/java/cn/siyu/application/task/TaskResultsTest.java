package cn.siyu.application.task;

import static cn.siyu.application.task.port.TasksContract.BRAND;
import static cn.siyu.application.task.port.TasksContract.NOW;
import static cn.siyu.application.task.port.TasksContract.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.ConcludeByHand;
import cn.siyu.application.contact.KeepResults;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.contact.port.InMemorySendResults;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.EndTask.How;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskResultsTest {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryBrands brands = new InMemoryBrands(store);
    private final BrandClock clock = new BrandClock(brands, InstantSource.system());
    private final InMemoryTasks tasks = new InMemoryTasks(store, Map.of(), (_, _) -> true);
    private final InMemorySends sends = new InMemorySends(store);
    private final InMemorySendResults results = new InMemorySendResults(store, sends);
    private final TaskWitness witness;
    private final EndTask end;
    private final Task task = aTask(1, 7);

    TaskResultsTest() {
        var channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> NOW));
        var rules = new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of(channel)));
        var ledgers = new Ledgers(new InMemoryContactLedgers(store), new InMemoryRecipientQuotas(store), Persons.ALONE);
        witness = new TaskResults(new ConcludeByHand(sends, new KeepResults(results, ledgers, rules), ledgers, rules));
        end = new EndTask(
                tasks,
                new ResolveSight(new InMemoryDepartments(store), new InMemoryStaffMembers(store)),
                witness,
                store,
                clock);
    }

    @BeforeEach
    void thereIsATaskForASend() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        tasks.add(BRAND, List.of(task));
        sends.add(
                BRAND,
                List.of(ContactFixtures.planned(401, 1)
                        .decided(ContactFixtures.decision(Verdict.BY_TASK, null), null, null)));
    }

    private void end(How how) {
        var caller = new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), new DataScope.WholeBrand());
        end.handle(new EndTask.Command(caller, task.publicId(), how));
    }

    private Send.Decision decision() {
        return sends.all(BRAND).getFirst().decision();
    }

    @Test
    void aMessageWhoseTaskIsDoneIsDelivered() {
        end(new How.Done(null));

        assertThat(results.all(BRAND)).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(SendResult.Status.DELIVERED);
            assertThat(result.at()).isEqualTo(NOW);
            assertThat(result.windowUntil()).isAfter(NOW);
        });
    }

    @Test
    void aMessageWhoseTaskIsSkippedIsCancelled() {
        end(new How.Skipped("打不通"));

        assertThat(decision().verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(decision().reason()).isEqualTo(TaskResults.SKIPPED);
        assertThat(results.all(BRAND)).isEmpty();
    }

    @Test
    void aMessageWhoseTaskExpiresExpires() {
        new ExpireTasks(tasks, witness, store).runDue(BRAND, task.expiresAt(), 10);

        assertThat(decision().verdict()).isEqualTo(Verdict.EXPIRED);
        assertThat(decision().reason()).isEqualTo(TaskResults.EXPIRED);
    }

    @Test
    void aMessageWhoseTaskIsCancelledIsCancelledForTheSameReason() {
        witness.ended(BRAND, List.of(task.cancelled("GOAL", NOW)));

        assertThat(decision().verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(decision().reason()).isEqualTo("GOAL");
    }
}
