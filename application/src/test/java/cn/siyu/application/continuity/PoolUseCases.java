package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.PoolContract.ADA;
import static cn.siyu.application.continuity.PoolContract.BO;
import static cn.siyu.application.continuity.PoolContract.BRAND;
import static cn.siyu.application.continuity.PoolContract.BY_HAND;
import static cn.siyu.application.continuity.PoolContract.NOW;
import static cn.siyu.application.continuity.PoolContract.OF_BO;
import static cn.siyu.application.continuity.PoolContract.ON_WECOM;
import static cn.siyu.application.continuity.PoolContract.STORE_1;
import static cn.siyu.application.continuity.PoolContract.STORE_2;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.continuity.ClaimFromPool.Outcome;
import cn.siyu.application.continuity.PoolContract.Ports;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.InMemoryHandBatches;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/// The use cases over the stores, in a brand with two stores.
final class PoolUseCases {
    final Ports ports;
    final BrandClock clock;
    final LeavePool leave;
    final FillPool fill;
    final ClaimFromPool claim;
    final ReleaseClaims release;
    final ReadPool read;

    PoolUseCases(Ports ports) {
        this.ports = ports;
        this.clock = new BrandClock(ports.brands(), InstantSource.system());
        var policies = new PoliciesInForce(new TestEditions(), ports.overrides());
        var rules = PoolPolicies.of(policies);
        var hands = new HandTasks(
                ports.tasks(),
                new InMemoryHandBatches(new InMemoryStore()),
                ports.accounts(),
                policies,
                List.of(),
                ports.ids());
        var paces = new AccountPaces(ports.standings(), policies);
        var sights = new ResolveSight(ports.departments(), ports.staff());
        leave = new LeavePool(ports.pool(), ports.claims(), ports.tasks(), TaskWitness.NOBODY, clock);
        fill = new FillPool(ports.work(), ports.brands(), ports.pool(), leave, rules, ports.ids());
        claim = new ClaimFromPool(
                ports.pool(),
                ports.claims(),
                leave,
                rules,
                new PoolTask(
                        ports.tasks(),
                        hands,
                        paces,
                        new FriendRoom(ports.accounts(), ports.tasks()),
                        ports.reachability(),
                        ports.identities(),
                        ports.persons(),
                        ports.ids()),
                ports.accounts(),
                ports.staff(),
                ports.departments(),
                ports.persons(),
                ports.brands(),
                sights,
                ports.ids(),
                ports.work(),
                clock);
        release = new ReleaseClaims(ports.pool(), ports.claims(), leave, rules, sights, ports.work(), clock);
        read = new ReadPool(ports.pool(), ports.claims(), rules, sights, clock);
        ports.brands().add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        var root = DepartmentsContract.aDepartment(1, null, null);
        ports.departments().add(BRAND, root);
        ports.departments().add(BRAND, DepartmentsContract.aDepartment(STORE_1.value(), root, "store-1"));
        ports.departments().add(BRAND, DepartmentsContract.aDepartment(STORE_2.value(), root, "store-2"));
        member(ADA, STORE_1);
        member(BO, STORE_2);
        account(ON_WECOM, "WECOM", ADA, STORE_1);
        account(OF_BO, "WECOM", BO, STORE_2);
        account(BY_HAND, TestEditions.BY_HAND, ADA, STORE_1);
    }

    private void member(StaffId id, DepartmentId department) {
        ports.staff().add(BRAND, new StaffMember(id, id(id.value()), null, "小达", department, true, 1, NOW, NOW));
    }

    private void account(ChannelAccountId id, String channel, StaffId staff, DepartmentId department) {
        ports.accounts()
                .add(
                        BRAND,
                        new ChannelAccount(
                                id,
                                id(id.value()),
                                channel,
                                "main",
                                "account-" + id.value(),
                                "Account",
                                staff,
                                department,
                                1000,
                                100,
                                WorkingHours.ALWAYS,
                                ChannelAccount.State.ACTIVE,
                                ChannelAccount.Health.HEALTHY,
                                1,
                                NOW,
                                NOW));
    }

    static PublicId id(long number) {
        return PublicId.of(NOW, number, number);
    }

    /// A customer with a relationship, which ended long ago or lives.
    CustomerId customer(ChannelAccountId account, Relationship.@Nullable By endedBy, @Nullable String phone) {
        var customer = new CustomerId(ports.ids().next());
        var contact = new IdentityId(ports.ids().next());
        Instant begun = NOW.minus(Duration.ofDays(100));
        ports.customers()
                .add(
                        BRAND,
                        List.of(new Customer(
                                customer,
                                id(customer.value()),
                                "小明",
                                Customer.Gender.UNKNOWN,
                                null,
                                false,
                                1,
                                begun,
                                begun)));
        var identities = new ArrayList<Identity>();
        identities.add(identity(contact, IdentityType.EXTERNAL_USERID, "main", "wm" + contact.value(), customer));
        if (phone != null) {
            var number = new IdentityId(ports.ids().next());
            identities.add(identity(number, IdentityType.PHONE, "", phone, customer));
        }
        ports.identities().add(BRAND, identities);
        ports.relationships().add(BRAND, relationship(customer, contact, account, endedBy));
        return customer;
    }

    /// Somebody serves a customer from now on.
    void serves(CustomerId customer, ChannelAccountId account) {
        var contact = new IdentityId(ports.ids().next());
        ports.identities()
                .add(
                        BRAND,
                        List.of(identity(
                                contact, IdentityType.EXTERNAL_USERID, "main", "wm" + contact.value(), customer)));
        ports.relationships().add(BRAND, relationship(customer, contact, account, null));
    }

    void leaves(StaffId id, DepartmentId department) {
        ports.staff().replace(BRAND, new StaffMember(id, id(id.value()), null, "小达", department, false, 2, NOW, NOW));
    }

    private static Identity identity(
            IdentityId id, IdentityType type, String scope, String value, CustomerId customer) {
        return new Identity(
                id, id(id.value()), new IdentityKey(type, scope, value), customer, IdentitySource.PLATFORM, NOW);
    }

    Relationship relationship(
            CustomerId customer, IdentityId identity, ChannelAccountId account, Relationship.@Nullable By endedBy) {
        Instant begun = NOW.minus(Duration.ofDays(100));
        var number = new RelationshipId(ports.ids().next());
        return new Relationship(
                number,
                id(number.value()),
                customer,
                account,
                identity,
                null,
                null,
                0,
                begun,
                endedBy == null ? null : new Relationship.Ended(endedBy, NOW.minus(Duration.ofDays(30))),
                null,
                null,
                1,
                begun,
                begun);
    }

    /// Lets nights pass, with what is due in them.
    void passes(int days) {
        var later = clock.now(BRAND).plus(Duration.ofDays(days));
        ports.brands().moveClock(BRAND, later);
        while (fill.runDue(BRAND, later, 2_000) + release.runDue(BRAND, later, 2_000) > 0) {
            // until nothing is due
        }
    }

    List<CustomerPool.View> entries() {
        return ports.pool().page(BRAND, CustomerPool.Filter.ALL, null, 100);
    }

    CustomerPool.View only() {
        return Assertions.assertThat(entries()).singleElement().actual();
    }

    /// Whether an entry is shown, listed and by itself.
    boolean seenBy(DataScope sees, PublicId entry) {
        var any = new ReadPool.Wanted(Set.of(), Set.of(), null, null, Long.MIN_VALUE, Long.MAX_VALUE);
        boolean listed = read.page(caller(sees), any, null, 100).stream()
                .anyMatch(view -> view.entry().publicId().equals(entry));
        Assertions.assertThat(read.one(caller(sees), entry).isPresent()).isEqualTo(listed);
        return listed;
    }

    Outcome claims(DataScope sees, PublicId entry, ChannelAccountId account) {
        return claim.handle(new ClaimFromPool.Command(caller(sees), entry, id(account.value()), false));
    }

    Outcome assigns(PublicId entry, ChannelAccountId account) {
        var command = new ClaimFromPool.Command(caller(new DataScope.WholeBrand()), entry, id(account.value()), true);
        return claim.handle(command);
    }

    static Caller caller(DataScope sees) {
        return new Caller(BRAND, id(99), Set.of(), sees);
    }

    Task task(PoolClaims.View claim) {
        return ports.tasks()
                .byPublicId(BRAND, Objects.requireNonNull(claim.claim().task()))
                .orElseThrow();
    }
}
