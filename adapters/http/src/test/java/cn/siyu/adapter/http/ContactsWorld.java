package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CareForAccount;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestJourney;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.community.LeftOutHint;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.contact.AskContactDecision;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.LostCustomers;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.ReadContacts;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.SendPlanner;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryContactLog;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.contact.port.InMemorySendBatches;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.RelationshipBook;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.InMemoryAcquisition;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.insight.ForeseeContacts;
import cn.siyu.application.insight.ReadAttribution;
import cn.siyu.application.insight.ReadJourney;
import cn.siyu.application.insight.ReadReports;
import cn.siyu.application.insight.ReadRetention;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.application.insight.port.Retentions;
import cn.siyu.application.intake.Reactions;
import cn.siyu.application.intake.ReportOnTask;
import cn.siyu.application.task.ClaimTask;
import cn.siyu.application.task.EndTask;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.OrderHandWork;
import cn.siyu.application.task.ReadTasks;
import cn.siyu.application.task.ReadWorklist;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.InMemoryHandBatches;
import cn.siyu.application.task.port.InMemoryTaskReferences;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What contact, tasks and reports need behind the API in tests. Ada holds an account for
/// `store-1`, Bo one for `store-2`.
@Factory
final class ContactsWorld {
    @Singleton
    InMemoryContactLog contactLog(InMemorySight sight, ChannelAccounts accounts, Customers customers) {
        return new InMemoryContactLog(sight, accounts, customers);
    }

    @Singleton
    ReadContacts readContacts(InMemoryContactLog log, ResolveSight sights) {
        return new ReadContacts(log, sights);
    }

    @Singleton
    ReadAttribution readAttribution(ReadContacts contacts, FactsWorld.Kept kept, Brands brands) {
        return new ReadAttribution(contacts, kept.attributions(), kept.orders(), brands);
    }

    @Singleton
    InMemoryReachability reachability() {
        return new InMemoryReachability();
    }

    @Singleton
    ForeseeContacts foreseeContacts(
            InMemoryStore store,
            InMemoryReachability reachability,
            List<ChannelAdapter> channels,
            BrandClock clock,
            CustomerViews customers,
            ResolveSight sights,
            FactsWorld.Kept kept,
            ChannelAccounts accounts) {
        var ask = new AskContactDecision(
                reachability,
                new Ledgers(new InMemoryContactLedgers(store), new InMemoryRecipientQuotas(store), Persons.ALONE),
                new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(channels)),
                clock);
        return new ForeseeContacts(ask, customers, sights, kept.relationships(), accounts);
    }

    @Singleton
    InMemoryTasks tasks(InMemoryStore store, InMemorySight sight) {
        return new InMemoryTasks(
                store,
                Map.of(FactsWorld.ADA, FactsWorld.STORE_1, FactsWorld.BO, FactsWorld.STORE_2),
                (customer, seen) -> sight.customer(World.DEMO, seen, customer));
    }

    @Singleton
    ReadTasks readTasks(InMemoryTasks tasks, ResolveSight sights) {
        return new ReadTasks(tasks, new InMemoryTaskReferences(), sights);
    }

    @Singleton
    InMemoryAccountStandings standings(InMemoryStore store) {
        return new InMemoryAccountStandings(store);
    }

    @Singleton
    AccountPaces paces(InMemoryAccountStandings standings, PoliciesInForce policies) {
        return new AccountPaces(standings, policies);
    }

    @Singleton
    CareForAccount careForAccount(
            ChannelAccounts accounts,
            InMemoryAccountStandings standings,
            AccountPaces paces,
            ResolveSight sights,
            BrandClock clock,
            IdSource ids,
            InMemoryStore store) {
        return new CareForAccount(accounts, standings, paces, sights, clock, ids, store);
    }

    @Singleton
    HandTasks handTasks(
            InMemoryTasks tasks,
            InMemoryStore store,
            ChannelAccounts accounts,
            PoliciesInForce policies,
            List<ChannelAdapter> channels,
            IdSource ids) {
        return new HandTasks(tasks, new InMemoryHandBatches(store), accounts, policies, channels, ids);
    }

    @Singleton
    FriendRoom friendRoom(ChannelAccounts accounts, InMemoryTasks tasks) {
        return new FriendRoom(accounts, tasks);
    }

    @Singleton
    OrderHandWork orderHandWork(
            InMemoryTasks tasks,
            HandTasks hands,
            ChannelAccounts accounts,
            AccountPaces paces,
            FriendRoom room,
            CheckPersona personas,
            InMemoryReachability reachability,
            FactsWorld.Kept kept,
            MomentAudiences moments,
            ResolveSight sights,
            InMemoryStore store,
            BrandClock clock) {
        return new OrderHandWork(
                tasks,
                hands,
                accounts,
                paces,
                room,
                personas,
                reachability,
                kept.relationships(),
                (brand, account, from, until) -> tasks.standing(
                                brand, List.of(account), Deed.Moment.KIND, null, from, until)
                        .getOrDefault(account, 0),
                new LeftOutHint(moments),
                sights,
                store,
                clock);
    }

    @Singleton
    ReportOnTask reportOnTask(
            InMemoryTasks tasks,
            ChannelAccounts accounts,
            FactsWorld.Kept kept,
            ResolveCustomers resolve,
            RecordInteractions interactions,
            CareForAccount care,
            Brands brands,
            ResolveSight sights,
            InMemoryStore store,
            BrandClock clock) {
        var book = new RelationshipBook(
                kept.relationships(),
                new InMemoryAcquisition(store),
                brands,
                kept.ids(),
                CustomerWitness.of(List.of()));
        return new ReportOnTask(
                tasks,
                accounts,
                kept.identities(),
                kept.relationships(),
                new AddFriendByHand(resolve, book),
                new EndRelationship(store, clock, resolve, book, kept.relationships()),
                interactions,
                care,
                new Silent(),
                sights,
                store,
                clock);
    }

    /// Greets and enrols nobody.
    private static final class Silent implements Reactions {
        @Override
        public void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at) {
            // nobody is greeted here
        }

        @Override
        public void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at) {
            // nobody is enrolled here
        }
    }

    @Singleton
    LostCustomers lostCustomers(
            ChannelAccounts accounts,
            InMemoryReachability reachability,
            InMemoryStore store,
            List<ChannelAdapter> channels,
            AccountPaces paces,
            HandTasks hands,
            BrandClock clock,
            IdSource ids,
            ResolveSight sights) {
        var sends = new InMemorySends(store);
        var planner = new SendPlanner(
                reachability,
                new Ledgers(new InMemoryContactLedgers(store), new InMemoryRecipientQuotas(store), Persons.ALONE),
                new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(channels)),
                (_, _) -> Map.of(),
                new InMemorySendBatches(store, sends),
                new SendPlanner.ByHand(accounts, paces, hands),
                ids);
        return new LostCustomers(
                accounts,
                (_, _, _, _) -> List.of(),
                reachability,
                new PlanSends(planner, sends, clock, ids),
                sights,
                store);
    }

    @Singleton
    ClaimTask claimTask(
            InMemoryTasks tasks,
            ChannelAccounts accounts,
            AccountPaces paces,
            CheckPersona personas,
            PoliciesInForce policies,
            ResolveSight sights,
            InMemoryStore store,
            BrandClock clock) {
        return new ClaimTask(tasks, accounts, paces, personas, policies, sights, store, clock);
    }

    @Singleton
    ReadWorklist readWorklist(
            InMemoryTasks tasks,
            StaffMembers members,
            ChannelAccounts accounts,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadWorklist(tasks, new InMemoryTaskReferences(), members, accounts, sights, clock);
    }

    @Singleton
    EndTask endTask(InMemoryTasks tasks, ResolveSight sights, InMemoryStore store, BrandClock clock) {
        return new EndTask(tasks, sights, TaskWitness.NOBODY, store, clock);
    }

    @Singleton
    ReadReports readReports(ResolveSight sights, Brands brands, BrandClock clock) {
        return new ReadReports(new KeptReports(), sights, brands, clock);
    }

    /// Ada's 20: one lost on the third day, one handed over on the ninth, eighteen followed for 30
    /// days.
    @Singleton
    ReadRetention readRetention(ResolveSight sights, Brands brands, BrandClock clock) {
        return new ReadRetention(
                (_, sight, by, _, _, _, _, _) -> {
                    if (!sight.held(FactsWorld.ADA, FactsWorld.STORE_1)) {
                        return List.of();
                    }
                    var group = by == Retentions.By.STAFF
                            ? new Retentions.Group(FactsWorld.publicId(FactsWorld.ADA.value()), null, "Ada")
                            : new Retentions.Group(null, "2026-02", "2026-02");
                    return List.of(
                            new Retentions.Counted(group, 3, 1, 0),
                            new Retentions.Counted(group, 9, 0, 1),
                            new Retentions.Counted(group, 30, 0, 18));
                },
                sights,
                brands,
                clock);
    }

    @Singleton
    ReadJourney readJourney(ReadReports reports, BrandClock clock) {
        return new ReadJourney(reports, (_, _) -> TestJourney.policy(), clock);
    }
}
