package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ReadApiKeys;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.ChangeCustomer;
import cn.siyu.application.customer.ChannelTags;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.DecideIdentities;
import cn.siyu.application.customer.DefineTag;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.ExplainLifecycle;
import cn.siyu.application.customer.JoinIdentities;
import cn.siyu.application.customer.KeepBlacklist;
import cn.siyu.application.customer.KeepProfile;
import cn.siyu.application.customer.LifecyclePolicies;
import cn.siyu.application.customer.PriorInForce;
import cn.siyu.application.customer.ReadIdentityGraph;
import cn.siyu.application.customer.RecordWishes;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.customer.RelationshipBook;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.RevokeIdentityLinks;
import cn.siyu.application.customer.SynchronizeContact;
import cn.siyu.application.customer.TagCustomers;
import cn.siyu.application.customer.WatchedCustomers;
import cn.siyu.application.customer.WatchedIdentities;
import cn.siyu.application.customer.WhenBlacklisted;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.application.customer.port.Blacklist;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.application.trust.ProjectTrust;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.customer.identity.IdentityRules;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class CustomerWiring {
    @Singleton
    ResolveCustomers resolveCustomers(
            Customers customers,
            Identities identities,
            IdentityGraph graph,
            Persons persons,
            JoinIdentities join,
            IdSource ids,
            KeepBlacklist blacklist,
            ProjectTrust trust) {
        return new ResolveCustomers(
                new WatchedCustomers(customers, blacklist),
                new WatchedIdentities(identities, blacklist),
                graph,
                persons,
                join,
                ids,
                trust);
    }

    @Singleton
    JoinIdentities joinIdentities(
            IdentityGraph graph,
            Customers customers,
            Wishes wishes,
            IdSource ids,
            PoliciesInForce policies,
            CustomerWitness witness) {
        return new JoinIdentities(
                graph,
                customers,
                wishes,
                ids,
                (brand, at) -> policies.of(PolicyKind.IDENTITY, brand, at, IdentityRules::from)
                        .values(),
                witness);
    }

    @Singleton
    DecideIdentities decideIdentities(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            Identities identities,
            Customers customers,
            IdentityGraph graph,
            Persons persons,
            JoinIdentities join) {
        return new DecideIdentities(work, clock, ids, identities, customers, graph, persons, join);
    }

    @Singleton
    RevokeIdentityLinks revokeIdentityLinks(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            Identities identities,
            Customers customers,
            IdentityGraph graph,
            Persons persons,
            JoinIdentities join) {
        return new RevokeIdentityLinks(work, clock, ids, identities, customers, graph, persons, join);
    }

    @Singleton
    ReadIdentityGraph readIdentityGraph(
            IdentityGraph graph, Identities identities, Customers customers, Persons persons, ResolveSight sights) {
        return new ReadIdentityGraph(graph, identities, customers, persons, sights);
    }

    @Singleton
    KeepProfile keepProfile(Customers customers) {
        return new KeepProfile(customers);
    }

    @Singleton
    RelationshipBook relationshipBook(
            Relationships relationships,
            Acquisition acquisition,
            Brands brands,
            IdSource ids,
            CustomerWitness witness) {
        return new RelationshipBook(relationships, acquisition, brands, ids, witness);
    }

    @Singleton
    AddRelationship addRelationship(
            UnitOfWork work, BrandClock clock, ResolveCustomers resolve, KeepProfile profiles, RelationshipBook book) {
        return new AddRelationship(work, clock, resolve, profiles, book);
    }

    @Singleton
    EndRelationship endRelationship(
            UnitOfWork work,
            BrandClock clock,
            ResolveCustomers resolve,
            RelationshipBook book,
            Relationships relationships) {
        return new EndRelationship(work, clock, resolve, book, relationships);
    }

    @Singleton
    SynchronizeContact synchronizeContact(
            UnitOfWork work,
            BrandClock clock,
            Identities identities,
            Relationships relationships,
            KeepProfile profiles,
            ChannelTags tags) {
        return new SynchronizeContact(work, clock, identities, relationships, profiles, tags);
    }

    @Singleton
    ChannelTags channelTags(Tags tags, ChannelCommands commands, IdSource ids) {
        return new ChannelTags(tags, commands, ids);
    }

    @Singleton
    ChangeCustomer changeCustomer(UnitOfWork work, BrandClock clock, Customers customers, KeepBlacklist blacklist) {
        return new ChangeCustomer(work, clock, customers, blacklist);
    }

    @Singleton
    KeepBlacklist keepBlacklist(
            Blacklist blacklist,
            Identities identities,
            Persons persons,
            ResolveSight sights,
            ReadApiKeys keys,
            WhenBlacklisted then,
            IdSource ids,
            UnitOfWork work,
            BrandClock clock) {
        return new KeepBlacklist(blacklist, identities, persons, sights, keys, then, ids, work, clock);
    }

    @Singleton
    DefineTag defineTag(UnitOfWork work, BrandClock clock, IdSource ids, Tags tags) {
        return new DefineTag(work, clock, ids, tags);
    }

    @Singleton
    RecordWishes recordWishes(
            UnitOfWork work, BrandClock clock, IdSource ids, Wishes wishes, Persons persons, CustomerWitness witness) {
        return new RecordWishes(work, clock, ids, wishes, persons, witness);
    }

    @Singleton
    RegisterCustomer registerCustomer(
            UnitOfWork work, BrandClock clock, ResolveCustomers resolve, Customers customers) {
        return new RegisterCustomer(work, clock, resolve, customers);
    }

    @Singleton
    TagCustomers tagCustomers(
            UnitOfWork work,
            BrandClock clock,
            Tags tags,
            Relationships relationships,
            Identities identities,
            Persons persons,
            ChannelCommands commands,
            IdSource ids) {
        return new TagCustomers(work, clock, tags, relationships, identities, persons, commands, ids);
    }

    @Singleton
    ExplainLifecycle explainLifecycle(
            Lifecycles lifecycles,
            LifecyclePolicies policies,
            PriorInForce prior,
            Persons persons,
            Brands brands,
            BrandClock clock) {
        return new ExplainLifecycle(lifecycles, policies, prior, persons, brands, clock);
    }
}
