package cn.siyu.adapter.http;

import cn.siyu.application.brand.AddDepartment;
import cn.siyu.application.brand.AddStaffMember;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ChangeBrand;
import cn.siyu.application.brand.ChangeDepartment;
import cn.siyu.application.brand.ChangeStaffMember;
import cn.siyu.application.brand.CreateApiKey;
import cn.siyu.application.brand.CreateBrand;
import cn.siyu.application.brand.ReadApiKeys;
import cn.siyu.application.brand.ReadBrands;
import cn.siyu.application.brand.ReadDepartments;
import cn.siyu.application.brand.ReadStaff;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.RevokeApiKey;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.AllocateVisitor;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.InMemoryAllocations;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryContactWays;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.channel.port.SimulatedFarSide;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.engine.AdvanceClock;
import cn.siyu.application.engine.RunDueWork;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.application.engine.port.InMemoryClockAdvances;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// Ports of configuration and of the engine in memory, and the use cases over them. The brand
/// `demo` has one
/// department,
/// number 5.
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
    ReadBrands readBrands(Brands brands) {
        return new ReadBrands(brands);
    }

    @Singleton
    CreateBrand createBrand(Brands brands, IdSource ids, InstantSource machine, InMemoryStore store) {
        return new CreateBrand(brands, ids, machine, store);
    }

    @Singleton
    ChangeBrand changeBrand(Brands brands, BrandClock clock, InMemoryStore store) {
        return new ChangeBrand(brands, clock, store);
    }

    @Singleton
    ResolveSight sights(Departments departments, StaffMembers staff) {
        return new ResolveSight(departments, staff);
    }

    @Singleton
    ReadDepartments readDepartments(Departments departments, ResolveSight sights) {
        return new ReadDepartments(departments, sights);
    }

    @Singleton
    AddDepartment addDepartment(
            Departments departments, ResolveSight sights, BrandClock clock, IdSource ids, InMemoryStore store) {
        return new AddDepartment(departments, sights, clock, ids, store);
    }

    @Singleton
    ChangeDepartment changeDepartment(
            Departments departments, ResolveSight sights, BrandClock clock, InMemoryStore store) {
        return new ChangeDepartment(departments, sights, clock, store);
    }

    @Singleton
    ReadStaff readStaff(StaffMembers staff, Departments departments, ResolveSight sights) {
        return new ReadStaff(staff, departments, sights);
    }

    @Singleton
    AddStaffMember addStaffMember(
            StaffMembers staff,
            Departments departments,
            ResolveSight sights,
            BrandClock clock,
            IdSource ids,
            InMemoryStore store) {
        return new AddStaffMember(staff, departments, sights, clock, ids, store);
    }

    @Singleton
    ChangeStaffMember changeStaffMember(
            StaffMembers staff, Departments departments, ResolveSight sights, BrandClock clock, InMemoryStore store) {
        return new ChangeStaffMember(staff, departments, sights, clock, store);
    }

    @Singleton
    ReadApiKeys readApiKeys(ApiKeys keys, Departments departments, StaffMembers staff) {
        return new ReadApiKeys(keys, departments, staff);
    }

    @Singleton
    CreateApiKey createApiKey(
            ApiKeys keys,
            Brands brands,
            Departments departments,
            StaffMembers staff,
            ResolveSight sights,
            IdSource ids,
            InstantSource machine,
            InMemoryStore store) {
        return new CreateApiKey(keys, brands, departments, staff, sights, ids, machine, new SplittableRandom(7), store);
    }

    @Singleton
    RevokeApiKey revokeApiKey(ApiKeys keys, InstantSource machine, InMemoryStore store) {
        return new RevokeApiKey(keys, machine, store);
    }
}
