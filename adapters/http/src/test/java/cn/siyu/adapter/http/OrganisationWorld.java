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
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.MoveHeldAccounts;
import cn.siyu.application.channel.port.ChannelAccounts;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.SplittableRandom;

/// Brands, their departments and staff, and API keys behind the API in tests.
@Factory
public final class OrganisationWorld {
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
            StaffMembers staff,
            Departments departments,
            ResolveSight sights,
            ChannelAccounts accounts,
            BrandClock clock,
            InMemoryStore store) {
        return new ChangeStaffMember(staff, departments, sights, new MoveHeldAccounts(accounts), clock, store);
    }

    @Singleton
    ReadApiKeys readApiKeys(ApiKeys keys, Departments departments, StaffMembers staff, ResolveSight sights) {
        return new ReadApiKeys(keys, departments, staff, sights);
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
    RevokeApiKey revokeApiKey(ApiKeys keys, ReadApiKeys read, InstantSource machine, InMemoryStore store) {
        return new RevokeApiKey(keys, read, machine, store);
    }
}
