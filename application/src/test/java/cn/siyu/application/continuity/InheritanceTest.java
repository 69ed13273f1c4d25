package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.continuity.ContinuityWorld.CYD;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.continuity.StartInheritance.Mistake;
import cn.siyu.application.continuity.StartInheritance.Outcome;
import cn.siyu.application.continuity.port.TransferCall;
import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.CustomerWorld;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.sop.port.SopFixtures;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InheritanceTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final ContinuityWorld world = new ContinuityWorld();

    private List<Relationship> customers(int number) {
        return IntStream.range(0, number).mapToObj(_ -> world.meets("ada", ADA)).toList();
    }

    private List<State> states(Inheritance order) {
        return world.transfers(order).stream().map(Transfer::state).distinct().toList();
    }

    private Relationship live(Relationship one) {
        return world.relationships(one).stream()
                .filter(Relationship::live)
                .reduce((_, _) -> {
                    throw new AssertionError("two live relationships");
                })
                .orElseThrow();
    }

    @Test
    void everybodyGoesToColleaguesAfterADayAndNobodyIsLost() {
        var all = customers(250);
        world.farSide.staffLeaves("ada");
        var order = world.started(world.all(Kind.AFTER_LEAVING, BOB, CYD));

        world.settle();
        assertThat(states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isEqualTo(4);
        assertThat(world.run().nextDueAt(BRAND)).contains(world.now().plus(A_DAY));

        world.pass(A_DAY);
        world.settle();

        assertThat(states(order)).containsExactly(State.TAKEN);
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
        assertThat(all).allSatisfy(one -> {
            assertThat(live(one).account()).isIn(BOB, CYD);
            assertThat(Objects.requireNonNull(
                                    world.relationships(one).getFirst().ended())
                            .by())
                    .isEqualTo(Relationship.By.TRANSFER);
        });
        assertThat(all.stream().filter(one -> live(one).account().equals(BOB)).count())
                .isEqualTo(125);
        assertThat(world.run().nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void aCustomerWhoRefusesStays() {
        var all = customers(2);
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        world.farSide.refusesTransfer(world.contact(all.getFirst()));
        world.pass(A_DAY);
        world.settle();

        assertThat(world.transfers(order)).extracting(Transfer::state).containsExactly(State.REFUSED, State.TAKEN);
        assertThat(live(all.getFirst()).account()).isEqualTo(ADA);
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
    }

    @Test
    void whoHasNoRoomPassesOnWhatTheyWereToTakeOver() {
        customers(6);
        world.farSide.isFull("bob");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.transfers(order))
                .allSatisfy(one -> assertThat(one.to()).isEqualTo(CYD));
        assertThat(states(order)).containsExactly(State.WAITING);
    }

    @Test
    void withoutRoomAnywhereNothingIsLost() {
        var all = customers(3);
        world.farSide.isFull("bob");
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();

        assertThat(states(order)).containsExactly(State.NO_CAPACITY);
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
        assertThat(all).allSatisfy(one -> assertThat(live(one).account()).isEqualTo(ADA));
    }

    @Test
    void aTakerWhomTheChannelDoesNotKnowIsReplaced() {
        customers(3);
        world.farSide.failNext(new Fault.Refused(NotDoneReason.FORBIDDEN));
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(states(order)).containsExactly(State.WAITING);
        assertThat(world.transfers(order).stream().map(Transfer::to).distinct()).hasSize(1);
        assertThat(world.order(order).problem()).contains("FORBIDDEN");
    }

    @Test
    void aBusyChannelIsAskedAgainLater() {
        customers(1);
        world.farSide.failNext(new Fault.Refused(NotDoneReason.THROTTLED));
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        assertThat(world.transfers(order)).extracting(Transfer::reason).containsExactly(Reason.CHANNEL_AWAY);

        world.pass(Duration.ofMinutes(1));
        world.settle();

        assertThat(states(order)).containsExactly(State.WAITING);
    }

    @Test
    void aLostAnswerIsLookedUpAndNotAskedForAgain() {
        customers(2);
        world.farSide.failNext(new Fault.AnswerLost());
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        assertThat(states(order)).containsExactly(State.UNKNOWN);

        world.pass(Duration.ofMinutes(1));
        world.settle();

        assertThat(states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isOne();
    }

    @Test
    void aLostRequestIsAskedForAgainOnceItCertainlyDidNotArrive() {
        customers(2);
        world.farSide.failNext(new Fault.RequestLost());
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();
        world.pass(Duration.ofMinutes(5));
        world.settle();
        assertThat(states(order)).containsExactly(State.UNKNOWN);

        world.pass(Duration.ofMinutes(10));
        world.settle();

        assertThat(states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isOne();
    }

    @Test
    void whoeverComesAfterAKillLooksBeforeItAsks() {
        customers(2);
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        var asked = world.transfers(order).stream()
                .map(one -> one.asked(77, world.now()))
                .toList();
        world.world.store.run(() -> {
            world.book.intend(
                    BRAND,
                    new TransferCall(
                            77,
                            order.id(),
                            true,
                            ADA,
                            BOB,
                            false,
                            2,
                            TransferCall.State.INTENT,
                            null,
                            world.now(),
                            Instant.parse("2026-11-01T00:00:00Z"),
                            0));
            world.book.replace(BRAND, asked);
        });
        world.settle();
        assertThat(states(order)).containsExactly(State.ASKED);

        world.machinePasses(Duration.ofSeconds(31));
        world.settle();
        assertThat(states(order)).containsExactly(State.UNKNOWN);
        assertThat(world.farSide.transferCalls()).isZero();
        world.pass(Duration.ofMinutes(20));
        world.settle();

        assertThat(states(order)).containsExactly(State.WAITING);
        assertThat(world.farSide.transferCalls()).isOne();
    }

    @Test
    void changesHandsTwiceInNinetyDaysAndThenWaits() {
        var one = customers(1).getFirst();
        for (int time = 0; time < 2; time++) {
            world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
            world.settle();
            world.pass(A_DAY);
            world.settle();
            assertThat(live(one).account()).isEqualTo(BOB);
            giveBack(one);
        }
        var third = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();

        assertThat(world.transfers(third)).singleElement().satisfies(transfer -> {
            assertThat(transfer.reason()).isEqualTo(Reason.PLATFORM_LIMIT);
            assertThat(Duration.between(world.now(), transfer.dueAt()))
                    .isBetween(Duration.ofDays(80), Duration.ofDays(90));
        });
        assertThat(world.farSide.transferCalls()).isEqualTo(2);
    }

    /// The customer adds ada again by themselves, and the far side forgets the last transfer.
    private void giveBack(Relationship one) {
        world.pass(Duration.ofHours(1));
        world.farSide.refusesTransfer(world.contact(one));
        world.world.add.handle(new AddRelationship.Command(
                BRAND,
                ADA,
                ContinuityWorld.key(world.contact(one)),
                new AddRelationship.Person(null, Customer.Gender.UNKNOWN, null),
                1,
                null,
                world.now()));
        world.world.end.handle(new EndRelationship.Command(
                BRAND, BOB, ContinuityWorld.key(world.contact(one)), Relationship.By.STAFF, world.now()));
        world.pass(Duration.ofHours(1));
    }

    @Test
    void groupsGoAtOnceAndSoManyADay() {
        var groups = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            groups.add(world.farSide.groupOf("ada"));
        }
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB, CYD));
        world.settle();

        assertThat(world.transfers(order).stream().filter(one -> one.state() == State.TAKEN))
                .hasSize(3);
        assertThat(world.transfers(order).stream().filter(one -> one.reason() == Reason.PLATFORM_LIMIT))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.dueAt()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z")));
        world.pass(Duration.ofHours(8));
        world.settle();

        assertThat(states(order)).containsExactly(State.TAKEN);
        assertThat(groups)
                .allSatisfy(group -> assertThat(world.farSide.ownerOf(group)).isNotEqualTo("ada"));
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
    }

    @Test
    void callbacksMakeItBeReadSoonerAndDecideNothing() {
        var one = customers(1).getFirst();
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        var key = ContinuityWorld.key(world.contact(one));
        assertThat(world.notice().noticed(BRAND, key, ADA, world.now())).isFalse();
        world.settle();

        assertThat(world.notice().noticed(BRAND, key, ADA, world.now())).isTrue();
        assertThat(world.run().nextDueAt(BRAND)).contains(world.now());
        world.settle();
        assertThat(states(order)).containsExactly(State.WAITING);
        assertThat(world.notice().noticed(BRAND, key, CYD, world.now())).isFalse();
        world.pass(A_DAY);
        world.settle();

        assertThat(states(order)).containsExactly(State.TAKEN);
        assertThat(world.notice().noticed(BRAND, key, ADA, world.now())).isFalse();
    }

    @Test
    void tasksEnrolmentsAndMessagesGoOnWithWhoeverTookOver() {
        var one = customers(1).getFirst();
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();
        var now = world.now();
        world.tasks.add(BRAND, List.of(aTask(one, now)));
        world.enrolments.add(BRAND, List.of(anEnrolment(one, now)));
        world.sends.batches.add(BRAND, List.of(ContactFixtures.batch(50)));
        world.sends.sends.add(
                BRAND,
                List.of(
                        of(one, ContactFixtures.planned(41, 50)),
                        of(one, ContactFixtures.deferred(42, now.plus(Duration.ofDays(3))))));
        world.pass(A_DAY);
        world.settle();

        assertThat(states(order)).containsExactly(State.TAKEN);
        var with = live(one).id();
        assertThat(world.tasks.all(BRAND)).singleElement().satisfies(task -> {
            assertThat(task.staff()).isEqualTo(new StaffId(2));
            assertThat(task.relationship()).isEqualTo(with);
            assertThat(task.open()).isTrue();
        });
        assertThat(world.enrolments.running(BRAND, List.of(one.customer())))
                .extracting(Enrolment::relationship)
                .containsExactly(with);
        assertThat(world.sends.sends.all(BRAND)).allSatisfy(send -> {
            assertThat(send.decision().verdict()).isEqualTo(Send.Verdict.DEFERRED);
            assertThat(send.batch()).isNull();
            assertThat(Objects.requireNonNull(send.route()).relationship()).isEqualTo(with);
            assertThat(Objects.requireNonNull(send.route()).account()).isEqualTo(BOB);
        });
        assertThat(world.sends.sends.all(BRAND))
                .extracting(send -> send.decision().reason())
                .containsExactly("TRANSFERRED", "GAP");
    }

    private static Send of(Relationship one, Send send) {
        var aim = send.aim();
        var route = Objects.requireNonNull(send.route());
        return new Send(
                send.id(),
                send.publicId(),
                send.batch(),
                send.origin(),
                new Send.Aim(
                        one.customer(),
                        aim.contactClass(),
                        aim.touchpoint(),
                        aim.winBack(),
                        aim.zone(),
                        aim.deadline()),
                new Send.Route(one.id(), ADA, one.identity(), route.recipient()),
                send.material(),
                send.decision(),
                send.reservedAt(),
                send.createdAt());
    }

    private static Task aTask(Relationship one, Instant now) {
        return new Task(
                new TaskId(31),
                PublicId.of(now, 31, 31),
                "CALL",
                one.customer(),
                one.id(),
                null,
                new StaffId(1),
                "回访",
                null,
                now,
                now.plus(Duration.ofDays(9)),
                new Task.State.Open(),
                1,
                now,
                now);
    }

    private static Enrolment anEnrolment(Relationship one, Instant now) {
        var blank = SopFixtures.anEnrolment(32, 1, one.customer().value(), now.plus(Duration.ofDays(9)));
        return new Enrolment(
                blank.id(),
                blank.publicId(),
                blank.sop(),
                blank.version(),
                one.customer(),
                one.id(),
                blank.arm(),
                blank.origin(),
                now,
                null,
                1,
                blank.progress());
    }

    @Test
    void socialTrustIsCarriedAtItsShare() {
        var one = customers(1).getFirst();
        world.farSide.staffLeaves("ada");
        world.started(world.wish(Kind.AFTER_LEAVING, null, List.of(), BOB));
        world.settle();
        world.pass(A_DAY);
        world.settle();

        var edges = world.ledger.carriesOf(BRAND, List.of(one.customer()));
        assertThat(edges).singleElement().satisfies(edge -> {
            assertThat(edge.from()).isEqualTo(one.id());
            assertThat(edge.to()).isEqualTo(live(one).id());
        });
        assertThat(edges).extracting(CarryEdge::share).doesNotContainNull();
    }

    @Test
    void aStoppedOrderAsksForNothingMoreAndFollowsWhatItAskedFor() {
        customers(2);
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        var cancel = new CancelInheritance(world.world.store, world.world.clock, world.inheritances, world.book);
        world.settle();
        var later = world.meets("ada", ADA);
        var second = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));

        for (Inheritance one : List.of(order, second)) {
            cancel.handle(new CancelInheritance.Command(world.caller(), one.publicId()));
        }
        world.settle();
        world.pass(A_DAY);
        world.settle();

        assertThat(states(order)).containsExactly(State.TAKEN);
        assertThat(world.transfers(second))
                .extracting(Transfer::state)
                .containsExactly(State.IMPOSSIBLE, State.IMPOSSIBLE, State.CANCELLED);
        assertThat(live(later).account()).isEqualTo(ADA);
        assertThat(world.order(second).finishedAt()).isNotNull();
    }

    @Test
    void aPreviewSaysWhoWouldGoWhereAndWritesNothing() {
        customers(10);
        world.farSide.groupOf("ada");
        var preview = (Outcome.Previewed) world.start().preview(world.all(Kind.ON_THE_JOB, BOB, CYD));

        assertThat(preview.lines())
                .hasSize(11)
                .allSatisfy(line -> assertThat(line.to()).isNotNull());
        assertThat(preview.groupsKnown()).isTrue();
        assertThat(world.book.all(BRAND)).isEmpty();
    }

    @Test
    void saysAllThatIsWrongWithAWish() {
        var nobody = PublicId.of(Instant.EPOCH, 5, 5);
        var wish = new StartInheritance.Command(
                world.caller(),
                PublicId.of(CustomerWorld.NOW, 1, 1),
                Kind.AFTER_LEAVING,
                ContactWay.Rule.LEAST_LOADED,
                List.of(
                        new StartInheritance.Share(nobody, null),
                        new StartInheritance.Share(ContinuityWorld.publicId(ADA), null)),
                nobody,
                List.of(nobody),
                null,
                "再见");

        assertThat(((Outcome.Wrong) world.start().start(wish)).mistakes())
                .containsExactlyInAnyOrder(
                        new Mistake.MessageAfterLeaving(),
                        new Mistake.TakerUnknown(0),
                        new Mistake.TakerIsGiver(1),
                        new Mistake.DepartmentUnknown(),
                        new Mistake.CustomerUnknown(0));
    }
}
