package cn.siyu.application.sop;

import static cn.siyu.application.sop.SopWorld.BRAND;
import static cn.siyu.application.sop.SopWorld.MATERIAL;
import static cn.siyu.application.sop.SopWorld.relationship;
import static cn.siyu.application.sop.port.SopFixtures.aSend;
import static cn.siyu.application.sop.port.SopFixtures.definition;
import static cn.siyu.application.sop.port.SopFixtures.expression;
import static cn.siyu.application.sop.port.SopFixtures.publicId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.sop.EnrolCustomers.Answer;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EnrolTest {
    private static final Step DAY = new Step.WaitFor(Duration.ofDays(1));
    private static final Step SEND = aSend(MATERIAL);
    private static final ContactWayId SHOP = new ContactWayId(17);

    private final SopWorld world = new SopWorld();

    private static Trigger added(@Nullable Duration reenterAfter, ContactWayId... ways) {
        return new Trigger.RelationshipAdded(Set.of(ways), reenterAfter);
    }

    @Nested
    class ByHand {
        @Test
        void answersForEachCustomer() {
            var sop = world.sop(definition(new Trigger.Manual(), "customer.nickname starts with '老'", DAY, SEND));
            var fits = world.customer("老张", null);
            var not = world.customer("小李", null);
            var in = world.customer("老王", null);
            world.enrol(sop, in);

            var outcome = world.byHand.handle(new EnrolCustomers.Command(
                    SopWorld.caller(new DataScope.WholeBrand()),
                    sop.publicId(),
                    List.of(fits.publicId(), not.publicId(), in.publicId(), publicId(99))));

            assertThat(((EnrolCustomers.Outcome.Answered) outcome).answers())
                    .containsEntry(not.publicId(), new Answer.NotInAudience())
                    .containsEntry(in.publicId(), new Answer.AlreadyIn())
                    .containsEntry(publicId(99), new Answer.Unknown())
                    .containsEntry(fits.publicId(), new Answer.Enrolled(world.only(fits)));
            assertThat(world.only(fits).origin()).isEqualTo(Enrolment.Origin.MANUAL);
        }

        @Test
        void takesNobodyWhomTheCallerDoesNotSee() {
            var sop = world.sop(definition(new Trigger.Manual(), null, DAY, SEND));
            var own = world.customer();
            var foreign = world.customer();
            world.unseen.add(foreign.id());
            var clerk = SopWorld.caller(new DataScope.Own(new StaffId(7)));

            var outcome = world.byHand.handle(
                    new EnrolCustomers.Command(clerk, sop.publicId(), List.of(own.publicId(), foreign.publicId())));

            assertThat(((EnrolCustomers.Outcome.Answered) outcome).answers())
                    .containsEntry(own.publicId(), new Answer.Enrolled(world.only(own)))
                    .containsEntry(foreign.publicId(), new Answer.Unknown());
        }

        @Test
        void takesWhomAnExpressionDescribesOnce() {
            var sop = world.sop(definition(new Trigger.Manual(), "customer.nickname starts with '老'", DAY, SEND));
            var fits = world.customer("老张", null);
            world.customer("老李", null);
            world.customer("小张", null);
            var foreign = world.customer("老老张", null);
            world.unseen.add(foreign.id());
            var command = new EnrolMatching.Command(
                    SopWorld.caller(new DataScope.Own(new StaffId(7))),
                    sop.publicId(),
                    expression("customer.nickname contains '张'"));

            assertThat(world.matching.handle(command)).isEqualTo(new EnrolMatching.Outcome.Enrolled(1, false));
            assertThat(world.matching.handle(command)).isEqualTo(new EnrolMatching.Outcome.Enrolled(0, false));

            assertThat(world.only(fits).origin()).isEqualTo(Enrolment.Origin.MANUAL);
            assertThat(world.enrolments.all(BRAND)).hasSize(1);
        }

        @Test
        void letsInAgainWhoIsThrough() {
            var sop = world.sop(definition(new Trigger.Manual(), null, SEND));
            var customer = world.customer();
            world.enrol(sop, customer);
            world.run();

            world.enrol(sop, customer);

            assertThat(world.enrolments.all(BRAND)).hasSize(2);
        }

        @Test
        void drawsTheArmByTheIdsAlone() {
            var holdout = new Holdout(5_000);
            var sop = world.sop(
                    new SopDefinition(new Trigger.Manual(), null, holdout, List.of(DAY, SEND), null, Set.of()));
            for (int i = 0; i < 40; i++) {
                var customer = world.customer();
                world.enrol(sop, customer);

                Arm arm = Assignment.arm(
                        sop.publicId().toString(), customer.publicId().toString(), holdout);
                assertThat(world.only(customer).arm()).isEqualTo(arm);
            }
            assertThat(world.enrolments.all(BRAND)).extracting(Enrolment::arm).contains(Arm.CONTROL, Arm.TREATED);
        }
    }

    @Nested
    class ByTrigger {
        private List<Enrolment> add(Customer customer, @Nullable ContactWayId way, Instant at) {
            return world.trigger.relationshipAdded(BRAND, relationship(customer), customer.id(), way, at);
        }

        @Test
        void takesWhoCameByOneOfItsContactWays() {
            world.sop(definition(added(null, SHOP), null, DAY, SEND));
            world.sop(definition(added(null), null, DAY, SEND));
            world.sop(definition(new Trigger.Manual(), null, DAY, SEND));

            assertThat(add(world.customer(), SHOP, world.now())).hasSize(2);
            assertThat(add(world.customer(), new ContactWayId(18), world.now())).hasSize(1);
            assertThat(add(world.customer(), null, world.now())).hasSize(1);
        }

        @Test
        void isAboutThatRelationship() {
            world.sop(definition(added(null), null, DAY, SEND));
            var customer = world.customer();

            add(customer, null, world.now());

            assertThat(world.only(customer).relationship()).isEqualTo(relationship(customer));
            assertThat(world.only(customer).origin()).isEqualTo(Enrolment.Origin.RELATIONSHIP_ADDED);
        }

        @Test
        void takesOnlyItsAudience() {
            world.sop(definition(added(null), "customer.nickname starts with '老'", DAY, SEND));

            assertThat(add(world.customer("小李", null), null, world.now())).isEmpty();
            assertThat(add(world.customer("老李", null), null, world.now())).hasSize(1);
        }

        @Test
        void doesNotGreetWhoHasBeenThereForLong() {
            world.sop(definition(added(null), null, DAY, SEND));

            assertThat(add(
                            world.customer(),
                            null,
                            world.now().minus(Duration.ofDays(1)).minusMillis(1)))
                    .isEmpty();
            assertThat(add(world.customer(), null, world.now().minus(Duration.ofDays(1))))
                    .hasSize(1);
        }

        @Test
        void letsNobodyInTwiceUnlessItSaysWhen() {
            world.sop(definition(added(null), null, SEND));
            world.sop(definition(added(Duration.ofDays(30)), null, SEND));
            var customer = world.customer();
            assertThat(add(customer, null, world.now())).hasSize(2);
            world.run();

            world.advance(Duration.ofDays(29));
            assertThat(add(customer, null, world.now())).isEmpty();
            world.advance(Duration.ofDays(1));
            assertThat(add(customer, null, world.now())).hasSize(1);
        }

        @Test
        void takesNobodyIntoASopThatIsNotActive() {
            var sop = world.sop(definition(added(null), null, DAY, SEND));
            world.switchTo(sop, new SwitchSop.Wanted.Paused());

            assertThat(add(world.customer(), null, world.now())).isEmpty();
        }
    }

    @Nested
    class ByAudience {
        private static final String OLD = "customer.nickname starts with '老'";

        private int look() {
            return world.looks.runDue(BRAND, world.now(), 2_000);
        }

        @Test
        void looksOnceWhenItIsActivated() {
            var fits = world.customer("老张", null);
            world.customer("小李", null);
            world.sop(definition(new Trigger.AudienceMet(null, null), OLD, DAY, SEND));

            assertThat(world.looks.nextDueAt(BRAND)).contains(world.now());
            assertThat(look()).isPositive();

            assertThat(world.enrolments.all(BRAND))
                    .extracting(Enrolment::customer)
                    .containsExactly(fits.id());
            assertThat(look()).isZero();
            assertThat(world.looks.nextDueAt(BRAND)).isEmpty();
        }

        @Test
        void looksAgainAndAgainForWhoIsNew() {
            world.customer("老张", null);
            world.sop(definition(new Trigger.AudienceMet(Duration.ofDays(1), null), OLD, SEND));
            look();
            world.run();
            assertThat(world.looks.nextDueAt(BRAND)).contains(world.now().plus(Duration.ofDays(1)));

            world.advance(Duration.ofDays(1));
            var late = world.customer("老李", null);
            look();

            assertThat(world.enrolments.all(BRAND)).hasSize(2);
            assertThat(world.only(late).origin()).isEqualTo(Enrolment.Origin.AUDIENCE);
        }

        @Test
        void letsInAgainAfterAWhile() {
            var customer = world.customer("老张", null);
            world.sop(definition(new Trigger.AudienceMet(Duration.ofDays(1), Duration.ofDays(2)), OLD, SEND));
            look();
            world.run();

            world.advance(Duration.ofDays(1));
            look();
            assertThat(world.only(customer).active()).isFalse();
            world.advance(Duration.ofDays(1));
            look();
            assertThat(world.enrolments.all(BRAND)).hasSize(2);
        }

        @Test
        void looksAtAnyActiveSopWhenAsked() {
            world.customer("老张", null);
            var sop = world.sop(definition(new Trigger.Manual(), OLD, DAY, SEND));
            var without = world.sop(definition(new Trigger.Manual(), null, DAY, SEND));

            assertThat(world.looks.lookNow(SopWorld.caller(new DataScope.WholeBrand()), without.publicId()))
                    .isEqualTo(new EnrolAudiences.Outcome.NoAudience());
            assertThat(world.looks.lookNow(SopWorld.caller(new DataScope.WholeBrand()), sop.publicId()))
                    .isEqualTo(new EnrolAudiences.Outcome.Begun());
            look();

            assertThat(world.enrolments.all(BRAND)).hasSize(1);
        }
    }

    @Nested
    class Ending {
        private Enrolment running(SopDefinition definition, Customer customer) {
            world.enrol(world.sop(definition), customer);
            world.run();
            return world.only(customer);
        }

        private SopDefinition withGoal(boolean exit) {
            var goal = new SopDefinition.Goal(SopDefinition.Goal.Kind.PURCHASE, Duration.ofDays(7), exit);
            return new SopDefinition(new Trigger.Manual(), null, new Holdout(0), List.of(DAY, SEND), goal, Set.of());
        }

        @Test
        void endsAtTheGoalWhileItWaits() {
            var customer = world.customer();
            running(withGoal(true), customer);

            world.stop.goalReached(BRAND, customer.id(), "PURCHASE", world.now());
            world.run(Duration.ofDays(2));

            assertThat(world.only(customer).progress())
                    .isEqualTo(new Enrolment.Progress.Exited(ExitReason.GOAL, SopWorld.MORNING));
            assertThat(world.verdicts(customer)).isEmpty();
        }

        @Test
        void notesAGoalThatDoesNotEndIt() {
            var customer = world.customer();
            running(withGoal(false), customer);

            world.stop.goalReached(BRAND, customer.id(), "PURCHASE", world.now());
            world.stop.goalReached(BRAND, customer.id(), "VISIT", world.now());
            world.run(Duration.ofDays(2));

            assertThat(world.only(customer).goalAt()).isEqualTo(SopWorld.MORNING);
            assertThat(world.verdicts(customer)).hasSize(1);
        }

        @Test
        void endsOnLossAndOptOutIfTheDefinitionSaysSo() {
            var customer = world.customer();
            running(definition(new Trigger.Manual(), null, DAY, SEND), customer);
            var other = world.customer();
            running(withGoal(true), other);

            world.stop.lost(BRAND, customer.id(), world.now());
            world.stop.optedOut(BRAND, other.id(), world.now());

            assertThat(world.only(customer).progress())
                    .isEqualTo(new Enrolment.Progress.Exited(ExitReason.LOSS, SopWorld.MORNING));
            assertThat(world.only(other).active()).isTrue();
        }

        @Test
        void takesItsOpenTasksBack() {
            var task = new Step.Task(
                    "CALL",
                    "回访",
                    new cn.siyu.domain.content.Template(List.of()),
                    Duration.ofHours(1),
                    Duration.ofDays(1));
            var customer = world.customer();
            running(definition(new Trigger.Manual(), null, task, DAY, SEND), customer);

            world.stop.optedOut(BRAND, customer.id(), world.now());

            assertThat(world.tasks.all(BRAND))
                    .singleElement()
                    .satisfies(each -> assertThat(each.state())
                            .isEqualTo(new cn.siyu.domain.task.Task.State.Cancelled("OPT_OUT", SopWorld.MORNING)));
        }

        @Test
        void takesBackWhatItWantedToSendAndSaysWhy() {
            var left = world.customer();
            var lost = world.customer();
            running(definition(new Trigger.Manual(), null, SEND, DAY, SEND), left);
            running(definition(new Trigger.Manual(), null, SEND, DAY, SEND), lost);

            world.stop.optedOut(BRAND, left.id(), world.now());
            world.stop.lost(BRAND, lost.id(), world.now());

            assertThat(world.sends.all(BRAND))
                    .extracting(
                            send -> send.decision().verdict(),
                            send -> send.decision().reason())
                    .containsExactly(tuple(Verdict.CANCELLED, "OPT_OUT"), tuple(Verdict.CANCELLED, "LOSS"));
        }

        @Test
        void isStoppedByHandOnce() {
            var customer = world.customer();
            var enrolment = running(definition(new Trigger.Manual(), null, DAY, SEND), customer);

            assertThat(world.stop.byHand(BRAND, enrolment.publicId()))
                    .isEqualTo(new StopEnrolments.Outcome.Stopped(world.only(customer)));
            assertThat(world.stop.byHand(BRAND, enrolment.publicId()))
                    .isEqualTo(new StopEnrolments.Outcome.Over(world.only(customer)));
            assertThat(world.stop.byHand(BRAND, publicId(99))).isEqualTo(new StopEnrolments.Outcome.Unknown());
        }
    }
}
