package cn.siyu.application.sop;

import static cn.siyu.application.sop.SopWorld.ACCOUNT;
import static cn.siyu.application.sop.SopWorld.BRAND;
import static cn.siyu.application.sop.SopWorld.MATERIAL;
import static cn.siyu.application.sop.SopWorld.MORNING;
import static cn.siyu.application.sop.SopWorld.relationship;
import static cn.siyu.application.sop.port.SopFixtures.aSend;
import static cn.siyu.application.sop.port.SopFixtures.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdvanceEnrolmentsTest {
    private static final Trigger MANUAL = new Trigger.Manual();
    private static final Step SEND = aSend(MATERIAL);
    private static final Step DAY = new Step.WaitFor(Duration.ofDays(1));
    private static final Step SERVICE =
            new Step.Send(new MaterialId(MATERIAL), "PRIVATE_CHAT", ContactClass.SERVICE, Duration.ofDays(2), false);
    private static final Step TAG = new Step.Tag(Set.of(new TagId(7)), Set.of(new TagId(8)));
    private static final Step TASK = new Step.Task(
            "CALL",
            "回访",
            TemplateReader.read("{{customer.nickname|朋友}}您好，我是{{staff.name}}", "")
                    .template(),
            Duration.ofHours(4),
            Duration.ofDays(2));

    private final SopWorld world = new SopWorld();

    private Sop sop(Step... steps) {
        return world.sop(definition(MANUAL, null, steps));
    }

    private static SopDefinition heldOut(Step... steps) {
        return new SopDefinition(MANUAL, null, new Holdout(10_000), List.of(steps), null, Set.of());
    }

    private Progress progress(Customer customer) {
        return world.only(customer).progress();
    }

    @Test
    void carriesOutStepAfterStepAndCompletes() {
        var customer = world.customer();
        world.enrol(sop(TAG, SERVICE, DAY, SERVICE), customer);

        world.run();
        assertThat(world.verdicts(customer)).containsExactly(Verdict.PLANNED);
        assertThat(progress(customer)).isEqualTo(new Progress.Active(3, MORNING.plus(Duration.ofDays(1))));

        world.run(Duration.ofDays(2));
        assertThat(world.verdicts(customer)).hasSize(2);
        assertThat(progress(customer)).isEqualTo(new Progress.Completed(MORNING.plus(Duration.ofDays(1))));
        assertThat(world.engine(world.store).nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void takesOneChunkAtATimeInOrder() {
        var sop = sop(SEND);
        List<Customer> customers =
                IntStream.range(0, 5).mapToObj(_ -> world.customer()).toList();
        customers.forEach(each -> world.enrol(sop, each));

        assertThat(world.engine(world.store).runDue(BRAND, world.now(), 2)).isEqualTo(2);

        assertThat(customers).map(each -> world.verdicts(each).size()).containsExactly(1, 1, 0, 0, 0);
        assertThat(world.engine(world.store).runDue(BRAND, world.now(), 100)).isEqualTo(3);
        assertThat(world.engine(world.store).runDue(BRAND, world.now(), 100)).isZero();
    }

    @Test
    void putsTheSendsOfAMinuteIntoOneWave() {
        var sop = sop(SEND);
        world.enrol(sop, world.customer(), world.customer());
        world.run();
        world.advance(Duration.ofSeconds(59));
        world.enrol(sop, world.customer());
        world.run();
        world.advance(Duration.ofSeconds(1));
        world.enrol(sop, world.customer());
        world.run();

        assertThat(world.waves.page(BRAND, sop.id(), Long.MAX_VALUE, 10))
                .extracting(each -> each.counts())
                .containsExactly(new Waves.Counts(1, 0, 1, 0, 0, 0, 0, 0), new Waves.Counts(3, 0, 3, 0, 0, 0, 0, 0));
        assertThat(world.sends.all(BRAND))
                .extracting(send -> send.origin() == null ? null : send.origin().wave())
                .doesNotContainNull();
    }

    @Test
    void goesOnWhenASendIsRefused() {
        var customer = world.customer();
        world.enrol(sop(SEND, SEND, DAY, SERVICE), customer);

        world.run(Duration.ofDays(1));

        assertThat(world.verdicts(customer)).containsExactly(Verdict.PLANNED, Verdict.REFUSED, Verdict.PLANNED);
    }

    @Test
    void waitsBehindADeferredSendWithoutAskingForItAgain() {
        world.advance(Duration.ofHours(13));
        var customer = world.customer();
        world.enrol(sop(SEND, DAY, SERVICE), customer);

        world.run();

        // eleven at night: put off to eight in the morning, and what follows with it
        var morning = MORNING.plus(Duration.ofHours(22));
        assertThat(world.verdicts(customer)).containsExactly(Verdict.DEFERRED);
        assertThat(progress(customer)).isEqualTo(new Progress.Active(2, morning.plus(Duration.ofDays(1))));

        world.run(Duration.ofHours(10));
        assertThat(world.verdicts(customer)).containsExactly(Verdict.DEFERRED);
    }

    @Test
    void holdsOutControlsFromEverythingButService() {
        var customer = world.customer();
        world.enrol(world.sop(heldOut(SEND, SERVICE, TAG, TASK)), customer);

        world.run();

        assertThat(world.only(customer).control()).isTrue();
        assertThat(world.verdicts(customer)).containsExactly(Verdict.CONTROL, Verdict.PLANNED);
        assertThat(world.tags.of(BRAND, List.of(customer.id()))).isEmpty();
        assertThat(world.tasks.all(BRAND)).isEmpty();
        assertThat(progress(customer)).isInstanceOf(Progress.Completed.class);
    }

    @Test
    void letsGoWhoHasLeftTheAudienceBeforeASend() {
        var stays = world.customer("老张", null);
        var leaves = world.customer("老李", null);
        var sop = world.sop(definition(MANUAL, "customer.nickname starts with '老'", DAY, SEND));
        world.enrol(sop, stays, leaves);
        world.rename(leaves, "李");

        world.run(Duration.ofDays(1));

        assertThat(world.verdicts(stays)).containsExactly(Verdict.PLANNED);
        assertThat(world.verdicts(leaves)).isEmpty();
        assertThat(progress(leaves))
                .isEqualTo(new Progress.Exited(ExitReason.NOT_IN_AUDIENCE, MORNING.plus(Duration.ofDays(1))));
        assertThat(world.waves.page(BRAND, sop.id(), Long.MAX_VALUE, 10))
                .extracting(each -> each.counts())
                .containsExactly(new Waves.Counts(2, 1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void tagsTheRelationshipAndTellsTheChannel() {
        var customer = world.customer();
        var old = new Assignment(customer.id(), new TagId(8), ACCOUNT);
        world.tags.set(BRAND, List.of(old), "API", MORNING);
        world.enrol(sop(TAG), customer);

        world.run();

        assertThat(world.tags.of(BRAND, List.of(customer.id())))
                .containsExactly(new Assignment(customer.id(), new TagId(7), ACCOUNT));
        assertThat(world.commands.due(BRAND, world.now(), 10))
                .extracting(ChannelCommands.Queued::command)
                .containsExactly(new ChannelCommand.MarkTags(
                        ACCOUNT, "wm" + customer.id().value(), Set.of(new TagId(7)), Set.of(new TagId(8))));
        assertThat(world.tags.noted(BRAND)).hasSize(2);
    }

    @Test
    void tellsTheChannelNothingThatDoesNotChange() {
        var customer = world.customer();
        world.tags.set(BRAND, List.of(new Assignment(customer.id(), new TagId(7), ACCOUNT)), "CHANNEL", MORNING);
        world.enrol(sop(TAG), customer);

        world.run();

        assertThat(world.commands.due(BRAND, world.now(), 10)).isEmpty();
        assertThat(world.tags.noted(BRAND)).isEmpty();
    }

    @Test
    void tagsACustomerWithoutRelationshipAsAWhole() {
        var customer = world.customer();
        world.reach(customer, false);
        world.enrol(sop(TAG), customer);

        world.run();

        assertThat(world.tags.of(BRAND, List.of(customer.id())))
                .containsExactly(new Assignment(customer.id(), new TagId(7), null));
        assertThat(world.commands.due(BRAND, world.now(), 10)).isEmpty();
    }

    @Test
    void givesTheTaskToWhoHoldsTheAccount() {
        var customer = world.customer("小明", null);
        world.enrol(sop(TASK), customer);

        world.run();

        assertThat(world.tasks.all(BRAND)).singleElement().satisfies(task -> {
            assertThat(task.staff()).isEqualTo(new StaffId(7));
            assertThat(task.relationship()).isEqualTo(relationship(customer));
            assertThat(task.kind()).isEqualTo("CALL");
            assertThat(task.script()).isEqualTo("小明您好，我是小王");
            assertThat(task.dueAt()).isEqualTo(MORNING.plus(Duration.ofHours(4)));
            assertThat(task.expiresAt()).isEqualTo(MORNING.plus(Duration.ofDays(2)));
            assertThat(task.source())
                    .isEqualTo(new Task.Source(world.only(customer).id(), 0, null));
            assertThat(task.open()).isTrue();
        });
    }

    @Test
    void callsNobodyWhoIsOnTheBlacklist() {
        var customer = world.customer("小明", null);
        world.blacklist(customer);
        world.enrol(sop(TASK), customer);

        world.run();

        assertThat(world.tasks.all(BRAND)).isEmpty();
    }

    @Test
    void laysDownNothingThatThePersonaOfTheAccountNeverSays() {
        world.personas.put(BRAND, new Personas.Kept(null, PersonasContract.aPersona("小完子", "您好"), 1, MORNING, MORNING));
        world.enrol(sop(TASK), world.customer("小明", null));

        world.run();

        assertThat(world.tasks.all(BRAND)).singleElement().satisfies(task -> {
            assertThat(task.script()).isNull();
            assertThat(task.work().hint()).contains("您好");
        });
    }

    @Test
    void makesNoTaskNobodyCanDo() {
        var customer = world.customer();
        world.reach(customer, false);
        world.enrol(sop(TASK), customer);

        world.run();

        assertThat(world.tasks.all(BRAND)).isEmpty();
        assertThat(progress(customer)).isInstanceOf(Progress.Completed.class);
    }

    @Test
    void waitsByTheClockOfTheCustomer() {
        var here = world.customer("甲", null);
        var there = world.customer("乙", ZoneId.of("Europe/Berlin"));
        var sop = sop(SERVICE, new Step.WaitUntil(1, LocalTime.of(10, 0)), SERVICE);
        world.enrol(sop, here, there);

        world.run();

        // ten in Shanghai is two, in Berlin nine o'clock UTC
        assertThat(progress(here)).isEqualTo(new Progress.Active(2, MORNING.plus(Duration.ofDays(1))));
        assertThat(progress(there)).isEqualTo(new Progress.Active(2, MORNING.plus(Duration.ofHours(31))));
    }

    @Test
    void standsStillWhileItsSopIsPaused() {
        var sop = sop(SERVICE);
        var other = sop(SERVICE);
        var paused = world.customer();
        var moving = world.customer();
        world.enrol(sop, paused);
        world.enrol(other, moving);
        world.switchTo(sop, new SwitchSop.Wanted.Paused());

        world.run();
        assertThat(world.verdicts(paused)).isEmpty();
        assertThat(world.verdicts(moving)).hasSize(1);
        assertThat(world.engine(world.store).nextDueAt(BRAND)).isEmpty();

        world.advance(Duration.ofHours(1));
        world.switchTo(sop, new SwitchSop.Wanted.Active(1));
        world.run();
        assertThat(world.verdicts(paused)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("endsOfAPause")
    void letsGoWhatThePauseHeldBack(SwitchSop.Wanted end) {
        var sop = sop(SERVICE);
        Instant deadline = world.now().plus(Duration.ofDays(2));
        world.switchTo(sop, new SwitchSop.Wanted.Paused());
        world.sends.add(BRAND, List.of(ContactFixtures.heldBack(1, sop.id().value(), deadline)));

        world.advance(Duration.ofHours(1));
        world.switchTo(sop, end);

        assertThat(world.sends.nextDeferredAt(BRAND)).contains(world.now());
    }

    static List<SwitchSop.Wanted> endsOfAPause() {
        return List.of(new SwitchSop.Wanted.Active(1), new SwitchSop.Wanted.Inactive(), new SwitchSop.Wanted.Resumed());
    }

    @Test
    void finishesInTheVersionItBeganIn() {
        var sop = sop(SERVICE, DAY, SERVICE);
        var early = world.customer();
        world.enrol(sop, early);
        world.run();

        var second = world.publish(sop, 2, definition(MANUAL, null, TAG));
        world.activate(sop, second);
        var late = world.customer();
        world.enrol(sop, late);
        world.run(Duration.ofDays(2));

        assertThat(world.verdicts(early)).hasSize(2);
        assertThat(world.verdicts(late)).isEmpty();
        assertThat(world.only(late).version()).isEqualTo(second.id());
        assertThat(world.only(early).version()).isNotEqualTo(second.id());
    }

    @Test
    void runsOnAfterItsSopIsDeactivated() {
        var sop = sop(DAY, SERVICE);
        var customer = world.customer();
        world.enrol(sop, customer);
        world.switchTo(sop, new SwitchSop.Wanted.Inactive());

        world.run(Duration.ofDays(1));

        assertThat(world.verdicts(customer)).hasSize(1);
        assertThat(world.enrol(sop, world.customer())).isInstanceOf(EnrolCustomers.Outcome.NotActive.class);
    }

    /// Does everything and dies before the commit.
    private final class DiesBeforeCommit implements UnitOfWork {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return world.store.inTransaction(() -> {
                T done = work.get();
                throw new IllegalStateException("killed after " + done);
            });
        }
    }

    @Test
    void repeatsAChunkThatWasCutOffAndSendsNothingTwice() {
        List<Customer> customers =
                IntStream.range(0, 4).mapToObj(_ -> world.customer()).toList();
        customers.forEach(each -> world.enrol(sop(SERVICE, TAG, TASK), each));

        for (int chunk = 0; chunk < 12; chunk++) {
            assertThatThrownBy(() -> world.engine(new DiesBeforeCommit()).runDue(BRAND, world.now(), 1))
                    .hasMessageStartingWith("killed");
            assertThat(world.engine(world.store).runDue(BRAND, world.now(), 1)).isEqualTo(1);
        }

        assertThat(world.engine(world.store).runDue(BRAND, world.now(), 1)).isZero();
        assertThat(customers)
                .allSatisfy(each -> assertThat(world.verdicts(each)).containsExactly(Verdict.PLANNED));
        assertThat(world.tasks.all(BRAND)).hasSize(4);
        assertThat(world.commands.due(BRAND, world.now(), 10)).hasSize(4);
    }
}
