package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchBatchesTest {
    private final ContactWorld world = new ContactWorld();

    @Test
    void handsABatchOverOnce() {
        var customers = world.newCustomers(3);
        world.plan(customers.stream().map(world::marketing).toList());

        assertThat(world.dispatchAll()).isEqualTo(1);
        assertThat(world.dispatchAll()).isZero();

        assertThat(customers).allSatisfy(customer -> {
            assertThat(world.tasksFor(customer)).isEqualTo(1);
            assertThat(world.states(customer)).containsExactly(SendState.SENT);
        });
    }

    @Test
    void neverRepeatsWhatMayHaveHappened() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        world.farSide.failNext(new Fault.AnswerLost());

        world.dispatchAll();
        world.advance(Duration.ofDays(1));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.UNKNOWN);
        assertThat(world.tasksFor(customer)).isEqualTo(1);
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Refused.class);
    }

    @Test
    void triesAgainWhatCertainlyHadNoEffect() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        world.farSide.failNext(new Fault.Refused(NotDoneReason.UNREACHABLE));

        world.dispatchAll();
        assertThat(world.states(customer)).containsExactly(SendState.PLANNED);
        assertThat(world.dispatch().nextDueAt(BRAND)).contains(world.now().plus(Duration.ofSeconds(2)));
        world.advance(Duration.ofSeconds(2));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.SENT);
        assertThat(world.tasksFor(customer)).isEqualTo(1);
    }

    @Test
    void givesBackWhatIsRefusedForGood() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        world.farSide.failNext(new Fault.Refused(NotDoneReason.FORBIDDEN));

        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.FAILED);
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void expiresWhatIsNotSentByItsDeadlineAndGivesItBack() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));

        world.advance(Duration.ofDays(2));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.EXPIRED);
        assertThat(world.tasksFor(customer)).isZero();
        assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void leavesOutWhoTookConsentBackOrWasLostSinceThePlan() {
        var customers = world.newCustomers(4);
        world.plan(customers.stream().map(world::marketing).toList());
        world.change(customers.get(0), Reaches::withdrawn);
        world.change(customers.get(1), Reaches::lost);
        world.change(customers.get(2), Reaches::optedOut);

        world.dispatchAll();

        assertThat(customers.subList(0, 3)).allSatisfy(customer -> {
            assertThat(world.tasksFor(customer)).isZero();
            assertThat(world.states(customer)).containsExactly(SendState.REFUSED);
        });
        assertThat(world.states(customers.getLast())).containsExactly(SendState.SENT);
        assertThat(world.batches.all(BRAND).getFirst().recipients()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3600})
    void refusesWhatAnAccountOutOfUseShouldSend(int secondsLater) {
        var customer = world.newCustomer();
        world.plan(world.service(customer));
        world.change(customer, Reaches::outOfUse);
        world.advance(Duration.ofSeconds(secondsLater));

        world.dispatchAll();

        assertThat(world.tasksFor(customer)).isZero();
        var decision = world.sends.all(BRAND).getFirst().decision();
        assertThat(decision.verdict()).isEqualTo(Send.Verdict.REFUSED);
        assertThat(decision.reason()).isEqualTo("ACCOUNT_INACTIVE");
        assertThat(decision.explanation().grounds())
                .singleElement()
                .satisfies(ground -> assertThat(ground.remedy()).isEqualTo("ACCOUNT"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3600})
    void refusesWhatThePersonaHasComeToForbidSinceThePlan(int secondsLater) {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        world.neverSays("新品");
        world.advance(Duration.ofSeconds(secondsLater));

        world.dispatchAll();

        assertThat(world.tasksFor(customer)).isZero();
        var decision = world.sends.all(BRAND).getFirst().decision();
        assertThat(decision.verdict()).isEqualTo(Send.Verdict.REFUSED);
        assertThat(decision.reason()).isEqualTo("FORBIDDEN_CLAIM");
        assertThat(decision.explanation().grounds())
                .singleElement()
                .satisfies(ground -> assertThat(ground.numbers()).containsEntry("claims", List.of("新品")));
        assertThat(world.plan(world.marketing(customer)).getFirst())
                .as("what it had reserved is given back")
                .isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void namesWhatTheCustomerWantsBeforeTheAccount() {
        var customer = world.newCustomer();
        world.plan(world.service(customer));
        world.change(customer, Reaches::outOfUse);
        world.change(customer, Reaches::optedOut);

        world.dispatchAll();

        assertThat(world.sends.all(BRAND).getFirst().decision().reason()).isEqualTo("OPTED_OUT");
    }

    @Test
    void cancelsABatchInWhichNobodyIsLeft() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        world.change(customer, Reaches::optedOut);

        world.dispatchAll();

        assertThat(world.batches.all(BRAND).getFirst().state()).isEqualTo(BatchState.CANCELLED);
        assertThat(world.farSide.batches()).isEmpty();
    }

    @Test
    void putsOffWhatNightOvertook() {
        var customer = world.newCustomer();
        world.advance(Duration.ofHours(12).minusSeconds(10));
        world.plan(world.marketing(customer));

        world.advance(Duration.ofSeconds(20));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.DEFERRED);
        world.advance(Duration.ofHours(10));
        world.replan();
        world.dispatchAll();
        assertThat(world.states(customer)).containsExactly(SendState.SENT);
        assertThat(world.tasksFor(customer)).isEqualTo(1);
    }

    @Test
    void countsTheGapFromWhenItLeaves() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        world.farSide.failNext(new Fault.Refused(NotDoneReason.THROTTLED));
        world.dispatchAll();

        world.advance(Duration.ofHours(3));
        world.dispatchAll();
        world.advance(Duration.ofDays(7).minusHours(1));

        assertThat(world.plan(world.marketing(customer)).getFirst())
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("GAP"));
    }

    @Test
    void parksABatchWhoseCallerDied() {
        var customer = world.newCustomer();
        world.plan(world.marketing(customer));
        // transaction: before, in, after; fence: before, after; claim: before, in, after; then the call
        world.dieAt(KillPoints.at(6));
        assertThatThrownBy(world::dispatchAll).isInstanceOf(KillPoints.Killed.class);

        assertThat(world.states(customer)).containsExactly(SendState.INTENT);
        world.restart();
        assertThat(world.dispatchAll()).isEqualTo(1);

        assertThat(world.states(customer)).containsExactly(SendState.UNKNOWN);
        assertThat(world.tasksFor(customer)).isZero();
    }

    /// However often and wherever the process dies: nobody is sent to twice, nobody is forgotten,
    /// and what can't be known is said to be unknown.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void losesNothingAndSendsNothingTwiceWhereverItDies(int perCall) {
        int point = 1;
        while (!diesAt(point, perCall)) {
            point++;
        }
        assertThat(point).isGreaterThan(10);
    }

    /// @return whether it ran through without reaching the point
    private static boolean diesAt(int point, int perCall) {
        var world = new ContactWorld();
        world.policies = world.policies.perCall(perCall);
        var customers = world.newCustomers(4);
        var points = KillPoints.at(point);
        world.dieAt(points);
        for (int life = 0; life < 2; life++) {
            try {
                if (world.sends.all(BRAND).isEmpty()) {
                    world.plan(customers.stream().map(world::marketing).toList());
                }
                world.dispatchAll();
                break;
            } catch (KillPoints.Killed _) {
                world.restart();
            }
        }
        boolean survived = points.survived();
        world.restart();
        assertThat(customers).allSatisfy(customer -> {
            long tasks = world.tasksFor(customer);
            assertThat(tasks).isLessThanOrEqualTo(1);
            assertThat(world.states(customer)).hasSize(1).allMatch(state -> switch (state) {
                case SENT -> tasks == 1;
                case UNKNOWN -> true;
                default -> false;
            });
            assertThat(world.plan(world.marketing(customer)).getFirst()).isInstanceOf(SendOutcome.Refused.class);
        });
        return survived;
    }

    @Test
    void failsWhomThePlatformWillNotTryAndSendsToTheRest() {
        var customers = world.newCustomers(2);
        var stranger = world.newCustomerWhomThePlatformDoesNotKnow();
        world.plan(world.marketing(customers.get(0)), world.marketing(stranger), world.marketing(customers.get(1)));

        world.dispatchAll();

        assertThat(world.states(stranger)).containsExactly(SendState.FAILED);
        assertThat(world.states(customers.get(0))).containsExactly(SendState.SENT);
        assertThat(world.plan(world.marketing(stranger)).getFirst()).isInstanceOf(SendOutcome.Planned.class);
    }

    @Test
    void holdsBackABatchThatCouldBeTakenForOneOfUnknownOutcome() {
        world.policies = world.policies.withoutGap().platform("NONE", "NONE");
        var customer = world.newCustomer();
        var other = world.newCustomer();
        world.plan(world.marketing(customer));
        world.farSide.failNext(new Fault.RequestLost());
        world.dispatchAll();

        world.plan(world.marketing(customer));
        world.advance(Duration.ofSeconds(1));
        world.plan(world.marketing(other));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.UNKNOWN, SendState.PLANNED);
        assertThat(world.states(other)).containsExactly(SendState.SENT);
        assertThat(world.dispatch().nextDueAt(BRAND)).contains(world.now().plus(world.settings.sameContent()));
    }
}
