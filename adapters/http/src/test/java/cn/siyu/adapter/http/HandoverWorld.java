package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.continuity.CancelInheritance;
import cn.siyu.application.continuity.CheckWishes;
import cn.siyu.application.continuity.Colleagues;
import cn.siyu.application.continuity.Connections;
import cn.siyu.application.continuity.PlanInheritance;
import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.application.continuity.StartInheritance;
import cn.siyu.application.continuity.TransferEditions;
import cn.siyu.application.continuity.port.InMemoryInheritances;
import cn.siyu.application.continuity.port.InMemoryTransferBook;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.continuity.Transfer;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/// Inheritances in memory, which nobody carries out.
@Factory
final class HandoverWorld {
    @Singleton
    InMemoryInheritances inheritances(InMemoryStore store, StaffMembers members) {
        return new InMemoryInheritances(store, members);
    }

    @Singleton
    InMemoryTransferBook transferBook(
            InMemoryStore store, InMemoryInheritances inheritances, FactsWorld.Kept kept, ChannelAccounts accounts) {
        var rule = new InMemorySight(kept.relationships(), accounts);
        return new InMemoryTransferBook(
                store,
                inheritances,
                (one, sight) -> rule.over(World.DEMO, sight, one.from())
                        && (!(one.subject() instanceof Transfer.OfCustomer of)
                                || rule.customer(World.DEMO, sight, of.customer())));
    }

    @Singleton
    StartInheritance startInheritance(
            InMemoryStore store,
            Brands brands,
            BrandClock clock,
            IdSource ids,
            StaffMembers members,
            Departments departments,
            ChannelAccounts accounts,
            FactsWorld.Kept kept,
            List<ChannelAdapter> channels,
            ResolveSight sights,
            InMemoryInheritances inheritances,
            InMemoryTransferBook book) {
        var policies = new PoliciesInForce(new TransferEditions(), new InMemoryPolicyOverrides(store));
        var plan = new PlanInheritance(
                accounts,
                kept.relationships(),
                kept.identities(),
                book,
                new Colleagues(brands, accounts, members, departments, policies, book),
                new Connections(channels),
                policies);
        var wishes = new CheckWishes(
                members, departments, accounts, kept.customers(), kept.relationships(), Persons.ALONE, sights);
        return new StartInheritance(store, clock, ids, wishes, plan, inheritances, book);
    }

    @Singleton
    CancelInheritance cancelInheritance(
            InMemoryStore store,
            BrandClock clock,
            InMemoryInheritances inheritances,
            InMemoryTransferBook book,
            ReadInheritances read) {
        return new CancelInheritance(store, clock, inheritances, book, read);
    }

    @Singleton
    ReadInheritances readInheritances(
            InMemoryInheritances inheritances,
            InMemoryTransferBook book,
            ChannelAccounts accounts,
            StaffMembers members,
            FactsWorld.Kept kept,
            ResolveSight sights) {
        return new ReadInheritances(inheritances, book, accounts, members, kept.customers(), Persons.ALONE, sights);
    }
}
