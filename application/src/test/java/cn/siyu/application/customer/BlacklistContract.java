package cn.siyu.application.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyId;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ReadApiKeys;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.KeepBlacklist.Lifting;
import cn.siyu.application.customer.KeepBlacklist.Outcome;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Blacklist;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.BlacklistEntry.How;
import cn.siyu.domain.customer.BlacklistEntry.Reason;
import cn.siyu.domain.customer.BlacklistEntry.Subject;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the blacklist must do over any store: for customers, for identities that nobody has yet,
/// through merges and separations.
public interface BlacklistContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    IdentityKey PHONE = new IdentityKey(IdentityType.PHONE, "", "+8613900000001");
    IdentityKey MEMBER = new IdentityKey(IdentityType.MEMBER_ID, "crm", "m-1");
    IdentityKey UNION = new IdentityKey(IdentityType.UNIONID, "", "u-1");

    /// All stores; the database is empty.
    Ports ports();

    /// What a test brings.
    record Ports(
            UnitOfWork work,
            Brands brands,
            IdSource ids,
            Departments departments,
            StaffMembers staff,
            ApiKeys keys,
            Customers customers,
            Identities identities,
            IdentityGraph graph,
            Persons persons,
            Wishes wishes,
            Blacklist blacklist) {}

    /// The use cases over the stores.
    final class World {
        final Ports ports;
        final BrandClock clock;
        final List<Set<CustomerId>> told = new ArrayList<>();
        final KeepBlacklist keep;
        final ResolveCustomers resolve;
        final DecideIdentities decide;
        final ChangeCustomer change;

        World(Ports ports) {
            this.ports = ports;
            this.clock = new BrandClock(ports.brands(), InstantSource.system());
            var sights = new ResolveSight(ports.departments(), ports.staff());
            keep = new KeepBlacklist(
                    ports.blacklist(),
                    ports.identities(),
                    ports.persons(),
                    sights,
                    new ReadApiKeys(ports.keys(), ports.departments(), ports.staff(), sights),
                    (_, people) -> told.add(people),
                    ports.ids(),
                    ports.work(),
                    clock);
            var join = new JoinIdentities(
                    ports.graph(),
                    ports.customers(),
                    ports.wishes(),
                    ports.ids(),
                    (_, _) -> IdentityRules.DEFAULT,
                    keep);
            resolve = new ResolveCustomers(
                    new WatchedCustomers(ports.customers(), keep),
                    new WatchedIdentities(ports.identities(), keep),
                    ports.graph(),
                    ports.persons(),
                    join,
                    ports.ids(),
                    _ -> new InitialTrust(10, 0, NOW, "test"));
            decide = new DecideIdentities(
                    ports.work(),
                    clock,
                    ports.ids(),
                    ports.identities(),
                    ports.customers(),
                    ports.graph(),
                    ports.persons(),
                    join);
            change = new ChangeCustomer(ports.work(), clock, ports.customers(), keep);
            ports.brands().add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        }

        CustomerId somebody(IdentityKey... keys) {
            var claim = new Claim(List.of(keys), IdentitySource.IMPORT, Profile.NONE);
            var found = (Resolution.Found) ports.work()
                    .inTransaction(() -> resolve.resolve(BRAND, List.of(claim), NOW))
                    .getFirst();
            return found.customer();
        }

        boolean blacklisted(CustomerId customer) {
            var publicId = ports.customers().find(BRAND, customer).orElseThrow().publicId();
            return ports.customers().byPublicId(BRAND, publicId).orElseThrow().blacklisted();
        }

        Blacklist.View puts(Subject subject, @Nullable Instant until) {
            var outcome = keep.put(new KeepBlacklist.Put(boss(), subject, Reason.FRAUD, "黄牛", until));
            return ((Outcome.Listed) outcome).entry();
        }

        void lifts(Blacklist.View view) {
            assertThat(keep.lift(new KeepBlacklist.Lift(boss(), view.entry().publicId(), "已和解")))
                    .isInstanceOf(Lifting.Lifted.class);
        }

        Customer customer(CustomerId customer) {
            var publicId = ports.customers().find(BRAND, customer).orElseThrow().publicId();
            return ports.customers().byPublicId(BRAND, publicId).orElseThrow();
        }

        void marks(CustomerId customer, boolean listed, Caller by) {
            change.handle(new ChangeCustomer.Command(
                    BRAND, customer(customer).publicId(), null, "小明", Customer.Gender.UNKNOWN, null, listed, by));
        }

        /// The caller's key is one of the brand's.
        void key(Caller caller) {
            long number = ports.ids().next();
            ports.keys()
                    .add(new ApiKey(
                            new ApiKeyId(number),
                            caller.key(),
                            ("key" + number + "0000000000000000").substring(0, 16),
                            BRAND,
                            "crm",
                            String.format("%064d", number),
                            Set.of(),
                            caller.sees(),
                            true,
                            null,
                            null,
                            NOW));
        }

        Lifting liftsAt(CyclicBarrier barrier, Blacklist.View view) throws Exception {
            barrier.await();
            return keep.lift(new KeepBlacklist.Lift(boss(), view.entry().publicId(), "已和解"));
        }

        static Caller boss() {
            return new Caller(BRAND, PublicId.of(NOW, 99, 99), Set.of(), new DataScope.WholeBrand());
        }

        static Caller ofStore() {
            return new Caller(
                    BRAND, PublicId.of(NOW, 98, 98), Set.of(), new DataScope.OneDepartment(new DepartmentId(7)));
        }
    }

    @Test
    default void aCustomerIsOnItFromWhenToWhenAndSomebodySaysWhy() {
        var world = new World(ports());
        var customer = world.somebody(MEMBER);
        var entry = world.puts(new Subject.Person(customer), null);

        assertThat(world.blacklisted(customer)).isTrue();
        assertThat(world.told).containsExactly(Set.of(customer));
        assertThat(entry.entry())
                .returns(Reason.FRAUD, BlacklistEntry::reason)
                .returns("黄牛", BlacklistEntry::note)
                .returns(World.boss().key(), BlacklistEntry::by)
                .returns(NOW, BlacklistEntry::since);
        assertThat(world.keep.put(
                        new KeepBlacklist.Put(World.boss(), new Subject.Person(customer), Reason.ABUSE, null, null)))
                .isEqualTo(new Outcome.Already(entry.entry().publicId()));

        world.lifts(entry);

        assertThat(world.blacklisted(customer)).isFalse();
        var kept = world.ports
                .blacklist()
                .byPublicId(BRAND, new Sight.Everything(), entry.entry().publicId())
                .orElseThrow()
                .entry();
        assertThat(Objects.requireNonNull(kept.ended()))
                .returns(How.LIFTED, BlacklistEntry.Ended::how)
                .returns("已和解", BlacklistEntry.Ended::reason);
        world.lifts(entry);
    }

    @Test
    default void anEntryEndsByItself() {
        var world = new World(ports());
        var customer = world.somebody(MEMBER);
        var until = NOW.plus(Duration.ofDays(30));
        world.puts(new Subject.Person(customer), until);

        assertThat(world.keep.nextDueAt(BRAND)).contains(until);
        assertThat(world.keep.runDue(BRAND, until.minusMillis(1), 100)).isZero();
        assertThat(world.blacklisted(customer)).isTrue();
        assertThat(world.keep.runDue(BRAND, until, 100)).isEqualTo(1);
        assertThat(world.blacklisted(customer)).isFalse();
        assertThat(world.keep.nextDueAt(BRAND)).isEmpty();
        assertThat(world.keep.put(
                        new KeepBlacklist.Put(World.boss(), new Subject.Person(customer), Reason.OTHER, null, NOW)))
                .isEqualTo(new Outcome.TooLate(NOW));
    }

    @Test
    default void nobodyStaysOnItWhoseTwoEntriesAreLiftedAtTheSameMoment() throws Exception {
        var world = new World(ports());
        var customer = world.somebody(MEMBER);
        for (int round = 0; round < 10; round++) {
            var one = world.puts(new Subject.Person(customer), null);
            var other = world.puts(new Subject.Bearer(MEMBER), null);
            var barrier = new CyclicBarrier(2);
            try (var people = Executors.newFixedThreadPool(2)) {
                for (var lifted : people.invokeAll(
                        List.of(() -> world.liftsAt(barrier, one), () -> world.liftsAt(barrier, other)))) {
                    assertThat(lifted.get()).isInstanceOf(Lifting.Lifted.class);
                }
            }
            assertThat(world.blacklisted(customer)).as("round " + round).isFalse();
        }
    }

    @Test
    default void whoSeesAPartTakesNobodyOffWhomWhoSeesMoreHasPut() {
        var world = new World(ports());
        var customer = world.somebody(MEMBER);
        world.key(World.boss());
        world.key(World.ofStore());
        world.puts(new Subject.Person(customer), null);
        var before = world.customer(customer);

        assertThatThrownBy(() -> world.marks(customer, false, World.ofStore())).isInstanceOf(WholeBrand.PartOnly.class);
        assertThat(world.customer(customer)).as("nothing half done").isEqualTo(before);

        world.marks(customer, false, World.boss());
        assertThat(world.blacklisted(customer)).isFalse();
        world.marks(customer, true, World.ofStore());
        assertThat(world.blacklisted(customer)).isTrue();
        world.marks(customer, false, World.ofStore());
        assertThat(world.blacklisted(customer)).as("its own").isFalse();
    }

    @Test
    default void whoeverBringsAnIdentityThatIsOnItIsOnItAtOnce() {
        var world = new World(ports());
        var entry = world.puts(new Subject.Bearer(PHONE), null);
        assertThat(entry.customer()).isNull();

        var stranger = world.somebody(PHONE);
        assertThat(world.blacklisted(stranger)).isTrue();
        assertThat(world.told).containsExactly(Set.of(stranger));

        var other = world.somebody(MEMBER);
        assertThat(world.blacklisted(other)).isFalse();
        world.lifts(entry);
        assertThat(world.blacklisted(stranger)).isFalse();
    }

    @Test
    default void whoIsKnownAlreadyIsOnItByANewIdentity() {
        var world = new World(ports());
        var known = world.somebody(MEMBER);
        world.puts(new Subject.Bearer(PHONE), null);

        world.somebody(MEMBER, PHONE);

        assertThat(world.blacklisted(known)).isTrue();
        assertThat(world.told)
                .isNotEmpty()
                .allSatisfy(people -> assertThat(people).containsExactly(known));
    }

    @Test
    default void itHoldsThroughMergesAndSeparationsExactly() {
        var world = new World(ports());
        var one = world.somebody(MEMBER);
        var two = world.somebody(UNION);
        var entry = world.puts(new Subject.Person(two), null);

        world.somebody(MEMBER, UNION);
        assertThat(world.blacklisted(one)).as("merged").isTrue();
        assertThat(world.told.getLast()).containsExactly(one);
        world.change.handle(new ChangeCustomer.Command(
                BRAND,
                world.ports.customers().find(BRAND, one).orElseThrow().publicId(),
                null,
                "新名",
                Customer.Gender.FEMALE,
                null,
                true));
        assertThat(world.blacklisted(one)).as("renamed").isTrue();

        var apart = new DecideIdentities.Between.Keys(MEMBER, UNION);
        world.decide.decide(
                new DecideIdentities.Command(BRAND, apart, IdentityDecision.Verdict.CANNOT_LINK, null, null, false));
        assertThat(world.blacklisted(one)).as("separated").isFalse();
        assertThat(world.blacklisted(two)).isTrue();
        world.lifts(entry);
        assertThat(world.blacklisted(two)).isFalse();
    }

    @Test
    default void whatAChannelTellsTakesNobodyOff() {
        var world = new World(ports());
        var one = world.somebody(MEMBER);
        var two = world.somebody(UNION);
        world.puts(new Subject.Person(two), null);
        world.somebody(MEMBER, UNION);

        world.ports
                .work()
                .run(() -> new KeepProfile(world.ports.customers()).keep(BRAND, one, "改名", Customer.Gender.MALE, NOW));

        assertThat(world.blacklisted(one)).isTrue();
    }

    @Test
    default void onlyWhoSeesTheWholeBrandNamesIdentitiesAndSeesEntriesOfNobody() {
        var world = new World(ports());
        var entry = world.puts(new Subject.Bearer(PHONE), null);
        var sight = new Sight.InDepartments(Set.of(new DepartmentId(7)));

        assertThatThrownBy(() -> world.keep.put(
                        new KeepBlacklist.Put(World.ofStore(), new Subject.Bearer(MEMBER), Reason.OTHER, null, null)))
                .isInstanceOf(WholeBrand.PartOnly.class);
        assertThat(world.ports
                        .blacklist()
                        .byPublicId(BRAND, sight, entry.entry().publicId()))
                .isEmpty();
        assertThat(world.ports
                        .blacklist()
                        .page(BRAND, new Blacklist.Filter(true, Set.of(Reason.FRAUD), null, sight), Long.MAX_VALUE, 9))
                .isEmpty();
        assertThat(world.ports
                        .blacklist()
                        .page(
                                BRAND,
                                new Blacklist.Filter(true, Set.of(Reason.FRAUD), null, new Sight.Everything()),
                                Long.MAX_VALUE,
                                9))
                .containsExactly(entry);
    }
}
