package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.sop.port.SopFixtures;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What goes along with a customer to whoever takes over.
class WhatGoesAlongTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final ContinuityWorld world = new ContinuityWorld();

    @Test
    void tasksEnrolmentsAndMessagesGoOnWithWhoeverTookOver() {
        var one = world.customers(1).getFirst();
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

        assertThat(world.states(order)).containsExactly(State.TAKEN);
        var with = world.live(one).id();
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
        var one = world.customers(1).getFirst();
        world.farSide.staffLeaves("ada");
        world.started(world.wish(Kind.AFTER_LEAVING, null, List.of(), BOB));
        world.settle();
        world.pass(A_DAY);
        world.settle();

        var edges = world.ledger.carriesOf(BRAND, List.of(one.customer()));
        assertThat(edges).singleElement().satisfies(edge -> {
            assertThat(edge.from()).isEqualTo(one.id());
            assertThat(edge.to()).isEqualTo(world.live(one).id());
        });
        assertThat(edges).extracting(CarryEdge::share).doesNotContainNull();
    }
}
