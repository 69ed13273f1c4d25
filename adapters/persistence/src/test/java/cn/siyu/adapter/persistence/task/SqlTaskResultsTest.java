package cn.siyu.adapter.persistence.task;

import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.task.port.TasksContract.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.ConcludeByHand;
import cn.siyu.application.contact.KeepResults;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.ExpireTasks;
import cn.siyu.application.task.TaskResults;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.Ending;
import cn.siyu.domain.task.Task.State;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlTaskResultsTest {
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

    /// The tasks 1, 2 and 3 stand for the messages 401, 402 and 403.
    abstract static class OnDatabase {
        private final Tasks tasks;
        private final Sends sends;
        private final Responses responses;
        private final UnitOfWork work;
        private final TaskResults results;

        OnDatabase(TestDatabase database) {
            ApplicationContext context = database.emptied();
            tasks = context.getBean(Tasks.class);
            sends = context.getBean(Sends.class);
            responses = context.getBean(Responses.class);
            work = context.getBean(UnitOfWork.class);
            var channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> NOW));
            var rules = new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of(channel)));
            var ledgers = new Ledgers(
                    context.getBean(ContactLedgers.class),
                    context.getBean(RecipientQuotas.class),
                    context.getBean(Persons.class));
            var keep = new KeepResults(context.getBean(SendResults.class), ledgers, rules);
            results = new TaskResults(new ConcludeByHand(sends, keep, ledgers, rules));
            work.run(() -> {
                for (long number = 1; number <= 3; number++) {
                    tasks.add(BRAND, List.of(aTask(number, 7)));
                    sends.add(
                            BRAND,
                            List.of(ContactFixtures.planned(400 + number, 1)
                                    .decided(ContactFixtures.decision(Verdict.BY_TASK, null), null, NOW)));
                }
            });
        }

        private void end(Task task, State how) {
            work.run(() -> {
                var ended = ((Ending.Ended) task.end(how, NOW)).task();
                tasks.replace(BRAND, List.of(ended));
                results.ended(BRAND, List.of(ended));
            });
        }

        private List<SendId> handed() {
            return sends.byTask(BRAND, List.of(new SendId(401), new SendId(402), new SendId(403))).stream()
                    .map(send -> send.id())
                    .toList();
        }

        @Test
        void whatIsDoneIsDeliveredAndWaitsForAnAnswer() {
            end(aTask(1, 7), new State.Done("key", null, NOW));

            assertThat(responses.windows(BRAND, List.of(new CustomerId(401)), Instant.EPOCH))
                    .singleElement()
                    .satisfies(window -> {
                        assertThat(window.deliveredAt()).isEqualTo(NOW);
                        assertThat(window.status()).isEqualTo(Responses.Status.OPEN);
                    });
        }

        @Test
        void whatIsSkippedOrExpiresIsNotWithPeopleAnyMore() {
            end(aTask(2, 7), new State.Skipped("key", "打不通", NOW));
            new ExpireTasks(tasks, results, work).runDue(BRAND, aTask(3, 7).expiresAt(), 10);

            assertThat(handed()).isEmpty();
            assertThat(responses.contacted(BRAND, List.of(new CustomerId(401), new CustomerId(402))))
                    .isEmpty();
        }
    }
}
