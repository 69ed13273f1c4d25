package cn.siyu.adapter.persistence.contact;

import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.INTENT;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.SENDER;
import static cn.siyu.application.contact.port.ContactFixtures.batch;
import static cn.siyu.application.contact.port.ContactFixtures.deferred;
import static cn.siyu.application.contact.port.ContactFixtures.planned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.contact.port.BatchOutcome;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.ContactLog.BatchFilter;
import cn.siyu.application.contact.port.ContactLog.Of;
import cn.siyu.application.contact.port.ContactLog.SendFilter;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlContactLogTest {
    private static final Sight ALL = new Sight.Everything();

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

    abstract static class OnDatabase {
        private final ApplicationContext context;
        private final ContactLog log;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            log = context.getBean(ContactLog.class);
        }

        /// Batch 20 is sent, with one member delivered, one failed, one waiting; batch 21 is
        /// unknown; send 5 is deferred.
        @BeforeEach
        void world() {
            var rows = new ContactRows(context.getBean(Sql.class));
            rows.brand();
            rows.account();
            rows.customers(1, 5, ContactFixtures.ACCOUNT);
            var batches = context.getBean(SendBatches.class);
            batches.add(BRAND, List.of(batch(20), batch(21)));
            context.getBean(Sends.class)
                    .add(
                            BRAND,
                            List.of(
                                    planned(1, 20),
                                    planned(2, 20),
                                    planned(3, 20),
                                    planned(4, 21),
                                    deferred(5, NOW.plusSeconds(60))));
            batches.claim(
                    BRAND,
                    List.of(new SendBatches.Due(batch(20), 0, 0, SENDER), new SendBatches.Due(batch(21), 0, 0, SENDER)),
                    INTENT);
            batches.conclude(
                    BRAND,
                    new SendBatchId(20),
                    1,
                    new BatchOutcome.Sent("msg-1", NOW, NOW.plus(Duration.ofDays(2)), NOW.plusSeconds(60), null));
            batches.conclude(BRAND, new SendBatchId(21), 1, new BatchOutcome.Unknown("timeout"));
            rows.journey();
            context.getBean(SendResults.class)
                    .add(
                            BRAND,
                            List.of(
                                    SendResult.delivered(planned(1, 20), NOW.plusSeconds(5), NOW.plusSeconds(500)),
                                    SendResult.failed(planned(2, 20), "OVER_CAP", NOW.plusSeconds(5))));
        }

        private List<SendState> states(SendFilter filter) {
            return log.sends(BRAND, ALL, filter, ContactLog.NEWEST, 10).stream()
                    .map(SendView::state)
                    .toList();
        }

        @Test
        void showsWhereEverySendStandsNewestFirst() {
            assertThat(states(SendFilter.ANY))
                    .containsExactly(
                            SendState.DEFERRED,
                            SendState.UNKNOWN,
                            SendState.SENT,
                            SendState.FAILED,
                            SendState.DELIVERED);
            assertThat(log.sends(BRAND, ALL, SendFilter.ANY, 4, 1))
                    .extracting(send -> send.id().value())
                    .containsExactly(3L);
        }

        @Test
        void findsByStateCustomerAccountAndVersion() {
            assertThat(states(filter(SendState.FAILED))).containsExactly(SendState.FAILED);
            assertThat(states(SendFilter.of(new Of(id(1), id(7), id(31), id(32), id(34), id(20)))))
                    .containsExactly(SendState.DELIVERED);
            assertThat(states(SendFilter.of(new Of(null, null, id(99), null, null, null))))
                    .isEmpty();
        }

        @Test
        void findsByClassAndWhenItWasPlanned() {
            var marketing = Set.of(ContactClass.MARKETING);
            assertThat(states(new SendFilter(Of.ANYTHING, Set.of(), marketing, NOW, NOW.plusSeconds(1))))
                    .hasSize(5);
            assertThat(states(new SendFilter(Of.ANYTHING, Set.of(), Set.of(ContactClass.SERVICE), null, null)))
                    .isEmpty();
            assertThat(states(new SendFilter(Of.ANYTHING, Set.of(), marketing, null, NOW)))
                    .isEmpty();
        }

        private static PublicId id(long number) {
            return PublicId.of(NOW, number, number);
        }

        private static SendFilter filter(SendState state) {
            return SendFilter.in(state);
        }

        @Test
        void showsTheDecisionAndWhatCameOfIt() {
            var deferred = log.sends(BRAND, ALL, filter(SendState.DEFERRED), ContactLog.NEWEST, 1)
                    .getFirst();
            assertThat(deferred.reason()).isEqualTo("GAP");
            assertThat(deferred.explanation())
                    .isEqualTo(deferred(5, NOW).decision().explanation());
            assertThat(deferred.deferredUntil()).isEqualTo(NOW.plusSeconds(60));

            var failed = log.sends(BRAND, ALL, filter(SendState.FAILED), ContactLog.NEWEST, 1)
                    .getFirst();
            assertThat(failed.reason()).isEqualTo("OVER_CAP");
            assertThat(log.send(BRAND, ALL, failed.publicId())).contains(failed);
        }

        @Test
        void showsBatchesOfUnknownOutcome() {
            var unknown = new BatchFilter(null, Set.of(BatchState.UNKNOWN), null, null);
            var batch = log.batches(BRAND, ALL, unknown, ContactLog.NEWEST, 10).getFirst();
            assertThat(batch.reason()).isEqualTo("timeout");
            assertThat(batch.times().intentAt()).isEqualTo(NOW);
            assertThat(log.batch(BRAND, ALL, batch.publicId())).contains(batch);
        }

        @Test
        void showsWhatAnAccountSentOnADay() {
            var today = new BatchFilter(id(7), Set.of(), NOW, NOW.plusSeconds(1));
            var tomorrow = new BatchFilter(id(7), Set.of(), NOW.plusSeconds(1), NOW.plus(Duration.ofDays(1)));

            assertThat(log.batches(BRAND, ALL, today, ContactLog.NEWEST, 10))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.delivered()).isEqualTo(1);
                        assertThat(record.times().confirmedAt()).isNull();
                        assertThat(record.content()).isEqualTo(batch(20).content());
                    });
            assertThat(log.batches(BRAND, ALL, tomorrow, ContactLog.NEWEST, 10)).isEmpty();
        }

        @Test
        void showsARefusalOverNoAccountToWhoeverHasTheCustomer() {
            var sends = context.getBean(Sends.class);
            sends.add(BRAND, List.of(withoutLink(6, 1)));

            var refused = filter(SendState.REFUSED);
            assertThat(log.sends(
                            BRAND,
                            new Sight.OfOnePerson(new StaffId(1), new DepartmentId(1)),
                            refused,
                            ContactLog.NEWEST,
                            10))
                    .hasSize(1);
            assertThat(log.sends(
                            BRAND,
                            new Sight.OfOnePerson(new StaffId(2), new DepartmentId(2)),
                            refused,
                            ContactLog.NEWEST,
                            10))
                    .isEmpty();
        }

        @Test
        void hidesSendsOfACustomerWhoseRelationshipHasEnded() {
            var mine = new Sight.OfOnePerson(new StaffId(1), new DepartmentId(1));
            assertThat(log.sends(BRAND, mine, SendFilter.ANY, ContactLog.NEWEST, 10))
                    .isNotEmpty();
            context.getBean(Sql.class).update("UPDATE relationship SET ended_at = ?, ended_by = 'CUSTOMER'", NOW);

            assertThat(log.sends(BRAND, mine, SendFilter.ANY, ContactLog.NEWEST, 10))
                    .isEmpty();
            assertThat(log.sends(BRAND, ALL, SendFilter.ANY, ContactLog.NEWEST, 10))
                    .isNotEmpty();
        }

        private static Send withoutLink(long number, long customer) {
            var like = deferred(customer, NOW);
            return new Send(
                    new SendId(number),
                    id(number),
                    null,
                    like.origin(),
                    like.aim(),
                    null,
                    null,
                    ContactFixtures.decision(Send.Verdict.REFUSED, null),
                    null,
                    NOW);
        }

        @Test
        void whatAPersonSentIsDelivered() {
            var byHand = planned(3, 20).decided(ContactFixtures.decision(Send.Verdict.BY_TASK, null), null, NOW);
            context.getBean(Sends.class).decideAgain(BRAND, List.of(byHand));
            assertThat(states(filter(SendState.BY_TASK))).hasSize(1);

            context.getBean(SendResults.class).add(BRAND, List.of(SendResult.delivered(byHand, NOW, NOW)));

            assertThat(states(filter(SendState.BY_TASK))).isEmpty();
            assertThat(states(filter(SendState.DELIVERED))).hasSize(2);
        }

        @Test
        void showsNobodyWhatOthersSend() {
            var mine = List.of(
                    new Sight.InDepartments(Set.of(new DepartmentId(1))),
                    new Sight.OfOnePerson(new StaffId(1), new DepartmentId(1)));
            var others = List.of(
                    new Sight.InDepartments(Set.of(new DepartmentId(2))),
                    new Sight.OfOnePerson(new StaffId(2), new DepartmentId(2)));

            assertThat(mine).allSatisfy(sight -> {
                assertThat(log.sends(BRAND, sight, SendFilter.ANY, ContactLog.NEWEST, 10))
                        .hasSize(5);
                assertThat(log.batches(BRAND, sight, BatchFilter.ANY, ContactLog.NEWEST, 10))
                        .hasSize(2);
            });
            assertThat(others).allSatisfy(sight -> {
                assertThat(log.sends(BRAND, sight, SendFilter.ANY, ContactLog.NEWEST, 10))
                        .isEmpty();
                assertThat(log.batches(BRAND, sight, BatchFilter.ANY, ContactLog.NEWEST, 10))
                        .extracting(BatchView::id)
                        .isEmpty();
            });
        }
    }
}
