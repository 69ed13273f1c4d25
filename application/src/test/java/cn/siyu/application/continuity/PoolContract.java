package cn.siyu.application.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.continuity.ClaimFromPool.Outcome;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.pool.ClaimRules;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/// What the pool must do over any store: who falls in, who may claim, who loses the race, and how a
/// claim ends.
public interface PoolContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    DepartmentId STORE_1 = new DepartmentId(2);
    DepartmentId STORE_2 = new DepartmentId(3);
    StaffId ADA = new StaffId(11);
    StaffId BO = new StaffId(12);
    ChannelAccountId ON_WECOM = new ChannelAccountId(21);
    ChannelAccountId OF_BO = new ChannelAccountId(22);
    ChannelAccountId BY_HAND = new ChannelAccountId(23);

    /// All stores; the database is empty.
    Ports ports();

    /// What a test brings.
    record Ports(
            UnitOfWork work,
            Brands brands,
            IdSource ids,
            Departments departments,
            StaffMembers staff,
            ChannelAccounts accounts,
            AccountStandings standings,
            PolicyOverrides overrides,
            Customers customers,
            Identities identities,
            Persons persons,
            Relationships relationships,
            Reachability reachability,
            Tasks tasks,
            CustomerPool pool,
            PoolClaims claims) {}

    private static PoolClaims.View claimed(Outcome outcome) {
        return Assertions.assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Claimed.class))
                .actual()
                .claim();
    }

    private static DataScope own(StaffId staff) {
        return new DataScope.Own(staff);
    }

    @Test
    default void whomNobodyServesFallsInOvernightOnceAndWhoIsServedDoesNot() {
        var world = new PoolUseCases(ports());
        var lost = world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.customer(ON_WECOM, null, null);

        assertThat(world.fill.nextDueAt(BRAND)).isPresent();
        world.passes(0);
        assertThat(world.entries()).as("the first look is at night").isEmpty();
        world.passes(1);
        world.passes(3);

        assertThat(world.only().entry())
                .returns(lost, PoolEntry::customer)
                .returns(PoolReason.LOST, PoolEntry::reason)
                .returns(ADA, PoolEntry::formerStaff)
                .returns(STORE_1, PoolEntry::formerDepartment)
                .returns(PoolEntry.State.FREE, PoolEntry::state);
        assertThat(world.fill.nextDueAt(BRAND))
                .hasValueSatisfying(at -> assertThat(at).isAfter(world.clock.now(BRAND)));
    }

    @Test
    default void whoseStaffMemberLeftFallsIn() {
        var world = new PoolUseCases(ports());
        world.customer(OF_BO, null, null);
        world.leaves(BO, STORE_2);

        world.passes(0);
        world.passes(2);

        assertThat(world.only().entry().reason()).isEqualTo(PoolReason.ACCOUNT_LOST);
    }

    @Test
    default void aClaimGivesAnOwnerATaskAndSightAndNobodyElseGetsIt() {
        var world = new PoolUseCases(ports());
        var lost = world.customer(BY_HAND, Relationship.By.CUSTOMER, "+8613900000001");
        world.passes(0);
        world.passes(1);
        var entry = world.only().entry().publicId();
        var sight = new Sight.OfOnePerson(ADA, STORE_1);

        var claim = claimed(world.claims(own(ADA), entry, BY_HAND));

        assertThat(claim.claim()).returns(ADA, PoolClaim::staff).returns(false, PoolClaim::assigned);
        Task task = world.task(claim);
        assertThat(task.kind()).isEqualTo("ADD");
        assertThat(task.customer()).isEqualTo(lost);
        assertThat(world.ports.tasks().sees(BRAND, sight, task))
                .as("who claimed a customer sees it and the task")
                .isTrue();
        assertThat(claimed(world.claims(own(ADA), entry, BY_HAND)).claim().id())
                .as("claimed again it is the same")
                .isEqualTo(claim.claim().id());
        assertThat(world.claims(new DataScope.WholeBrand(), entry, OF_BO)).isEqualTo(new Outcome.Taken());
        assertThat(world.claims(own(BO), entry, OF_BO)).as("another store's").isEqualTo(new Outcome.Unknown());
        assertThat(world.only().claim()).isEqualTo(claim.claim().publicId());
    }

    @Test
    default void whoIsClaimedOrServedAgainIsSeenByThoseWhoServeThemAlone() {
        var world = new PoolUseCases(ports());
        var lost = world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.passes(0);
        world.passes(1);
        var entry = world.only().entry().publicId();
        assertThat(world.seenBy(own(ADA), entry)).as("free, and her store's").isTrue();
        assertThat(world.seenBy(own(BO), entry)).as("free, and not his store's").isFalse();

        world.assigns(entry, OF_BO);

        assertThat(world.seenBy(own(ADA), entry)).as("his now").isFalse();
        assertThat(world.seenBy(own(BO), entry)).as("his now").isTrue();

        world.serves(lost, OF_BO);
        world.passes(2);

        assertThat(world.only().entry().state()).isEqualTo(PoolEntry.State.LEFT);
        assertThat(world.seenBy(own(ADA), entry)).as("he serves it").isFalse();
        assertThat(world.seenBy(own(BO), entry)).as("he serves it").isTrue();
    }

    @Test
    default void nobodyClaimsForSomebodyWhoLeft() {
        var world = new PoolUseCases(ports());
        world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.passes(0);
        world.passes(1);
        world.leaves(BO, STORE_2);

        assertThat(world.assigns(world.only().entry().publicId(), OF_BO)).isEqualTo(new Outcome.NoAccount());
    }

    @Test
    default void withoutANumberTheTaskSaysWhomToWinBack() {
        var world = new PoolUseCases(ports());
        world.customer(ON_WECOM, Relationship.By.STAFF, null);
        world.passes(0);
        world.passes(1);

        var claim = claimed(world.claims(own(ADA), world.only().entry().publicId(), ON_WECOM));

        assertThat(world.task(claim).kind()).isEqualTo(PoolTask.REINVITE);
    }

    @Test
    default void ofManyWhoClaimAtOnceOneGetsIt() throws Exception {
        var world = new PoolUseCases(ports());
        world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.passes(0);
        world.passes(1);
        var entry = world.only().entry().publicId();
        var all = new DataScope.WholeBrand();

        var outcomes = together(List.of(
                () -> world.claims(all, entry, ON_WECOM),
                () -> world.claims(all, entry, OF_BO),
                () -> world.claims(all, entry, BY_HAND),
                () -> world.claims(all, entry, OF_BO)));

        var holders = outcomes.stream()
                .filter(one -> one instanceof Outcome.Claimed)
                .map(one -> claimed(one).claim().id())
                .distinct()
                .toList();
        assertThat(holders).hasSize(1);
        assertThat(world.read.claims(PoolUseCases.caller(all), true, null, Long.MAX_VALUE, 10))
                .hasSize(1);
    }

    @Test
    default void nobodyGetsPastTheirLimitByClaimingAtOnce() throws Exception {
        var world = new PoolUseCases(ports());
        for (int i = 0; i < 5; i++) {
            world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        }
        world.passes(0);
        world.passes(1);
        List<Callable<Outcome>> tries = world.entries().stream()
                .<Callable<Outcome>>map(
                        view -> () -> world.claims(own(ADA), view.entry().publicId(), ON_WECOM))
                .toList();

        var outcomes = together(tries);

        assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Claimed))
                .hasSize(3);
        assertThat(outcomes)
                .filteredOn(one -> one instanceof Outcome.Refused)
                .hasSize(2)
                .allSatisfy(one ->
                        assertThat(((Outcome.Refused) one).refusal().code()).isEqualTo(ClaimRules.Code.HOLDS_ENOUGH));
    }

    private static List<Outcome> together(List<Callable<Outcome>> tries)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Outcome>();
            for (Future<Outcome> one : threads.invokeAll(tries)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    @Test
    default void givenBackItIsFreeForOthersAndCoolsDownForWhoHadIt() {
        var world = new PoolUseCases(ports());
        world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.passes(0);
        world.passes(1);
        var entry = world.only().entry().publicId();
        var claim = claimed(world.claims(own(ADA), entry, ON_WECOM));
        var command = new ReleaseClaims.Command(
                PoolUseCases.caller(own(ADA)), claim.claim().publicId(), "不在本地");

        assertThat(world.release.handle(new ReleaseClaims.Command(
                        PoolUseCases.caller(own(BO)), claim.claim().publicId(), "x")))
                .isEqualTo(new ReleaseClaims.Outcome.Unknown());
        assertThat(world.release.handle(command)).isInstanceOf(ReleaseClaims.Outcome.Released.class);
        assertThat(world.release.handle(command)).as("said again").isInstanceOf(ReleaseClaims.Outcome.Released.class);

        assertThat(world.only().entry().state()).isEqualTo(PoolEntry.State.FREE);
        assertThat(world.task(claim).state()).isInstanceOf(Task.State.Cancelled.class);
        assertThat(world.ports.tasks().sees(BRAND, new Sight.OfOnePerson(ADA, STORE_1), world.task(claim)))
                .as("nor do they see the customer any more")
                .isFalse();
        assertThat(world.claims(own(ADA), entry, ON_WECOM))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        one -> assertThat(one.refusal().code()).isEqualTo(ClaimRules.Code.COOLING_DOWN));
        assertThat(world.claims(new DataScope.WholeBrand(), entry, OF_BO)).isInstanceOf(Outcome.Claimed.class);
    }

    @Test
    default void aClaimNobodyWorkedOnIsTakenAwayAndOneThatWasIsNot() {
        var world = new PoolUseCases(ports());
        world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.passes(0);
        world.passes(1);
        var claims = world.entries().stream()
                .map(view -> claimed(world.claims(own(ADA), view.entry().publicId(), ON_WECOM)))
                .toList();
        world.passes(3);
        Task worked = world.task(claims.getFirst());
        var ending = (Task.Ending.Ended)
                worked.end(new Task.State.Done("key", null, world.clock.now(BRAND)), world.clock.now(BRAND));
        world.ports.work().run(() -> world.ports.tasks().replace(BRAND, List.of(ending.task())));

        world.passes(4);

        var standing = world.read.claims(PoolUseCases.caller(own(ADA)), true, null, Long.MAX_VALUE, 10);
        assertThat(standing)
                .extracting(one -> one.claim().id())
                .containsExactly(claims.getFirst().claim().id());
        var gone = world.read
                .claim(PoolUseCases.caller(own(ADA)), claims.getLast().claim().publicId())
                .orElseThrow();
        assertThat(Objects.requireNonNull(gone.claim().ended()).how()).isEqualTo(PoolClaim.How.STALE);
        assertThat(world.release.nextDueAt(BRAND)).contains(NOW.plus(Duration.ofDays(4 + 7)));
        world.passes(7);
        assertThat(world.read.claims(PoolUseCases.caller(own(ADA)), true, null, Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    default void headOfficeGivesACustomerToWhomItWants() {
        var world = new PoolUseCases(ports());
        world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.passes(0);
        world.passes(1);
        var entry = world.only().entry().publicId();
        var first = claimed(world.claims(own(ADA), entry, ON_WECOM));

        var given = claimed(world.assigns(entry, OF_BO));

        assertThat(given.claim()).returns(BO, PoolClaim::staff).returns(true, PoolClaim::assigned);
        assertThat(world.task(first).state()).isInstanceOf(Task.State.Cancelled.class);
        Assertions.assertThatThrownBy(() -> world.claim.handle(new ClaimFromPool.Command(
                        PoolUseCases.caller(own(ADA)), entry, PoolUseCases.id(ON_WECOM.value()), true)))
                .isInstanceOf(WholeBrand.PartOnly.class);
    }

    @Test
    default void whoIsServedAgainLeavesAndTheClaimIsWon() {
        var world = new PoolUseCases(ports());
        var lost = world.customer(ON_WECOM, Relationship.By.CUSTOMER, null);
        world.passes(0);
        world.passes(1);
        var claim = claimed(world.claims(own(ADA), world.only().entry().publicId(), ON_WECOM));
        var identity =
                world.ports.identities().of(BRAND, List.of(lost)).getFirst().id();
        var begun = world.relationship(lost, identity, ON_WECOM, null);

        world.ports.work().run(() -> {
            world.ports.relationships().add(BRAND, begun);
            world.leave.changed(BRAND, null, begun);
        });

        assertThat(world.only().entry().left())
                .isEqualTo(new PoolEntry.Left(PoolEntry.Why.SERVED, world.clock.now(BRAND)));
        var won = world.read
                .claim(PoolUseCases.caller(own(ADA)), claim.claim().publicId())
                .orElseThrow();
        assertThat(Objects.requireNonNull(won.claim().ended()).how()).isEqualTo(PoolClaim.How.WON);
        world.passes(30);
        assertThat(world.entries()).hasSize(1);
    }

    @Test
    default void isListedByValueWithinWhatIsSeen() {
        var world = new PoolUseCases(ports());
        var entries = new ArrayList<PoolEntry>();
        for (long value : new long[] {5, 900, 5, 70}) {
            var customer = world.customer(value == 70 ? OF_BO : ON_WECOM, Relationship.By.CUSTOMER, null);
            long id = world.ports.ids().next();
            entries.add(new PoolEntry(
                    id,
                    PoolUseCases.id(id),
                    customer,
                    PoolReason.LOST,
                    NOW,
                    NOW,
                    value == 70 ? BO : ADA,
                    value == 70 ? STORE_2 : STORE_1,
                    value,
                    PoolEntry.State.FREE,
                    null,
                    1));
        }
        world.ports.work().run(() -> world.ports.pool().add(BRAND, entries));
        var any = new ReadPool.Wanted(
                Set.of(PoolEntry.State.FREE), Set.of(PoolReason.LOST), null, null, 0, Long.MAX_VALUE);
        var all = PoolUseCases.caller(new DataScope.WholeBrand());

        var store = world.ports.departments().find(BRAND, STORE_1).orElseThrow();
        var first = world.read.page(all, any, null, 3);
        var last = first.getLast().entry();
        var second = world.read.page(all, any, new CustomerPool.Place(last.value(), last.id()), 3);

        assertThat(first).extracting(one -> one.entry().value()).containsExactly(900L, 70L, 5L);
        assertThat(second).extracting(one -> one.entry().value()).containsExactly(5L);
        assertThat(second.getFirst().entry().id()).isLessThan(last.id());
        assertThat(world.read.page(PoolUseCases.caller(own(BO)), any, null, 9))
                .extracting(one -> one.entry().value())
                .containsExactly(70L);
        assertThat(world.read.page(
                        all, new ReadPool.Wanted(Set.of(), Set.of(), store.publicId(), null, 6, 900), null, 9))
                .extracting(one -> one.entry().value())
                .containsExactly(900L);
        assertThat(world.ports.pool().add(BRAND, entries))
                .as("nobody is in twice")
                .isEmpty();
    }
}
