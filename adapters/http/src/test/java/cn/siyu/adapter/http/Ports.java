package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.AddChannelAccount;
import cn.siyu.application.channel.AllocateVisitor;
import cn.siyu.application.channel.ChangeChannelAccount;
import cn.siyu.application.channel.ChangeContactWay;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.CreateContactWay;
import cn.siyu.application.channel.FollowsPersona;
import cn.siyu.application.channel.OverridePolicy;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.ReadAchievedShares;
import cn.siyu.application.channel.ReadAllocations;
import cn.siyu.application.channel.ReadChannelAccounts;
import cn.siyu.application.channel.ReadChannels;
import cn.siyu.application.channel.ReadContactWays;
import cn.siyu.application.channel.ReadPolicies;
import cn.siyu.application.channel.RecommendChannel;
import cn.siyu.application.channel.SetPersona;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.WelcomeMaterials;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.InMemoryAllocations;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryContactWays;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.channel.port.SimulatedFarSide;
import cn.siyu.application.content.AddMaterial;
import cn.siyu.application.content.ChangeMaterial;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.MaterialsForWelcome;
import cn.siyu.application.content.PreviewMaterial;
import cn.siyu.application.content.ReadMaterials;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.engine.AdvanceClock;
import cn.siyu.application.engine.PolicyChecks;
import cn.siyu.application.engine.RunDueWork;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.application.engine.port.InMemoryClockAdvances;
import cn.siyu.application.task.GiveTasksToHolder;
import cn.siyu.application.task.port.InMemoryTasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Ports of configuration and of the engine in memory, and the use cases over them. The brand
/// `demo` has one department, number 5.
@Factory
final class Ports {
    @Singleton
    BrandClock brandClock(Brands brands, InstantSource machine) {
        return new BrandClock(brands, machine);
    }

    @Singleton
    Departments departments(InMemoryStore store) {
        var departments = new InMemoryDepartments(store);
        departments.add(World.DEMO, DepartmentsContract.aDepartment(5, null, null));
        return departments;
    }

    @Singleton
    ChannelAccounts accounts(InMemoryStore store) {
        return new InMemoryChannelAccounts(store);
    }

    @Singleton
    ContactWays ways(InMemoryStore store, ChannelAccounts accounts) {
        return new InMemoryContactWays(store, accounts);
    }

    @Singleton
    Allocations allocations(InMemoryStore store) {
        return new InMemoryAllocations(store);
    }

    @Singleton
    PolicyEditions editions() {
        return new TestEditions();
    }

    @Singleton
    PolicyOverrides overrides(InMemoryStore store) {
        return new InMemoryPolicyOverrides(store);
    }

    @Singleton
    ReadChannels readChannels(InstantSource machine, Brands brands) {
        return new ReadChannels(channels(machine), brands);
    }

    @Singleton
    RecommendChannel recommendChannel(PoliciesInForce policies, BrandClock clock) {
        return new RecommendChannel(policies, clock);
    }

    @Singleton
    PoliciesInForce policies(PolicyEditions editions, PolicyOverrides overrides) {
        return new PoliciesInForce(editions, overrides);
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
            InMemoryStore store) {
        return new AllocateVisitor(ways, accounts, allocations, departments, brands, policies, clock, ids, store);
    }

    @Singleton
    ClockAdvances clockAdvances(InMemoryStore store) {
        return new InMemoryClockAdvances(store);
    }

    @Singleton
    AdvanceClock advanceClock(
            Brands brands,
            BrandClock clock,
            SimulatedFarSide farSide,
            ClockAdvances advances,
            IdSource ids,
            InstantSource machine) {
        return new AdvanceClock(
                brands,
                clock,
                new RunDueWork(List.of(), clock),
                farSide,
                advances,
                ids,
                machine,
                Duration.ofMinutes(1));
    }

    @Singleton
    Materials materials(InMemoryStore store) {
        return new InMemoryMaterials(store);
    }

    @Singleton
    ResolveSight sights(Departments departments, StaffMembers staff) {
        return new ResolveSight(departments, staff);
    }

    @Singleton
    ReadChannelAccounts readChannelAccounts(
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadChannelAccounts(accounts, staff, departments, brands, sights, clock);
    }

    @Singleton
    AddChannelAccount addChannelAccount(
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            PoliciesInForce policies,
            BrandClock clock,
            IdSource ids,
            InstantSource machine,
            InMemoryStore store) {
        return new AddChannelAccount(
                accounts, staff, departments, brands, sights, policies, channels(machine), clock, ids, store);
    }

    @Singleton
    ChangeChannelAccount changeChannelAccount(
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            Brands brands,
            ResolveSight sights,
            PoliciesInForce policies,
            InMemoryTasks tasks,
            BrandClock clock,
            InMemoryStore store) {
        return new ChangeChannelAccount(
                accounts, staff, departments, brands, sights, policies, new GiveTasksToHolder(tasks), clock, store);
    }

    @Singleton
    WelcomeMaterials welcomeMaterials(Materials materials) {
        return new MaterialsForWelcome(materials);
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
    CreateContactWay createContactWay(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights,
            PoliciesInForce policies,
            BrandClock clock,
            IdSource ids,
            InMemoryStore store) {
        return new CreateContactWay(ways, accounts, departments, materials, sights, policies, clock, ids, store);
    }

    @Singleton
    ChangeContactWay changeContactWay(
            ContactWays ways,
            ChannelAccounts accounts,
            Departments departments,
            WelcomeMaterials materials,
            ResolveSight sights,
            BrandClock clock,
            InMemoryStore store) {
        return new ChangeContactWay(ways, accounts, departments, materials, sights, clock, store);
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
    ReadPolicies readPolicies(PolicyEditions editions, PolicyOverrides overrides, BrandClock clock) {
        return new ReadPolicies(editions, overrides, clock);
    }

    @Singleton
    OverridePolicy overridePolicy(
            PolicyEditions editions, PolicyOverrides overrides, BrandClock clock, InMemoryStore store) {
        return new OverridePolicy(editions, overrides, PolicyChecks.all(), clock, store);
    }

    @Singleton
    ReadMaterials readMaterials(Materials materials) {
        return new ReadMaterials(materials);
    }

    @Singleton
    MaterialLimits materialLimits(InstantSource machine) {
        return new MaterialLimits(channels(machine));
    }

    @Singleton
    AddMaterial addMaterial(
            Materials materials,
            MaterialLimits limits,
            CheckPersona personas,
            BrandClock clock,
            IdSource ids,
            InMemoryStore store) {
        return new AddMaterial(materials, limits, personas, clock, ids, store);
    }

    @Singleton
    Personas personas(InMemoryStore store) {
        return new InMemoryPersonas(store);
    }

    @Singleton
    CheckPersona checkPersona(Personas personas) {
        return new CheckPersona(personas);
    }

    @Singleton
    SetPersona setPersona(
            Personas personas, ChannelAccounts accounts, ResolveSight sights, InMemoryStore store, BrandClock clock) {
        return new SetPersona(personas, accounts, sights, FollowsPersona.NOTHING, store, clock);
    }

    @Singleton
    ChangeMaterial changeMaterial(
            Materials materials, MaterialLimits limits, CheckPersona personas, BrandClock clock, InMemoryStore store) {
        return new ChangeMaterial(materials, limits, personas, clock, store);
    }

    @Singleton
    PreviewMaterial previewMaterial(MaterialLimits limits, Brands brands, BrandClock clock) {
        return new PreviewMaterial(limits, brands, clock);
    }

    private static List<ChannelAdapter> channels(InstantSource machine) {
        return List.of(new InMemoryChannel("main", "demo", new InMemoryFarSide(machine)));
    }
}
