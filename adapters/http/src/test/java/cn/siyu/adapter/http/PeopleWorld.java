package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ReadApiKeys;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.ChangeCustomer;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.DecideIdentities;
import cn.siyu.application.customer.DefineTag;
import cn.siyu.application.customer.JoinIdentities;
import cn.siyu.application.customer.KeepBlacklist;
import cn.siyu.application.customer.ReadIdentityGraph;
import cn.siyu.application.customer.RecordWishes;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.RevokeIdentityLinks;
import cn.siyu.application.customer.TagCustomers;
import cn.siyu.application.customer.WhenBlacklisted;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.InMemoryBlacklist;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.insight.SearchCustomers;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.application.insight.port.InMemoryCustomerViews;
import cn.siyu.application.trust.ExplainTrust;
import cn.siyu.application.trust.ReadTrust;
import cn.siyu.application.trust.TestTrustPolicy;
import cn.siyu.application.trust.TrustBasis;
import cn.siyu.domain.customer.identity.IdentityRules;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/// What is known about customers behind the API in tests: views, identities, tags, wishes, the
/// blacklist and trust, all over the repositories of [FactsWorld].
@Factory
public final class PeopleWorld {
    @Singleton
    InMemorySight sight(FactsWorld.Kept kept, ChannelAccounts accounts) {
        return new InMemorySight(kept.relationships(), accounts);
    }

    @Singleton
    Customers customers(FactsWorld.Kept kept) {
        return kept.customers();
    }

    @Singleton
    Tags tags(FactsWorld.Kept kept) {
        return kept.tags();
    }

    @Singleton
    CustomerViews customerViews(FactsWorld.Kept kept, ChannelAccounts accounts, StaffMembers staff) {
        return new InMemoryCustomerViews(
                kept.customers(),
                kept.identities(),
                kept.graph(),
                kept.relationships(),
                kept.tags(),
                kept.wishes(),
                kept.lifecycles(),
                kept.trust(),
                kept.interactions(),
                kept.orders(),
                accounts,
                staff);
    }

    @Singleton
    ViewCustomer viewCustomer(CustomerViews views, ResolveSight sights) {
        return new ViewCustomer(views, sights);
    }

    @Singleton
    SearchCustomers searchCustomers(CustomerViews views, ResolveSight sights, Brands brands, BrandClock clock) {
        return new SearchCustomers(views, sights, brands, clock);
    }

    @Singleton
    JoinIdentities joinIdentities(FactsWorld.Kept kept) {
        return new JoinIdentities(
                kept.graph(),
                kept.customers(),
                kept.wishes(),
                kept.ids(),
                (_, _) -> IdentityRules.DEFAULT,
                CustomerWitness.of(List.of()));
    }

    @Singleton
    DecideIdentities decideIdentities(
            InMemoryStore store, BrandClock clock, FactsWorld.Kept kept, JoinIdentities join) {
        return new DecideIdentities(
                store, clock, kept.ids(), kept.identities(), kept.customers(), kept.graph(), kept.graph(), join);
    }

    @Singleton
    RevokeIdentityLinks revokeIdentityLinks(
            InMemoryStore store, BrandClock clock, FactsWorld.Kept kept, JoinIdentities join) {
        return new RevokeIdentityLinks(
                store, clock, kept.ids(), kept.identities(), kept.customers(), kept.graph(), kept.graph(), join);
    }

    @Singleton
    ReadIdentityGraph readIdentityGraph(FactsWorld.Kept kept, ResolveSight sights) {
        return new ReadIdentityGraph(kept.graph(), kept.identities(), kept.customers(), kept.graph(), sights);
    }

    @Singleton
    ResolveCustomers resolveCustomers(FactsWorld.Kept kept, JoinIdentities join) {
        return new ResolveCustomers(
                kept.customers(),
                kept.identities(),
                kept.graph(),
                kept.graph(),
                join,
                kept.ids(),
                _ -> new InitialTrust(0, 0, World.NOW, ""));
    }

    @Singleton
    ChangeCustomer changeCustomer(
            InMemoryStore store, BrandClock clock, FactsWorld.Kept kept, KeepBlacklist blacklist) {
        return new ChangeCustomer(store, clock, kept.customers(), blacklist);
    }

    @Singleton
    InMemoryBlacklist blacklist(InMemoryStore store, FactsWorld.Kept kept, InMemorySight sight) {
        return new InMemoryBlacklist(
                store, kept.customers(), kept.graph(), (customer, seen) -> sight.customer(World.DEMO, seen, customer));
    }

    @Singleton
    KeepBlacklist keepBlacklist(
            InMemoryBlacklist blacklist,
            FactsWorld.Kept kept,
            ResolveSight sights,
            ReadApiKeys keys,
            InMemoryStore store,
            BrandClock clock) {
        return new KeepBlacklist(
                blacklist,
                kept.identities(),
                kept.graph(),
                sights,
                keys,
                WhenBlacklisted.NOTHING,
                kept.ids(),
                store,
                clock);
    }

    @Singleton
    DefineTag defineTag(InMemoryStore store, BrandClock clock, FactsWorld.Kept kept) {
        return new DefineTag(store, clock, kept.ids(), kept.tags());
    }

    @Singleton
    TagCustomers tagCustomers(InMemoryStore store, BrandClock clock, FactsWorld.Kept kept) {
        return new TagCustomers(
                store,
                clock,
                kept.tags(),
                kept.relationships(),
                kept.identities(),
                kept.graph(),
                kept.commands(),
                kept.ids());
    }

    @Singleton
    RecordWishes recordWishes(InMemoryStore store, BrandClock clock, FactsWorld.Kept kept) {
        return new RecordWishes(store, clock, kept.ids(), kept.wishes(), kept.graph(), CustomerWitness.of(List.of()));
    }

    @Singleton
    ReadTrust readTrust(FactsWorld.Kept kept, TrustBasis.Source basis) {
        return new ReadTrust(kept.trust(), basis, kept.graph());
    }

    @Singleton
    ExplainTrust explainTrust(FactsWorld.Kept kept, TrustBasis.Source basis) {
        return new ExplainTrust(kept.evidence(), kept.trust(), basis, kept.graph());
    }

    @Singleton
    TrustBasis.Source trustBasis(Brands brands, BrandClock clock) {
        return new TrustBasis.Source(brands, clock, (_, _) -> TestTrustPolicy.POLICY);
    }
}
