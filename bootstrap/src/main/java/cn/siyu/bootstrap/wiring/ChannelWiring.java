package cn.siyu.bootstrap.wiring;

import cn.siyu.adapter.personal.PersonalWeChat;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.AddChannelAccount;
import cn.siyu.application.channel.AllocateVisitor;
import cn.siyu.application.channel.CareForAccount;
import cn.siyu.application.channel.ChangeChannelAccount;
import cn.siyu.application.channel.ChangeContactWay;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.CreateContactWay;
import cn.siyu.application.channel.FollowsHolder;
import cn.siyu.application.channel.FollowsPersona;
import cn.siyu.application.channel.MoveHeldAccounts;
import cn.siyu.application.channel.OverridePolicy;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.ProvideContactWayCodes;
import cn.siyu.application.channel.ReadAchievedShares;
import cn.siyu.application.channel.ReadAllocations;
import cn.siyu.application.channel.ReadChannelAccounts;
import cn.siyu.application.channel.ReadChannels;
import cn.siyu.application.channel.ReadContactWays;
import cn.siyu.application.channel.ReadPolicies;
import cn.siyu.application.channel.RecommendChannel;
import cn.siyu.application.channel.ReleaseHeldPlaces;
import cn.siyu.application.channel.SetPersona;
import cn.siyu.application.channel.WelcomeMaterials;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.engine.PolicyChecks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

@Factory
final class ChannelWiring {
    @Singleton
    CheckPersona checkPersona(Personas personas) {
        return new CheckPersona(personas);
    }

    @Singleton
    SetPersona setPersona(
            Personas personas,
            ChannelAccounts accounts,
            ResolveSight sights,
            FollowsPersona followers,
            UnitOfWork work,
            BrandClock clock) {
        return new SetPersona(personas, accounts, sights, followers, work, clock);
    }

    @Singleton
    BrandClock brandClock(Brands brands, InstantSource machine) {
        return new BrandClock(brands, machine);
    }

    /// The channel that people work by hand.
    @Singleton
    PersonalWeChat personalWeChat() {
        return new PersonalWeChat();
    }

    @Singleton
    ReadChannels readChannels(List<ChannelAdapter> channels, Brands brands) {
        return new ReadChannels(channels, brands);
    }

    @Singleton
    PoliciesInForce policiesInForce(PolicyEditions editions, PolicyOverrides overrides) {
        return new PoliciesInForce(editions, overrides);
    }

    @Singleton
    AccountPaces accountPaces(AccountStandings standings, PoliciesInForce policies) {
        return new AccountPaces(standings, policies);
    }

    @Singleton
    CareForAccount careForAccount(
            ChannelAccounts accounts,
            AccountStandings standings,
            AccountPaces paces,
            ResolveSight sights,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        return new CareForAccount(accounts, standings, paces, sights, clock, ids, work);
    }

    @Singleton
    AllocateVisitor allocateVisitor(
            ContactWays ways,
            ChannelAccounts accounts,
            Allocations allocations,
            Departments departments,
            Brands brands,
            PoliciesInForce policies,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        return new AllocateVisitor(ways, accounts, allocations, departments, brands, policies, clock, ids, work);
    }

    @Singleton
    ReleaseHeldPlaces releaseHeldPlaces(Allocations allocations, ChannelAccounts accounts, UnitOfWork work) {
        return new ReleaseHeldPlaces(allocations, accounts, work);
    }

    @Singleton
    ProvideContactWayCodes provideContactWayCodes(
            ContactWays ways, ChannelAccounts accounts, List<ChannelAdapter> channels, UnitOfWork work) {
        return new ProvideContactWayCodes(ways, accounts, channels, work);
    }

    @Singleton
    MoveHeldAccounts moveHeldAccounts(ChannelAccounts accounts) {
        return new MoveHeldAccounts(accounts);
    }

    @Singleton
    AddChannelAccount addChannelAccount(
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            PoliciesInForce policies,
            List<ChannelAdapter> channels,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        return new AddChannelAccount(
                accounts, members, departments, brands, sights, policies, channels, clock, ids, work);
    }

    @Singleton
    ChangeChannelAccount changeChannelAccount(
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            PoliciesInForce policies,
            FollowsHolder along,
            BrandClock clock,
            UnitOfWork work) {
        return new ChangeChannelAccount(accounts, members, departments, brands, sights, policies, along, clock, work);
    }

    @Singleton
    ChangeContactWay changeContactWay(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights,
            BrandClock clock,
            UnitOfWork work) {
        return new ChangeContactWay(ways, accounts, departments, materials, sights, clock, work);
    }

    @Singleton
    CreateContactWay createContactWay(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights,
            PoliciesInForce policies,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        return new CreateContactWay(ways, accounts, departments, materials, sights, policies, clock, ids, work);
    }

    @Singleton
    ReadAchievedShares readAchievedShares(
            ContactWays ways,
            ChannelAccounts accounts,
            Allocations allocations,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadAchievedShares(ways, accounts, allocations, sights, clock);
    }

    @Singleton
    ReadAllocations readAllocations(
            ContactWays ways, ChannelAccounts accounts, Allocations allocations, ResolveSight sights) {
        return new ReadAllocations(ways, accounts, allocations, sights);
    }

    @Singleton
    ReadChannelAccounts readChannelAccounts(
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadChannelAccounts(accounts, members, departments, brands, sights, clock);
    }

    @Singleton
    ReadContactWays readContactWays(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights) {
        return new ReadContactWays(ways, accounts, departments, materials, sights);
    }

    @Singleton
    ReadPolicies readPolicies(PolicyEditions editions, PolicyOverrides overrides, BrandClock clock) {
        return new ReadPolicies(editions, overrides, clock);
    }

    @Singleton
    RecommendChannel recommendChannel(PoliciesInForce policies, BrandClock clock) {
        return new RecommendChannel(policies, clock);
    }

    @Singleton
    OverridePolicy overridePolicy(
            PolicyEditions editions, PolicyOverrides overrides, BrandClock clock, UnitOfWork work) {
        return new OverridePolicy(editions, overrides, PolicyChecks.all(), clock, work);
    }
}
