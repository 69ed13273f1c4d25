package cn.siyu.application.community;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.community.port.InMemoryMomentAudiences;
import cn.siyu.application.community.port.InMemoryMomentPlans;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.content.port.MaterialsContract;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.IdentitiesContract;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryIdentities;
import cn.siyu.application.customer.port.InMemoryIdentityGraph;
import cn.siyu.application.customer.port.InMemoryLifecycles;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.InMemoryTags;
import cn.siyu.application.customer.port.InMemoryWishes;
import cn.siyu.application.insight.InMemoryFactBook;
import cn.siyu.application.insight.InsightPorts;
import cn.siyu.application.insight.TestPlatformPolicy;
import cn.siyu.application.insight.port.InMemoryAttributions;
import cn.siyu.application.insight.port.InMemoryInteractions;
import cn.siyu.application.insight.port.InMemoryOrders;
import cn.siyu.application.insight.port.InMemoryWhereabouts;
import cn.siyu.application.task.EndTask;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.port.InMemoryHandBatches;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A brand with an account that posts by the platform's means (`ada`, on a channel in memory) and
/// one that a person works by hand, three posts a day; each has one customer.
final class MomentWorld {
    static final BrandId BRAND = new BrandId(1);
    static final Instant START = BrandsContract.NOW;
    static final PublicId ADA = PublicId.of(START, 21, 21);
    static final PublicId BY_HAND = PublicId.of(START, 22, 22);

    final InMemoryStore store = new InMemoryStore();
    final InMemoryBrands brands = new InMemoryBrands(store);
    final InMemoryIdSource ids = new InMemoryIdSource();
    final InMemoryFarSide farSide;
    final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
    final InMemoryMaterials materials = new InMemoryMaterials(store);
    final InMemoryTags tags = new InMemoryTags(store);
    final InMemoryWishes wishes = new InMemoryWishes(store);
    final InMemoryCustomers customers = new InMemoryCustomers(store);
    final InMemoryIdentities identities = new InMemoryIdentities(store);
    final InMemoryRelationships relationships = new InMemoryRelationships(store);
    final InMemoryInteractions interactions = new InMemoryInteractions(store);
    final InMemoryMomentPlans plans = new InMemoryMomentPlans(store, accounts);
    final InMemoryPersonas personas = new InMemoryPersonas(store);
    final InMemoryTasks tasks;
    final BrandClock clock;
    final ResolveSight sights = new ResolveSight(new InMemoryDepartments(store), new InMemoryStaffMembers(store));
    final PlanMoment plan;
    final CancelMoment cancel;
    final PublishMoments publish;
    final SettleMomentPost settle;
    final ReportReactions report;
    final ReadMoments read;
    final ReadLeftOut leftOut;
    final EndTask endTask;
    final String contact;
    private Instant now = START;
    Instant machine = Instant.parse("2030-01-01T00:00:00Z");

    MomentWorld() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", null));
        farSide = new InMemoryFarSide(() -> now);
        farSide.addStaff("ada");
        contact = farSide.customerAdds("ada", null).contactId();
        clock = new BrandClock(brands, () -> now);
        accounts.add(BRAND, account(21, "in-memory", "ada"));
        accounts.add(BRAND, account(22, TestEditions.BY_HAND, "wx22"));
        materials.add(BRAND, MaterialsContract.aMaterial(1, 1, "新品上市，{{staff.name}}为您推荐"));
        materials.add(BRAND, MaterialsContract.aMaterial(2, 1, "{{customer.nickname}}，你好"));
        var orders = new InMemoryOrders(store);
        customers.add(BRAND, List.of(CustomersContract.aCustomer(7), CustomersContract.aCustomer(8)));
        related(20, 7, 21, IdentityType.EXTERNAL_USERID, "main", contact);
        related(23, 8, 22, IdentityType.PERSONAL_CONTACT, "wx22", "friend");
        var policies = new PoliciesInForce(new TestEditions(), new InMemoryPolicyOverrides(store));
        List<ChannelAdapter> adapters = List.of(new InMemoryChannel("main", "demo", farSide));
        var whereabouts = new InMemoryWhereabouts();
        whereabouts.account(ADA, new ChannelAccountId(21), PublicId.of(START, 6, 6));
        whereabouts.account(BY_HAND, new ChannelAccountId(22), PublicId.of(START, 7, 7));
        var trust = new TrustPorts(
                store,
                brands,
                ids,
                customers,
                relationships,
                new InMemoryEvidenceLog(store),
                new InMemoryTrustLedger(store, relationships, _ -> "WECOM"),
                new ChannelAccountId(21));
        var graph = new InMemoryIdentityGraph(store, identities);
        var book = new InMemoryFactBook(identities, relationships, interactions, orders);
        var insight = new InsightPorts(
                trust,
                identities,
                graph,
                graph,
                wishes,
                new InMemoryLifecycles(store, book::of),
                interactions,
                orders,
                new InMemoryAttributions(store),
                whereabouts,
                TestPlatformPolicy.POLICY);
        tasks = new InMemoryTasks(
                store,
                Map.of(new StaffId(6), new DepartmentId(1), new StaffId(7), new DepartmentId(2)),
                (_, _) -> true);
        var channels = new MomentChannels(adapters);
        var audiences = new InMemoryMomentAudiences(relationships, customers, identities, tags, wishes, accounts);
        var words = new MomentWords(brands, new MaterialLimits(adapters));
        var limits = new MomentLimits(plans, tasks, new InMemoryAccountStandings(store), policies, channels);
        plan = new PlanMoment(
                plans,
                audiences,
                limits,
                words,
                new CheckPersona(personas),
                materials,
                accounts,
                tags,
                policies,
                sights,
                store,
                clock,
                ids);
        cancel = new CancelMoment(plans, sights, store, clock);
        var hands = new HandTasks(tasks, new InMemoryHandBatches(store), accounts, policies, adapters, ids);
        var files = new MomentFiles((_, _) -> Answer.notDone(NotDoneReason.NOT_FOUND, "nothing there"));
        var launch = new LaunchMoments(
                plans,
                audiences,
                channels,
                words,
                new CheckPersona(personas),
                files,
                materials,
                tags,
                hands,
                store,
                () -> machine);
        var watch = new WatchMoments(plans, channels, new MomentReactions(insight.recordInteractions, channels), store);
        publish = new PublishMoments(plans, accounts, launch, watch, store, () -> machine, Duration.ofMinutes(1));
        settle = new SettleMomentPost(plans, sights, store, clock);
        report = new ReportReactions(plans, accounts, audiences, insight.recordInteractions, sights, store, clock);
        leftOut = new ReadLeftOut(plans, audiences, tasks, sights, clock);
        read = new ReadMoments(plans, audiences, materials, tags, accounts, sights, clock);
        endTask = new EndTask(tasks, sights, new MomentTasks(plans), store, clock);
    }

    private static ChannelAccount account(long id, String channel, String address) {
        return new ChannelAccount(
                new ChannelAccountId(id),
                PublicId.of(START, id, id),
                channel,
                "main",
                address,
                "小" + id,
                new StaffId(id - 15),
                new DepartmentId(id - 20),
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                START,
                START);
    }

    private void related(long id, long customer, long account, IdentityType type, String scope, String value) {
        identities.add(
                BRAND, List.of(IdentitiesContract.anIdentity(id + 10, new IdentityKey(type, scope, value), customer)));
        relationships.add(
                BRAND,
                new Relationship(
                        new RelationshipId(id),
                        PublicId.of(START, id, id),
                        new CustomerId(customer),
                        new ChannelAccountId(account),
                        new IdentityId(id + 10),
                        null,
                        null,
                        0,
                        START.minusSeconds(99),
                        null,
                        null,
                        null,
                        1,
                        START,
                        START));
    }

    /// Another friend of the account that is worked by hand; its relationship has the number of the
    /// customer and a thousand.
    RelationshipId friend(long customer) {
        return friend(CustomersContract.aCustomer(customer));
    }

    /// Another one, who is on the blacklist.
    RelationshipId blacklistedFriend(long customer) {
        var one = CustomersContract.aCustomer(customer);
        return friend(new Customer(
                one.id(), one.publicId(), one.nickname(), one.gender(), one.zone(), true, 1, START, START));
    }

    private RelationshipId friend(Customer one) {
        long customer = one.id().value();
        customers.add(BRAND, List.of(one));
        related(1_000 + customer, customer, 22, IdentityType.PERSONAL_CONTACT, "wx22", "friend-" + customer);
        return new RelationshipId(1_000 + customer);
    }

    static Caller caller(DataScope sees) {
        return new Caller(BRAND, PublicId.of(START, 1, 1), EnumSet.allOf(Scope.class), sees);
    }

    static Caller boss() {
        return caller(new DataScope.WholeBrand());
    }

    Material material() {
        return materials.page(BRAND, false, 0, 1).getFirst();
    }

    PlanMoment.Outcome wish(@Nullable Instant publishAt, PublicId... wanted) {
        return plan.handle(
                new PlanMoment.Command(boss(), material().publicId(), List.of(wanted), List.of(), publishAt, null));
    }

    MomentPlan planned(PublicId... wanted) {
        return ((PlanMoment.Outcome.Planned) wish(null, wanted)).plan();
    }

    List<MomentPost> posts(MomentPlan of) {
        return read.posts(boss(), of.publicId(), 0, 99).orElseThrow().stream()
                .map(ReadMoments.OfPost::post)
                .toList();
    }

    MomentPost post(MomentPlan of) {
        return posts(of).getFirst();
    }

    /// Lets time pass, and all that falls due in it be done.
    void pass(Duration time) {
        Instant end = now.plus(time);
        run();
        while (true) {
            var next = publish.nextDueAt(BRAND);
            if (next.isEmpty() || next.get().isAfter(end)) {
                break;
            }
            set(next.get());
            run();
        }
        set(end);
    }

    void set(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    void run() {
        for (int round = 0; publish.runDue(BRAND, clock.now(BRAND), 100) > 0; round++) {
            if (round > 50) {
                throw new AssertionError("never comes to an end");
            }
        }
    }
}
