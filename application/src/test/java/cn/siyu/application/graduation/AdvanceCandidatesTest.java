package cn.siyu.application.graduation;

import static cn.siyu.application.task.HandWorld.BRAND;
import static cn.siyu.application.task.HandWorld.PHONE;
import static cn.siyu.application.task.HandWorld.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.application.contact.KillPoints;
import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Candidate.State;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvanceCandidatesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final GraduationWorld world = new GraduationWorld();

    @Test
    void invitesByAMessageAndAnOperatorWhoWaitsForTheCode() {
        world.program(Program.Kind.GRADUATION, null);
        var customer = world.customer(1, null);
        var chosen = world.chosen(customer);

        world.run();

        var invited = world.candidate(customer);
        assertThat(invited.state()).isEqualTo(State.INVITED);
        assertThat(invited.dueAt()).isEqualTo(world.now().plus(Duration.ofDays(14)));
        assertThat(world.sends.all(BRAND))
                .singleElement()
                .satisfies(send -> assertThat(send.decision().verdict()).isEqualTo(Send.Verdict.PLANNED));
        assertThat(world.tasksOf(customer)).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo(invited.invitation().task());
            assertThat(task.kind()).isEqualTo("ACCEPT");
            assertThat(task.toString()).contains(chosen.token());
        });
    }

    @Test
    void asksNoMoreADayThanTheAccountMay() {
        world.program(Program.Kind.GRADUATION, null);
        var first = world.customer(1, "+8613812345601");
        var second = world.customer(2, "+8613812345602");
        world.chosen(first);
        world.chosen(second);

        world.run();

        assertThat(world.tasksOf(first)).singleElement().extracting(Task::kind).isEqualTo("ADD");
        var tomorrow = LocalDate.ofInstant(world.now(), ZONE)
                .plusDays(1)
                .atStartOfDay(ZONE)
                .toInstant();
        assertThat(world.candidate(second)).satisfies(waits -> {
            assertThat(waits.state()).isEqualTo(State.CHOSEN);
            assertThat(waits.dueAt()).isEqualTo(tomorrow);
        });
        assertThat(world.messagesTo(second)).as("nor by a message").isZero();
        world.pass(DAY);
        world.run();
        assertThat(world.candidate(second).state()).isEqualTo(State.INVITED);
        assertThat(world.hands.addsOn(LocalDate.ofInstant(world.now(), ZONE))).isEqualTo(1);
    }

    @Test
    void asksNobodyWhomTheGovernorRefuses() {
        world.program(Program.Kind.GRADUATION, null);
        var customer = world.customer(1, "+8613812345601");
        world.reach(customer, true);
        world.chosen(customer);

        world.run();

        assertThat(world.candidate(customer)).satisfies(refused -> {
            assertThat(refused.state()).isEqualTo(State.REFUSED);
            assertThat(refused.reason()).isEqualTo("OPTED_OUT");
            assertThat(refused.dueAt()).isNull();
        });
        assertThat(world.tasksOf(customer)).isEmpty();
    }

    @Test
    void leadsNobodyToAClosedAccount() {
        world.program(Program.Kind.GRADUATION, null);
        var phone = world.hands.accounts.find(BRAND, PHONE).orElseThrow();
        world.hands.accounts.replace(
                BRAND,
                new ChannelAccount(
                        phone.id(),
                        phone.publicId(),
                        phone.channel(),
                        phone.connection(),
                        phone.address(),
                        phone.name(),
                        phone.staff(),
                        phone.department(),
                        phone.totalCap(),
                        phone.dailyCap(),
                        phone.hours(),
                        ChannelAccount.State.CLOSED,
                        phone.health(),
                        phone.version() + 1,
                        phone.createdAt(),
                        world.now()));
        var customer = world.customer(1, null);
        world.chosen(customer);

        world.run();

        assertThat(world.candidate(customer).reason()).isEqualTo("ACCOUNT_INACTIVE");
        assertThat(world.messagesTo(customer)).isZero();
    }

    @Test
    void waitsWhileTheProgramIsPausedAndAsksNobodyOnceItHasEnded() {
        world.program(Program.Kind.GRADUATION, null);
        var customer = world.customer(1, null);
        world.chosen(customer);
        world.become(Program.State.PAUSED);
        world.run();
        assertThat(world.candidate(customer)).satisfies(waits -> {
            assertThat(waits.state()).isEqualTo(State.CHOSEN);
            assertThat(waits.dueAt()).isNull();
        });

        world.become(Program.State.ENDED);
        world.run();

        assertThat(world.candidate(customer).state()).isEqualTo(State.WITHDRAWN);
        assertThat(world.messagesTo(customer)).isZero();
    }

    @Test
    void asksTheLostByWhatIsKnownOfThemAndByNoMessage() {
        world.program(Program.Kind.WIN_BACK, null);
        var withPhone = world.customer(1, "+8613812345601");
        var without = world.customer(2, null);
        world.chosen(withPhone);
        world.chosen(without);

        world.run();

        assertThat(world.candidate(withPhone).state()).isEqualTo(State.INVITED);
        assertThat(world.candidate(without).reason()).isEqualTo(Candidate.NO_WAY);
        assertThat(world.sends.all(BRAND)).isEmpty();
    }

    @Test
    void whoComesTakesTheirTrustAlongAndChangesTheSop() {
        var old = world.sop(700);
        var next = world.sop(800);
        world.program(Program.Kind.GRADUATION, next);
        var customer = world.customer(1, null);
        world.enrolled(old, customer);
        world.chosen(customer);
        world.run();

        world.pass(DAY);
        var friend = world.comes(customer);
        world.run();

        assertThat(world.candidate(customer)).satisfies(accepted -> {
            assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
            assertThat(accepted.acceptance()).isEqualTo(new Candidate.Acceptance(friend.id(), friend.addedAt(), true));
            assertThat(accepted.dueAt()).isNull();
        });
        assertThat(world.socialPoints(customer, friend))
                .as("the policy's half")
                .isCloseTo(world.socialPoints(customer, world.onWecom(customer)) / 2, within(1e-9))
                .isPositive();
        assertThat(world.enrolmentsOf(customer))
                .extracting(Enrolment::sop, each -> each.progress() instanceof Enrolment.Progress.Active)
                .containsExactlyInAnyOrder(tuple(old, false), tuple(next, true));
        assertThat(world.tasksOf(customer))
                .singleElement()
                .extracting(task -> task.state().code())
                .isEqualTo("CANCELLED");
    }

    @Test
    void whoComesBeforeBeingAskedIsNotAsked() {
        world.program(Program.Kind.GRADUATION, null);
        var customer = world.customer(1, null);
        world.chosen(customer);
        world.become(Program.State.PAUSED);
        world.run();

        var friend = world.comes(customer);
        world.become(Program.State.ACTIVE);
        world.run();

        assertThat(world.candidate(customer)).satisfies(accepted -> {
            assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
            assertThat(accepted.acceptance()).extracting("relationship").isEqualTo(friend.id());
            assertThat(accepted.invitation()).isEqualTo(Candidate.Invitation.NONE);
        });
        assertThat(world.messagesTo(customer)).isZero();
        assertThat(world.tasksOf(customer)).isEmpty();
    }

    @Test
    void asksNobodyWhoTurnsOutToHaveBeenAFriendAllAlong() {
        world.program(Program.Kind.GRADUATION, null);
        var asked = world.customer(1, null);
        var waits = world.customer(2, null);
        world.chosen(asked);
        world.run();
        world.chosen(waits);

        world.comes(asked, world.now().minus(DAY));
        world.comes(waits, world.now().minus(DAY));
        world.run();

        for (CustomerId each : List.of(asked, waits)) {
            assertThat(world.candidate(each)).satisfies(one -> {
                assertThat(one.state()).isEqualTo(State.WITHDRAWN);
                assertThat(one.reason()).isEqualTo(Candidate.FRIEND_BEFORE);
                assertThat(one.dueAt()).isNull();
            });
        }
        assertThat(world.tasksOf(asked))
                .singleElement()
                .extracting(task -> task.state().code())
                .isEqualTo("CANCELLED");
        assertThat(world.messagesTo(waits)).isZero();
    }

    @Test
    void anInvitationExpiresAndMayStillBeAcceptedLate() {
        world.program(Program.Kind.GRADUATION, null);
        var customer = world.customer(1, null);
        world.chosen(customer);
        world.run();
        world.pass(Duration.ofDays(14));
        world.run();
        assertThat(world.candidate(customer).state()).isEqualTo(State.EXPIRED);

        world.pass(DAY);
        world.comes(customer);
        world.run();

        assertThat(world.candidate(customer).acceptance()).extracting("inTime").isEqualTo(false);
    }

    @Test
    void asksNoMoreOnceTheCustomerDoesNotWantIt() {
        world.program(Program.Kind.GRADUATION, null);
        var customer = world.customer(1, null);
        world.chosen(customer);
        world.run();

        world.reach(customer, true);
        world.candidates.touch(BRAND, List.of(customer), world.now());
        world.run();

        assertThat(world.candidate(customer).reason()).isEqualTo("OPTED_OUT");
        assertThat(world.tasksOf(customer))
                .singleElement()
                .extracting(task -> task.state().code())
                .isEqualTo("CANCELLED");
    }

    /// Invited, come, expired, asked a day later: killed wherever a transaction begins, is about to
    /// commit or has committed, and started anew, everybody is asked once, and what goes along goes
    /// once.
    @Test
    void killedAnywhereEverythingHappensOnce() {
        var undisturbed = life(0);
        assertThat(undisturbed).isNotEmpty();
        int point = 1;
        while (true) {
            var seen = life(point);
            if (seen.isEmpty()) {
                break;
            }
            assertThat(seen).as("killed at point " + point).isEqualTo(undisturbed);
            point++;
        }
        assertThat(point).isGreaterThan(10);
    }

    /// @param killedAt at which point; 0: never
    /// @return what there is in the end; empty if the point is never reached
    private static List<String> life(int killedAt) {
        var world = new GraduationWorld();
        var kill = KillPoints.at(killedAt == 0 ? Integer.MAX_VALUE : killedAt);
        world.work = kill.over(world.hands.world.store);
        var next = world.sop(800);
        world.program(Program.Kind.GRADUATION, next);
        var comes = world.customer(1, null);
        var asked = world.customer(2, "+8613812345602");
        var later = world.customer(3, "+8613812345603");
        List.of(comes, asked, later).forEach(world::chosen);
        runKilled(world);
        world.pass(DAY);
        world.comes(comes);
        runKilled(world);
        world.pass(Duration.ofDays(13));
        runKilled(world);
        if (killedAt > 0 && kill.survived()) {
            return List.of();
        }
        var seen = new ArrayList<String>();
        for (CustomerId each : List.of(comes, asked, later)) {
            seen.add(world.candidate(each).state() + " " + world.messagesTo(each) + " "
                    + world.tasksOf(each).stream()
                            .map(task -> task.kind() + " " + task.state().code())
                            .toList()
                    + " " + world.enrolmentsOf(each).size() + " "
                    + world.ledger.carriesOf(BRAND, List.of(each)).size());
        }
        return seen;
    }

    private static void runKilled(GraduationWorld world) {
        try {
            world.run();
        } catch (KillPoints.Killed killed) {
            world.work = world.hands.world.store;
            world.run();
        }
    }
}
