package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.RelationshipBook;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.port.InMemoryAcquisition;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.graduation.AcceptInvitation;
import cn.siyu.application.graduation.DefineProgram;
import cn.siyu.application.graduation.FitCustomer;
import cn.siyu.application.graduation.GraduationPolicies;
import cn.siyu.application.graduation.MeasureProgram;
import cn.siyu.application.graduation.MeasureValue;
import cn.siyu.application.graduation.RankFits;
import cn.siyu.application.graduation.ReadPrograms;
import cn.siyu.application.graduation.ReportProgram;
import cn.siyu.application.graduation.Rooms;
import cn.siyu.application.graduation.SwitchProgram;
import cn.siyu.application.graduation.port.InMemoryCandidates;
import cn.siyu.application.graduation.port.InMemoryFits;
import cn.siyu.application.graduation.port.InMemoryProgramResults;
import cn.siyu.application.graduation.port.InMemoryPrograms;
import cn.siyu.application.graduation.port.ProgramResults;
import cn.siyu.application.intake.Reactions;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Graduation behind the API in tests: ports in memory, over the customers and SOPs of the other
/// worlds.
@Factory
public final class GraduationWorld {
    @Singleton
    InMemoryFits fits() {
        return new InMemoryFits();
    }

    @Singleton
    InMemoryPrograms programs(InMemoryStore store) {
        return new InMemoryPrograms(store);
    }

    @Singleton
    InMemoryCandidates candidates(InMemoryStore store, InMemorySight sight) {
        return new InMemoryCandidates(
                store,
                customer -> FactsWorld.publicId(customer.value()),
                (customer, seen) -> sight.customer(World.DEMO, seen, customer));
    }

    @Singleton
    GraduationPolicies graduationPolicies(PoliciesInForce policies) {
        return GraduationPolicies.of(policies);
    }

    @Singleton
    MeasureValue measureValue(InMemoryFits fits, GraduationPolicies policies, Brands brands, InMemoryStore store) {
        return new MeasureValue(fits, policies, brands, store);
    }

    @Singleton
    Rooms rooms(ChannelAccounts accounts, AccountPaces paces, InMemoryCandidates candidates, Brands brands) {
        return new Rooms(accounts, paces, candidates, brands);
    }

    @Singleton
    FitCustomer fitCustomer(
            InMemoryFits fits, MeasureValue value, Rooms rooms, GraduationPolicies policies, BrandClock clock) {
        return new FitCustomer(fits, value, rooms, policies, clock);
    }

    @Singleton
    RankFits rankFits(
            InMemoryFits fits,
            MeasureValue value,
            Rooms rooms,
            GraduationPolicies policies,
            ResolveSight sights,
            Brands brands,
            BrandClock clock) {
        return new RankFits(fits, value, rooms, policies, sights, brands, clock);
    }

    @Singleton
    DefineProgram defineProgram(
            InMemoryPrograms programs,
            ChannelAccounts accounts,
            Materials materials,
            SopsWorld.Kept sops,
            GraduationPolicies policies,
            IdSource ids,
            InMemoryStore store,
            BrandClock clock) {
        return new DefineProgram(programs, accounts, materials, sops.sops(), policies, ids, store, clock);
    }

    @Singleton
    ProgramResults programResults(InMemoryStore store) {
        return new InMemoryProgramResults(store);
    }

    @Singleton
    MeasureProgram measureProgram(InMemoryCandidates candidates, GraduationPolicies policies) {
        return new MeasureProgram(candidates, policies);
    }

    @Singleton
    SwitchProgram switchProgram(
            InMemoryPrograms programs,
            InMemoryCandidates candidates,
            ProgramResults results,
            MeasureProgram measure,
            InMemoryStore store,
            BrandClock clock) {
        return new SwitchProgram(programs, candidates, results, measure, store, clock);
    }

    @Singleton
    ReadPrograms readPrograms(
            InMemoryPrograms programs,
            InMemoryCandidates candidates,
            ChannelAccounts accounts,
            Materials materials,
            SopsWorld.Kept sops,
            ResolveSight sights) {
        return new ReadPrograms(programs, candidates, accounts, materials, sops.sops(), sights);
    }

    @Singleton
    ReportProgram reportProgram(
            InMemoryPrograms programs, ProgramResults results, MeasureProgram measure, BrandClock clock) {
        return new ReportProgram(programs, results, measure, clock);
    }

    @Singleton
    AcceptInvitation acceptInvitation(
            InMemoryCandidates candidates,
            ChannelAccounts accounts,
            FactsWorld.Kept kept,
            ResolveCustomers resolve,
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
        return new AcceptInvitation(
                candidates,
                accounts,
                kept.identities(),
                kept.graph(),
                kept.relationships(),
                new AddFriendByHand(resolve, book),
                new Quiet(),
                sights,
                store,
                clock);
    }

    /// Greets and enrols nobody.
    private static final class Quiet implements Reactions {
        @Override
        public void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at) {
            // nobody is greeted here
        }

        @Override
        public void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at) {
            // nobody is enrolled here
        }
    }
}
