package cn.siyu.application.intake;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelWorld;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.customer.CustomerWorld;
import cn.siyu.application.intake.Synchronization.Kind;
import cn.siyu.application.intake.Synchronization.State;
import cn.siyu.application.intake.port.InMemorySynchronizations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunSynchronizationsTest {
    private static final Caller BOSS = new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), new DataScope.WholeBrand());

    private final CustomerWorld world = new CustomerWorld();
    private Instant now = NOW;
    private final InMemoryFarSide farSide = new InMemoryFarSide(() -> now);
    private final InMemoryChannel channel = new InMemoryChannel("app", "demo", farSide);
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(world.store);
    private final InMemorySynchronizations all = new InMemorySynchronizations(world.store);
    private final List<String> reacted = new ArrayList<>();
    private final StartSynchronization start = new StartSynchronization(
            world.store, world.brands, world.clock, world.ids, accounts, all, List.of(channel));
    private final CancelSynchronization cancel = new CancelSynchronization(world.store, world.clock, all);
    private final RunSynchronizations run = new RunSynchronizations(
            all,
            new SynchronizationSources(
                    all, accounts, List.of(channel), new TagEvents(world.tags, world.ids, world.store)),
            new ReconcileByItself(world.brands, all, List.of(channel), start),
            new RunSynchronizations.Writing(world.synchronizeAll, world.end, world.relationships, new Witness()),
            world.store,
            Runnable::run);

    RunSynchronizationsTest() {
        farSide.addStaff("ada");
        farSide.addStaff("bob");
        accounts.add(BRAND, account(500, "ada"));
        accounts.add(BRAND, account(501, "bob"));
    }

    private static ChannelAccount account(long id, String address) {
        return account(id, address, "app");
    }

    private static ChannelAccount account(long id, String address, String connection) {
        return new ChannelAccount(
                new ChannelAccountId(id),
                PublicId.of(NOW, id, id),
                "in-memory",
                connection,
                address,
                address,
                new StaffId(1),
                new DepartmentId(1),
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                NOW,
                NOW);
    }

    @Test
    void takesOverEverybodyAndGreetsAndEnrolsNobody() {
        farSide.addStaff("carl");
        Stream.generate(() -> "ada").limit(45).forEach(this::met);
        Stream.generate(() -> "bob").limit(3).forEach(this::met);
        later();

        var begun = begin(Kind.INITIAL);
        work();

        var ended = all.find(BRAND, begun.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
        assertThat(ended.unmatched()).as("carl has no account").isEqualTo(1);
        assertThat(progress(begun))
                .isEqualTo(new Synchronization.Progress(2, 2, 0, new SynchronizationPart.Count(48, 48, 0, 0)));
        assertThat(world.customers.all(BRAND)).hasSize(48);
        assertThat(reacted).isEmpty();
        assertThat(run.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void doesNotDoTheSameWorkTwice() {
        Stream.generate(() -> "ada").limit(5).forEach(this::met);
        begin(Kind.INITIAL);
        work();
        later();

        var again = begin(Kind.RECONCILIATION);
        work();

        assertThat(progress(again).count()).isEqualTo(new SynchronizationPart.Count(5, 0, 0, 0));
    }

    @Test
    void takesOverRemarksAndTags() {
        var met = met("ada");
        var tag = tag("高");
        channel.tags().mark("ada", met.contactId(), Set.of(tag), Set.of());
        channel.remarks().set("ada", met.contactId(), new Remarks.Change("王先生", "三栋", null));

        begin(Kind.INITIAL);
        work();

        var customer = world.customers.all(BRAND).getFirst().id();
        assertThat(world.relationships.of(BRAND, List.of(customer)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.remark()).isEqualTo("王先生");
                    assertThat(one.description()).isEqualTo("三栋");
                });
        assertThat(world.tags.of(BRAND, List.of(customer))).hasSize(1);
    }

    @Test
    void goesOnWhereACallFailed() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        farSide.loseReadAfter(40); // in the middle of the second lot of pages

        run.runDue(BRAND, now, 100);
        var cut = part(begun, 500);
        assertThat(cut.problem()).contains("lost");
        assertThat(cut.cursor()).isNotNull();
        assertThat(run.runDue(BRAND, now, 100)).as("others go on").isNotNegative();
        now = now.plusSeconds(4);
        assertThat(all.due(BRAND, now, 10)).as("it waits").isEmpty();
        now = now.plusSeconds(1);
        work();

        assertThat(part(begun, 500).state()).isEqualTo(SynchronizationPart.State.SUCCEEDED);
        assertThat(progress(begun).count()).isEqualTo(new SynchronizationPart.Count(120, 120, 0, 0));
    }

    @Test
    void waitsAsLongAsAThrottledChannelAsksAndKeepsItsPlace() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        farSide.refuseReadAfter(40, NotDoneReason.THROTTLED, Duration.ofMinutes(1));

        run.runDue(BRAND, now, 100);
        var cut = part(begun, 500);
        assertThat(cut.problem()).contains("THROTTLED");
        assertThat(cut.cursor()).isNotNull();
        assertThat(cut.dueAt()).isEqualTo(now.plusSeconds(60));
        now = now.plusSeconds(60);
        work();

        assertThat(progress(begun).count()).isEqualTo(new SynchronizationPart.Count(120, 120, 0, 0));
    }

    @Test
    void letsOthersGoOnWhenTheReadingOfAnAccountBreaks() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        met("bob");
        var begun = begin(Kind.INITIAL);
        farSide.breakReadAfter(40);

        assertThatThrownBy(() -> run.runDue(BRAND, now, 100))
                .as("it is not hushed up")
                .hasRootCauseMessage("broken, as ordered by the test");
        assertThat(part(begun, 500).dueAt()).isEqualTo(now.plusSeconds(5));
        assertThat(part(begun, 500).problem()).contains("could not be read");
        run.runDue(BRAND, now, 100);
        assertThat(part(begun, 501).state()).isEqualTo(SynchronizationPart.State.SUCCEEDED);
        now = now.plusSeconds(5);
        work();

        assertThat(progress(begun).count()).isEqualTo(new SynchronizationPart.Count(121, 121, 0, 0));
    }

    @Test
    void beginsAnAccountAnewWhenItsCursorIsNoLongerKnown() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        run.runDue(BRAND, now, 2);
        assertThat(part(begun, 500).cursor()).isNotNull();
        farSide.forgetCursors();

        run.runDue(BRAND, now, 1);
        assertThat(part(begun, 500).cursor()).isNull();
        now = now.plusSeconds(5);
        work();

        assertThat(part(begun, 500).state()).isEqualTo(SynchronizationPart.State.SUCCEEDED);
        assertThat(progress(begun).count().added()).isEqualTo(120);
        assertThat(progress(begun).count().seen()).isGreaterThan(120);
    }

    @Test
    void marksAnAccountThatCannotBeReadAndGoesOnWithTheOthers() {
        accounts.add(BRAND, account(502, "gone"));
        met("ada");

        var begun = begin(Kind.INITIAL);
        work();

        assertThat(all.find(BRAND, begun.id()).orElseThrow().state()).isEqualTo(State.PARTLY_SUCCEEDED);
        assertThat(part(begun, 502).state()).isEqualTo(SynchronizationPart.State.FAILED);
        assertThat(part(begun, 502).problem()).contains("客户联系功能");
        assertThat(world.customers.all(BRAND)).hasSize(1);
    }

    @Test
    void endsWhoTheChannelNoLongerLists() {
        var gone = met("ada");
        met("ada");
        begin(Kind.INITIAL);
        work();
        later();
        farSide.staffDeletes("ada", gone.contactId());

        var again = begin(Kind.RECONCILIATION);
        work();

        assertThat(progress(again).count().ended()).isEqualTo(1);
        assertThat(reacted).containsExactly("ended UNKNOWN lost=true");
    }

    @Test
    void endsNobodyWhomAPageHasJustDelivered() {
        var one = met("ada");
        met("ada");
        begin(Kind.INITIAL);
        work();
        later();
        farSide.hideFromIds(one.contactId());

        var again = begin(Kind.RECONCILIATION);
        work();

        assertThat(part(again, 500).state()).isEqualTo(SynchronizationPart.State.FAILED);
        assertThat(part(again, 500).problem()).contains("nothing was ended");
        assertThat(progress(again).count().ended()).isZero();
        assertThat(reacted).isEmpty();
    }

    @Test
    void goesOnWithARelationshipThatWasEndedWrongly() {
        var gone = met("ada");
        met("ada");
        begin(Kind.INITIAL);
        work();
        later();
        var kept = farSide.takesAway("ada", gone.contactId());
        begin(Kind.RECONCILIATION);
        work();
        later();
        farSide.givesBack(gone.contactId(), kept);

        var again = begin(Kind.INITIAL);
        work();

        assertThat(progress(again).count()).isEqualTo(new SynchronizationPart.Count(2, 0, 1, 0));
        var customers = world.customers.all(BRAND).stream().map(one -> one.id()).toList();
        assertThat(world.relationships.of(BRAND, customers)).hasSize(2).allMatch(Relationship::live);
    }

    @Test
    void givesUpAnAccountWhosePagesGoInACircle() {
        met("ada");
        farSide.neverEndsPages(true);
        var begun = begin(Kind.INITIAL);
        work();

        assertThat(part(begun, 500).problem()).contains("circle");
        assertThat(all.find(BRAND, begun.id()).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void givesUpAnAccountWhosePagesNeverEnd() {
        met("ada");
        farSide.neverEndsPages(false);
        var begun = begin(Kind.INITIAL);
        work();

        assertThat(part(begun, 500).problem()).contains("do not end");
        assertThat(run.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void doesNotBelieveABeginningInTheFuture() {
        now = now.plus(Duration.ofHours(25));
        met("ada");
        now = NOW;
        var begun = begin(Kind.INITIAL);
        run.runDue(BRAND, now, 100);

        assertThat(part(begun, 500).problem()).contains("future");
        assertThat(world.customers.all(BRAND)).isEmpty();
        later();
        work();
        assertThat(world.customers.all(BRAND))
                .as("an hour later it is within a day")
                .hasSize(1);
    }

    @Test
    void endsNobodyWhoIsYoungerThanTheList() {
        var gone = met("ada");
        begin(Kind.INITIAL);
        work();
        farSide.staffDeletes("ada", gone.contactId());

        var again = begin(Kind.RECONCILIATION); // at the very moment at which the customer was written down
        work();

        assertThat(progress(again).count().ended()).isZero();
    }

    @Test
    void enrolsWhomTheCallbacksMissedButNobodyFromBefore() {
        met("ada");
        begin(Kind.INITIAL);
        work();
        assertThat(reacted).isEmpty();
        later();
        met("bob");

        begin(Kind.RECONCILIATION);
        work();

        assertThat(reacted).containsExactly("began null");
    }

    @Test
    void enrolsNobodyBeforeTheFirstSuccess() {
        met("ada");
        later();
        begin(Kind.RECONCILIATION);
        work();

        assertThat(reacted).isEmpty();
    }

    @Test
    void runsOneAtATimeAndStopsWhenCancelled() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        assertThat(start.handle(new StartSynchronization.Command(BOSS, "app", Kind.RECONCILIATION)))
                .isEqualTo(new StartSynchronization.Outcome.StillRunning(begun));
        run.runDue(BRAND, now, 1);

        var cancelled = cancel.handle(new CancelSynchronization.Command(BOSS, begun.publicId()));
        assertThat(cancelled).isInstanceOf(CancelSynchronization.Outcome.Cancelled.class);
        work();

        assertThat(world.customers.all(BRAND)).hasSize(100);
        assertThat(cancel.handle(new CancelSynchronization.Command(BOSS, begun.publicId())))
                .isInstanceOf(CancelSynchronization.Outcome.Ended.class);
        assertThat(begin(Kind.INITIAL)).isNotEqualTo(begun);
    }

    @Test
    void isForWhoeverSeesTheWholeBrand() {
        var store =
                new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), new DataScope.OneDepartment(new DepartmentId(1)));

        assertThatThrownBy(() -> start.handle(new StartSynchronization.Command(store, "app", Kind.INITIAL)))
                .isInstanceOf(WholeBrand.PartOnly.class);
        assertThatThrownBy(() -> cancel.handle(new CancelSynchronization.Command(
                        store, begin(Kind.INITIAL).publicId())))
                .isInstanceOf(WholeBrand.PartOnly.class);
    }

    @Test
    void beginsByItselfOncePerPeriodForALiveBrand() {
        var live = new BrandId(2);
        world.brands.add(BrandsContract.aBrand(live.value(), "living", null));
        var day = Duration.ofHours(24);
        var daily = new InMemoryChannel("daily", "living", farSide, day);
        accounts.add(live, account(600, "ada", "daily"));
        var begin = new StartSynchronization(
                world.store, world.brands, world.clock, world.ids, accounts, all, List.of(daily));
        var schedule = new ReconcileByItself(world.brands, all, List.of(daily, channel), begin);

        assertThat(schedule.nextDueAt(BRAND)).as("a sandbox").isEmpty();
        var due = schedule.nextDueAt(live).orElseThrow();
        var made = world.brands.find(live).orElseThrow().createdAt();
        assertThat(due).isAfter(made).isBeforeOrEqualTo(made.plus(day));
        assertThat(schedule.runDue(live, due.minusMillis(1))).isZero();
        assertThat(schedule.runDue(live, due)).isEqualTo(1);

        var run = all.latest(live, "daily").orElseThrow();
        assertThat(run.kind()).isEqualTo(Kind.RECONCILIATION);
        assertThat(run.startedBy()).isNull();
        assertThat(Duration.between(due, schedule.nextDueAt(live).orElseThrow()).toMillis() % day.toMillis())
                .as("whole periods later")
                .isZero();
        assertThat(schedule.nextDueAt(live).orElseThrow()).isAfter(run.startedAt());
    }

    @Test
    void saysWhyNothingCanBegin() {
        assertThat(start.handle(new StartSynchronization.Command(BOSS, "other", Kind.INITIAL)))
                .isEqualTo(new StartSynchronization.Outcome.ConnectionUnknown());
        var empty = new StartSynchronization(
                world.store,
                world.brands,
                world.clock,
                world.ids,
                new InMemoryChannelAccounts(world.store),
                all,
                List.of(channel));
        assertThat(empty.handle(new StartSynchronization.Command(BOSS, "app", Kind.INITIAL)))
                .isEqualTo(new StartSynchronization.Outcome.NoAccounts());
    }

    private ChannelWorld.Met met(String member) {
        return farSide.customerAdds(member, null);
    }

    private String tag(String name) {
        var created = (Answer.Done<TagDirectory.TagGroup>) channel.tags().create("意向", List.of(name));
        return created.value().tags().getFirst().id();
    }

    private void later() {
        now = now.plus(Duration.ofHours(1));
        world.brands.moveClock(BRAND, now);
    }

    private Synchronization begin(Kind kind) {
        var outcome = start.handle(new StartSynchronization.Command(BOSS, "app", kind));
        assertThat(outcome).isInstanceOf(StartSynchronization.Outcome.Started.class);
        return ((StartSynchronization.Outcome.Started) outcome).run();
    }

    private void work() {
        int rounds = 0;
        while (run.runDue(BRAND, now, 100) > 0) {
            assertThat(rounds++).isLessThan(1000);
        }
    }

    private SynchronizationPart part(Synchronization begun, long account) {
        return all.part(BRAND, begun.id(), new ChannelAccountId(account)).orElseThrow();
    }

    private Synchronization.Progress progress(Synchronization begun) {
        return Objects.requireNonNull(all.progress(BRAND, List.of(begun.id())).get(begun.id()));
    }

    private final class Witness implements Reactions {
        @Override
        public void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at) {
            reacted.add("began " + welcomeCode);
        }

        @Override
        public void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at) {
            var ended = relationship.ended();
            reacted.add("ended " + (ended == null ? "?" : ended.by()) + " lost=" + lost);
        }
    }
}
