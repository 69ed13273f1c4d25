package cn.siyu.application.continuity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.Inheritances.Taker;
import cn.siyu.application.continuity.port.TransferBook.Count;
import cn.siyu.application.continuity.port.TransferBook.Filter;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every pair of [Inheritances] and [TransferBook] does.
public interface ContinuityContract {
    BrandId BRAND = new BrandId(1);
    BrandId OTHER = new BrandId(2);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    ChannelAccountId FROM = new ChannelAccountId(10);
    ChannelAccountId TO = new ChannelAccountId(11);
    InheritanceId ORDER = new InheritanceId(100);

    Sight ALL = new Sight.Everything();

    Inheritances inheritances();

    StaffMembers members();

    TransferBook book();

    UnitOfWork work();

    static Inheritance anOrder(long id, Inheritance.Kind kind, Inheritance.State state) {
        return new Inheritance(
                new InheritanceId(id),
                PublicId.of(NOW, id, id),
                new StaffId(7),
                kind,
                ContactWay.Rule.LEAST_LOADED,
                "我换岗了",
                state,
                PublicId.of(NOW, 77, 77),
                null,
                NOW.plusSeconds(id),
                null,
                1);
    }

    static Transfer ofCustomer(long id, int contact) {
        return Transfer.queued(
                id,
                ORDER,
                new Transfer.OfCustomer(
                        new CustomerId(contact), new RelationshipId(contact), new IdentityId(contact), "wm" + contact),
                FROM,
                TO,
                NOW.plusSeconds(contact));
    }

    static Transfer ofGroup(long id, String group) {
        return Transfer.queued(id, ORDER, new Transfer.OfGroup(group), FROM, TO, NOW);
    }

    static TransferCall aCall(long id, Instant claimedAt) {
        return new TransferCall(id, ORDER, true, FROM, TO, true, 2, TransferCall.State.INTENT, null, NOW, claimedAt, 0);
    }

    @Test
    default void keepsAnOrderWithThoseWhoTakeOver() {
        var order = anOrder(100, Inheritance.Kind.ON_THE_JOB, Inheritance.State.PREPARING);
        var takers = List.of(new Taker(TO, 3, Standing.OPEN), new Taker(new ChannelAccountId(5), null, Standing.OPEN));
        work().run(() -> inheritances().add(BRAND, order, takers));

        assertThat(inheritances().find(BRAND, ORDER)).contains(order);
        assertThat(inheritances().byPublicId(BRAND, order.publicId())).contains(order);
        assertThat(inheritances().byPublicId(OTHER, order.publicId())).isEmpty();
        assertThat(inheritances().takers(BRAND, ORDER)).isEqualTo(takers);
        work().run(() -> inheritances().close(BRAND, ORDER, TO, Standing.FULL));
        assertThat(inheritances().takers(BRAND, ORDER).getFirst()).isEqualTo(new Taker(TO, 3, Standing.FULL));
    }

    @Test
    default void looksAtAnOrderAsLongAsItIsPreparing() {
        var order = anOrder(100, Inheritance.Kind.ON_THE_JOB, Inheritance.State.PREPARING);
        work().run(() -> inheritances().add(BRAND, order, List.of()));
        var due = order.startedAt();

        assertThat(inheritances().nextDueAt(BRAND)).contains(due);
        assertThat(inheritances().preparing(BRAND, due.minusMillis(1), 10)).isEmpty();
        assertThat(inheritances().preparing(BRAND, due, 10)).containsExactly(order);
        work().run(() -> {
            inheritances().replace(BRAND, order.troubled("away"));
            inheritances().putOff(BRAND, ORDER, due.plusSeconds(60));
        });
        assertThat(inheritances().nextDueAt(BRAND)).contains(due.plusSeconds(60));
        work().run(() -> inheritances().replace(BRAND, order.troubled("away").running()));
        assertThat(inheritances().nextDueAt(BRAND)).isEmpty();
        assertThatThrownBy(() -> work().run(() -> inheritances().replace(BRAND, order.running())))
                .isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void listsTheNewestOrdersFirst() {
        work().run(() -> {
            for (long id = 100; id < 104; id++) {
                inheritances()
                        .add(BRAND, anOrder(id, Inheritance.Kind.AFTER_LEAVING, Inheritance.State.RUNNING), List.of());
            }
        });

        assertThat(inheritances().newest(BRAND, ALL, 103, 2))
                .extracting(one -> one.id().value())
                .containsExactly(102L, 101L);
    }

    @Test
    default void showsOrdersOfWhoeverIsSeen() {
        var giver = new StaffMember(
                new StaffId(7), PublicId.of(NOW, 7, 7), null, "小达", new DepartmentId(3), true, 1, NOW, NOW);
        work().run(() -> {
            members().add(BRAND, giver);
            inheritances().add(BRAND, anOrder(100, Inheritance.Kind.ON_THE_JOB, Inheritance.State.RUNNING), List.of());
        });

        assertThat(shown(new Sight.InDepartments(Set.of(new DepartmentId(3), new DepartmentId(4)))))
                .hasSize(1);
        assertThat(shown(new Sight.InDepartments(Set.of(new DepartmentId(4))))).isEmpty();
        assertThat(shown(new Sight.InDepartments(Set.of()))).isEmpty();
        assertThat(shown(new Sight.OfOnePerson(new StaffId(7), new DepartmentId(3))))
                .hasSize(1);
        assertThat(shown(new Sight.OfOnePerson(new StaffId(8), new DepartmentId(3))))
                .isEmpty();
    }

    private List<Inheritance> shown(Sight sight) {
        return inheritances().newest(BRAND, sight, Long.MAX_VALUE, 10);
    }

    @Test
    default void showsNoTransferToWhoeverSeesNothing() {
        added(List.of(ofCustomer(1, 1), ofGroup(2, "wr1")));

        assertThat(page(Filter.ALL)).hasSize(2);
        assertThat(book().page(BRAND, ORDER, new Sight.InDepartments(Set.of()), Filter.ALL, 0, 100))
                .isEmpty();
    }

    @Test
    default void countsCustomersWhoAreOnTheirWayToSomebody() {
        var nobody = Transfer.ended(4, ORDER, ofCustomer(4, 4).subject(), FROM, State.NO_CAPACITY, null, NOW);
        added(List.of(ofCustomer(1, 1), ofCustomer(2, 2), ofCustomer(5, 5), ofGroup(3, "wr1"), nobody));
        change(List.of(ofCustomer(2, 2).asked(50, NOW)));
        change(List.of(ofCustomer(5, 5).ended(State.CANCELLED, null, NOW)));

        assertThat(book().promised(BRAND, Set.of(TO, FROM))).isEqualTo(Map.of(TO, 2));
        assertThat(book().promised(OTHER, Set.of(TO))).isEmpty();
    }

    @Test
    default void letsNobodyBeOnTwoWaysAtOnce() {
        assertThat(added(List.of(ofCustomer(1, 1), ofGroup(2, "wr1")))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(added(List.of(ofCustomer(3, 1), ofGroup(4, "wr1"), ofCustomer(5, 2))))
                .containsExactly(5L);
        var refused =
                Transfer.ended(6, ORDER, ofCustomer(6, 1).subject(), FROM, State.IMPOSSIBLE, Reason.UNDER_WAY, NOW);
        assertThat(added(List.of(refused))).containsExactly(6L);
        assertThat(book().underWay(BRAND, List.of(new RelationshipId(1), new RelationshipId(9))))
                .containsExactly(new RelationshipId(1));

        change(List.of(ofCustomer(1, 1).ended(State.CANCELLED, null, NOW)));

        assertThat(added(List.of(ofCustomer(7, 1)))).containsExactly(7L);
    }

    private Set<Long> added(List<Transfer> transfers) {
        return work().inTransaction(() -> book().add(BRAND, transfers));
    }

    private void change(List<Transfer> transfers) {
        work().run(() -> book().replace(BRAND, transfers));
    }

    @Test
    default void givesWhatIsDueInOrderAndRefusesAStaleChange() {
        added(List.of(ofCustomer(1, 3), ofCustomer(2, 2), ofCustomer(3, 9)));

        assertThat(book().nextDueAt(BRAND)).contains(NOW.plusSeconds(2));
        assertThat(book().queued(BRAND, NOW.plusSeconds(3), 10))
                .extracting(Transfer::id)
                .containsExactly(2L, 1L);
        assertThat(book().queuedOf(BRAND, ORDER)).hasSize(3);
        var asked = ofCustomer(2, 2).asked(50, NOW.plusSeconds(4));
        change(List.of(asked));
        assertThat(book().queued(BRAND, NOW.plusSeconds(3), 10))
                .extracting(Transfer::id)
                .containsExactly(1L);
        assertThatThrownBy(() -> change(List.of(asked))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void keepsEverythingOfATransfer() {
        var queued = ofCustomer(1, 1);
        added(List.of(queued));
        var waiting = queued.asked(50, NOW).waiting(NOW.plusSeconds(86_400));
        change(List.of(queued.asked(50, NOW)));
        change(List.of(waiting));

        assertThat(page(Filter.ALL)).containsExactly(waiting);
        var taken = waiting.taken(new RelationshipId(42), NOW.plusSeconds(86_400), NOW.plusSeconds(86_500));
        change(List.of(taken));
        assertThat(page(Filter.ALL)).containsExactly(taken);
        assertThat(book().anyOpen(BRAND, ORDER)).isFalse();
        assertThat(book().became(BRAND, new IdentityId(1), new RelationshipId(42)))
                .isTrue();
        assertThat(book().became(BRAND, new IdentityId(1), new RelationshipId(1)))
                .isFalse();
        assertThat(book().became(OTHER, new IdentityId(1), new RelationshipId(42)))
                .isFalse();
    }

    private List<Transfer> page(Filter filter) {
        return book().page(BRAND, ORDER, ALL, filter, 0, 100);
    }

    @Test
    default void filtersAndCounts() {
        var nobody = Transfer.ended(4, ORDER, ofCustomer(4, 4).subject(), FROM, State.NO_CAPACITY, null, NOW);
        added(List.of(ofCustomer(1, 1), ofCustomer(2, 2), ofGroup(3, "wr1"), nobody));

        assertThat(page(new Filter(Set.of(State.QUEUED), true, null)))
                .extracting(Transfer::id)
                .containsExactly(1L, 2L);
        assertThat(page(new Filter(Set.of(), false, TO)))
                .extracting(Transfer::id)
                .containsExactly(3L);
        assertThat(page(new Filter(Set.of(State.NO_CAPACITY, State.TAKEN), null, null)))
                .containsExactly(nobody);
        assertThat(book().page(BRAND, ORDER, ALL, Filter.ALL, 2, 1))
                .extracting(Transfer::id)
                .containsExactly(3L);
        assertThat(book().counts(BRAND, List.of(ORDER)))
                .containsExactlyInAnyOrder(
                        new Count(ORDER, true, State.QUEUED, 2),
                        new Count(ORDER, false, State.QUEUED, 1),
                        new Count(ORDER, true, State.NO_CAPACITY, 1));
    }

    @Test
    default void knowsWhoIsAwaitedByEitherSide() {
        var queued = ofCustomer(1, 1);
        added(List.of(queued));
        assertThat(book().awaited(BRAND, new IdentityId(1), FROM)).isEmpty();
        change(List.of(queued.asked(50, NOW)));

        assertThat(book().awaited(BRAND, new IdentityId(1), FROM)).isPresent();
        assertThat(book().awaited(BRAND, new IdentityId(1), TO)).isPresent();
        assertThat(book().awaited(BRAND, new IdentityId(1), new ChannelAccountId(12)))
                .isEmpty();
        assertThat(book().awaited(BRAND, new IdentityId(2), FROM)).isEmpty();
    }

    @Test
    default void readsResultsOfCallsWhenTheyAreDue() {
        var asked = ofCustomer(1, 1);
        added(List.of(asked));
        work().run(() -> {
            book().intend(BRAND, aCall(50, NOW));
            book().replace(BRAND, List.of(asked.asked(50, NOW)));
        });
        assertThat(book().nextDueAt(BRAND)).isEmpty();
        assertThat(conclude(50)).isTrue();
        assertThat(conclude(50)).isFalse();

        assertThat(book().nextDueAt(BRAND)).contains(NOW.plusSeconds(600));
        work().run(() -> book().readBy(BRAND, 50, NOW.plusSeconds(60)));
        work().run(() -> book().readBy(BRAND, 50, NOW.plusSeconds(300)));
        assertThat(book().toRead(BRAND, NOW.plusSeconds(59), 10)).isEmpty();
        var due = book().toRead(BRAND, NOW.plusSeconds(60), 10);
        assertThat(due).singleElement().satisfies(call -> {
            assertThat(call.state()).isEqualTo(TransferCall.State.DONE);
            assertThat(call.afterLeaving()).isTrue();
        });
        assertThat(book().openIn(BRAND, List.of(50L))).hasSize(1);
        work().run(() -> book().read(BRAND, due, Map.of(50L, NOW.plusSeconds(900))));
        assertThat(book().toRead(BRAND, NOW.plusSeconds(900), 10))
                .extracting(TransferCall::reads)
                .containsExactly(1);
        work().run(() -> book().read(BRAND, due, Map.of()));
        assertThat(book().nextDueAt(BRAND)).isEqualTo(Optional.empty());
    }

    private boolean conclude(long call) {
        return work().inTransaction(
                        () -> book().conclude(BRAND, call, TransferCall.State.DONE, null, NOW.plusSeconds(600)));
    }

    @Test
    default void takesCallsForUnknownWhoseCallerIsGone() {
        var one = ofCustomer(1, 1);
        var other = ofCustomer(2, 2);
        added(List.of(one, other));
        work().run(() -> {
            book().intend(BRAND, aCall(50, NOW));
            book().intend(BRAND, aCall(51, NOW.plusSeconds(60)));
            book().replace(BRAND, List.of(one.asked(50, NOW), other.asked(51, NOW)));
        });

        assertThat(book().anyGone(BRAND, NOW)).isFalse();
        assertThat(book().anyGone(BRAND, NOW.plusSeconds(30))).isTrue();
        int parked = work().inTransaction(() -> book().park(BRAND, NOW.plusSeconds(30), NOW.plusSeconds(90)));

        assertThat(parked).isOne();
        assertThat(page(Filter.ALL)).extracting(Transfer::state).containsExactly(State.UNKNOWN, State.ASKED);
        assertThat(book().toRead(BRAND, NOW.plusSeconds(90), 10))
                .extracting(TransferCall::id)
                .containsExactly(50L);
        assertThat(conclude(50)).isFalse();
    }

    @Test
    default void countsWhatChangedHandsOnTheJobAndGroupsOfTheDay() {
        work().run(() -> {
            inheritances().add(BRAND, anOrder(100, Inheritance.Kind.ON_THE_JOB, Inheritance.State.RUNNING), List.of());
        });
        var one = ofCustomer(1, 1);
        var group = ofGroup(2, "wr1");
        added(List.of(one, group));
        assertThat(book().waitingOnTheJob(BRAND, List.of("wm1", "wm2"))).isEmpty();
        change(List.of(one.asked(50, NOW), group.asked(51, NOW)));
        assertThat(book().waitingOnTheJob(BRAND, List.of("wm1", "wm2"))).isEqualTo(Map.of("wm1", 1));
        change(List.of(one.asked(50, NOW).taken(new RelationshipId(9), NOW.plusSeconds(5), NOW.plusSeconds(6))));

        assertThat(book().takenOnTheJob(BRAND, List.of("wm1", "wm2"), NOW))
                .isEqualTo(Map.of("wm1", List.of(NOW.plusSeconds(5))));
        assertThat(book().takenOnTheJob(BRAND, List.of("wm1"), NOW.plusSeconds(6)))
                .isEmpty();
        assertThat(book().waitingOnTheJob(BRAND, List.of("wm1", "wm2"))).isEmpty();
        assertThat(book().groupsAsked(BRAND, FROM, NOW)).isOne();
        assertThat(book().groupsAsked(BRAND, FROM, NOW.plusSeconds(1))).isZero();
    }
}
