package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelCommands;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.ReadQuotas;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryIdentities;
import cn.siyu.application.customer.port.InMemoryIdentityGraph;
import cn.siyu.application.customer.port.InMemoryLifecycles;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.InMemoryTags;
import cn.siyu.application.customer.port.InMemoryWishes;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.insight.ImportRows;
import cn.siyu.application.insight.ImportTargets;
import cn.siyu.application.insight.InMemoryFactBook;
import cn.siyu.application.insight.InsightPorts;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.ReadImports;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.insight.RecordOrders;
import cn.siyu.application.insight.RecordRefunds;
import cn.siyu.application.insight.TestPlatformPolicy;
import cn.siyu.application.insight.ViewFacts;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.application.insight.port.InMemoryAttributions;
import cn.siyu.application.insight.port.InMemoryFactViews;
import cn.siyu.application.insight.port.InMemoryImports;
import cn.siyu.application.insight.port.InMemoryInteractions;
import cn.siyu.application.insight.port.InMemoryOrders;
import cn.siyu.application.insight.port.InMemoryWhereabouts;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.brand.BrandId;
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
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What facts about customers need behind the API in tests: in `demo` a headquarters with the
/// stores `store-1` and `store-2`, in each a member with an account (`ada`, `bo`) on the only
/// connection, whose ids of customers are unique in `main`.
@Factory
public final class FactsWorld {
    public static final DepartmentId HEADQUARTERS = new DepartmentId(9001);
    public static final DepartmentId STORE_1 = new DepartmentId(9002);
    public static final DepartmentId STORE_2 = new DepartmentId(9003);
    public static final StaffId ADA = new StaffId(9011);
    public static final StaffId BO = new StaffId(9012);
    public static final ChannelAccountId ACCOUNT_OF_ADA = new ChannelAccountId(9021);
    public static final ChannelAccountId ACCOUNT_OF_BO = new ChannelAccountId(9022);

    /// All repositories behind the facts.
    public record Kept(
            IdSource ids,
            InMemoryCustomers customers,
            InMemoryIdentities identities,
            InMemoryIdentityGraph graph,
            InMemoryRelationships relationships,
            InMemoryInteractions interactions,
            InMemoryOrders orders,
            InMemoryAttributions attributions,
            InMemoryLifecycles lifecycles,
            InMemoryEvidenceLog evidence,
            InMemoryTrustLedger trust,
            InMemoryTags tags,
            InMemoryWishes wishes,
            InMemoryChannelCommands commands) {
        /// A customer of `demo` whom the platform told us of, with a relationship since ten days.
        public CustomerId contact(String externalUserId, ChannelAccountId account) {
            return contact(World.DEMO, externalUserId, account);
        }

        /// A customer whom the platform told us of, with a relationship since ten days.
        public CustomerId contact(BrandId brand, String externalUserId, ChannelAccountId account) {
            Instant at = World.NOW.minus(Duration.ofDays(10));
            var customer = new CustomerId(ids.next());
            var identity = new IdentityId(ids.next());
            customers.add(
                    brand,
                    List.of(new Customer(
                            customer,
                            publicId(customer.value()),
                            "小明",
                            Customer.Gender.UNKNOWN,
                            null,
                            false,
                            1,
                            at,
                            at)));
            identities.add(
                    brand,
                    List.of(new Identity(
                            identity,
                            publicId(identity.value()),
                            new IdentityKey(IdentityType.EXTERNAL_USERID, "main", externalUserId),
                            customer,
                            IdentitySource.PLATFORM,
                            at)));
            long number = ids.next();
            relationships.add(
                    brand,
                    new Relationship(
                            new RelationshipId(number),
                            publicId(number),
                            customer,
                            account,
                            identity,
                            null,
                            null,
                            0,
                            at,
                            null,
                            null,
                            null,
                            1,
                            at,
                            at));
            return customer;
        }
    }

    /// The public id of everything that this world makes.
    public static PublicId publicId(long number) {
        return PublicId.of(World.NOW, number, number);
    }

    @Singleton
    Kept kept(InMemoryStore store, IdSource ids, Departments departments, ChannelAccounts accounts) {
        var headquarters = DepartmentsContract.aDepartment(HEADQUARTERS.value(), null, null);
        departments.add(World.DEMO, headquarters);
        departments.add(World.DEMO, DepartmentsContract.aDepartment(STORE_1.value(), headquarters, "store-1"));
        departments.add(World.DEMO, DepartmentsContract.aDepartment(STORE_2.value(), headquarters, "store-2"));
        accounts.add(World.DEMO, account(ACCOUNT_OF_ADA, "ada", ADA, STORE_1));
        accounts.add(World.DEMO, account(ACCOUNT_OF_BO, "bo", BO, STORE_2));
        var identities = new InMemoryIdentities(store);
        var graph = new InMemoryIdentityGraph(store, identities);
        var relationships = new InMemoryRelationships(store);
        var interactions = new InMemoryInteractions(store);
        var orders = new InMemoryOrders(store);
        var book = new InMemoryFactBook(identities, relationships, interactions, orders);
        return new Kept(
                ids,
                new InMemoryCustomers(store, graph),
                identities,
                graph,
                relationships,
                interactions,
                orders,
                new InMemoryAttributions(store),
                new InMemoryLifecycles(store, book::of),
                new InMemoryEvidenceLog(store),
                new InMemoryTrustLedger(store, relationships, _ -> "WECOM"),
                new InMemoryTags(store),
                new InMemoryWishes(store),
                new InMemoryChannelCommands(store));
    }

    @Singleton
    StaffMembers staff(InMemoryStore store) {
        var staff = new InMemoryStaffMembers(store);
        staff.add(World.DEMO, member(ADA, "小达", STORE_1));
        staff.add(World.DEMO, member(BO, "小博", STORE_2));
        return staff;
    }

    private static StaffMember member(StaffId id, String name, DepartmentId department) {
        return new StaffMember(id, publicId(id.value()), null, name, department, true, 1, World.NOW, World.NOW);
    }

    private static ChannelAccount account(ChannelAccountId id, String address, StaffId staff, DepartmentId department) {
        return new ChannelAccount(
                id,
                publicId(id.value()),
                "in-memory",
                "main",
                address,
                address,
                staff,
                department,
                20_000,
                500,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                World.NOW,
                World.NOW);
    }

    @Singleton
    ChannelAdapter channel() {
        return new InMemoryChannel("main", "demo", new InMemoryFarSide(World::now));
    }

    @Singleton
    InMemoryWhereabouts whereabouts() {
        var whereabouts = new InMemoryWhereabouts();
        reached(whereabouts, ACCOUNT_OF_ADA, "ada", ADA);
        reached(whereabouts, ACCOUNT_OF_BO, "bo", BO);
        whereabouts.store("store-1", STORE_1);
        whereabouts.store("store-2", STORE_2);
        return whereabouts;
    }

    private static void reached(InMemoryWhereabouts all, ChannelAccountId account, String address, StaffId staff) {
        all.account(publicId(account.value()), account, publicId(staff.value()));
        all.reached(new Whereabouts.Reached(publicId(account.value()), "in-memory", "main", address));
    }

    @Singleton
    InsightPorts insight(InMemoryStore store, Brands brands, Kept kept, InMemoryWhereabouts whereabouts) {
        var trust = new TrustPorts(
                store,
                brands,
                kept.ids(),
                kept.customers(),
                kept.relationships(),
                kept.evidence(),
                kept.trust(),
                ACCOUNT_OF_ADA);
        return new InsightPorts(
                trust,
                kept.identities(),
                kept.graph(),
                kept.graph(),
                kept.wishes(),
                kept.lifecycles(),
                kept.interactions(),
                kept.orders(),
                kept.attributions(),
                whereabouts,
                TestPlatformPolicy.POLICY);
    }

    @Singleton
    RecordInteractions recordInteractions(InsightPorts insight) {
        return insight.recordInteractions;
    }

    @Singleton
    RecordOrders recordOrders(InsightPorts insight) {
        return insight.recordOrders;
    }

    @Singleton
    RegisterCustomer registerCustomer(
            InMemoryStore store, BrandClock clock, ResolveCustomers resolve, Customers customers) {
        return new RegisterCustomer(store, clock, resolve, customers);
    }

    @Singleton
    Imports imports(InMemoryStore store) {
        return new InMemoryImports(store);
    }

    @Singleton
    ReadImports readImports(Imports imports) {
        return new ReadImports(imports);
    }

    @Singleton
    ImportRows importRows(
            InMemoryStore store,
            Brands brands,
            BrandClock clock,
            IdSource ids,
            Imports imports,
            RegisterCustomer register,
            InsightPorts insight) {
        var targets = new ImportTargets(register, insight.recordOrders, insight.recordInteractions);
        return new ImportRows(store, brands, clock, ids, imports, targets);
    }

    @Singleton
    RecordRefunds recordRefunds(InsightPorts insight) {
        return insight.recordRefunds;
    }

    @Singleton
    LocateReports locateReports(InMemoryWhereabouts whereabouts, Brands brands, List<ChannelAdapter> channels) {
        return new LocateReports(whereabouts, brands, channels);
    }

    @Singleton
    ViewFacts viewFacts(
            Brands brands,
            Kept kept,
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            ResolveSight sights) {
        var views = new InMemoryFactViews(
                brands,
                kept.interactions(),
                kept.orders(),
                kept.customers(),
                kept.relationships(),
                accounts,
                staff,
                departments);
        return new ViewFacts(views, sights);
    }

    @Singleton
    ReadQuotas readQuotas(InMemoryStore store, BrandClock clock, List<ChannelAdapter> channels) {
        return new ReadQuotas(
                new InMemoryReachability(),
                new Ledgers(new InMemoryContactLedgers(store), new InMemoryRecipientQuotas(store), Persons.ALONE),
                new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(channels)),
                clock);
    }
}
