package cn.siyu.bootstrap.wiring;

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
import cn.siyu.application.brand.port.FollowsMember;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

@Factory
final class BrandWiring {

    @Singleton
    AddDepartment addDepartment(
            Departments departments, ResolveSight sights, BrandClock clock, IdSource ids, UnitOfWork work) {
        return new AddDepartment(departments, sights, clock, ids, work);
    }

    @Singleton
    AddStaffMember addStaffMember(
            StaffMembers members,
            Departments departments,
            ResolveSight sights,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        return new AddStaffMember(members, departments, sights, clock, ids, work);
    }

    @Singleton
    ChangeBrand changeBrand(Brands brands, BrandClock clock, UnitOfWork work) {
        return new ChangeBrand(brands, clock, work);
    }

    @Singleton
    ChangeDepartment changeDepartment(Departments departments, ResolveSight sights, BrandClock clock, UnitOfWork work) {
        return new ChangeDepartment(departments, sights, clock, work);
    }

    @Singleton
    ChangeStaffMember changeStaffMember(
            StaffMembers members,
            Departments departments,
            ResolveSight sights,
            FollowsMember held,
            BrandClock clock,
            UnitOfWork work) {
        return new ChangeStaffMember(members, departments, sights, held, clock, work);
    }

    @Singleton
    CreateApiKey createApiKey(
            ApiKeys keys,
            Brands brands,
            Departments departments,
            StaffMembers members,
            ResolveSight sights,
            IdSource ids,
            InstantSource machine,
            RandomGenerator chance,
            UnitOfWork work) {
        return new CreateApiKey(keys, brands, departments, members, sights, ids, machine, chance, work);
    }

    @Singleton
    CreateBrand createBrand(Brands brands, IdSource ids, InstantSource machine, UnitOfWork work) {
        return new CreateBrand(brands, ids, machine, work);
    }

    @Singleton
    ReadApiKeys readApiKeys(ApiKeys keys, Departments departments, StaffMembers members, ResolveSight sights) {
        return new ReadApiKeys(keys, departments, members, sights);
    }

    @Singleton
    ReadBrands readBrands(Brands brands) {
        return new ReadBrands(brands);
    }

    @Singleton
    ReadDepartments readDepartments(Departments departments, ResolveSight sights) {
        return new ReadDepartments(departments, sights);
    }

    @Singleton
    ReadStaff readStaff(StaffMembers members, Departments departments, ResolveSight sights) {
        return new ReadStaff(members, departments, sights);
    }

    @Singleton
    ResolveSight resolveSight(Departments departments, StaffMembers members) {
        return new ResolveSight(departments, members);
    }

    @Singleton
    RevokeApiKey revokeApiKey(ApiKeys keys, ReadApiKeys read, InstantSource machine, UnitOfWork work) {
        return new RevokeApiKey(keys, read, machine, work);
    }

    /// Secrets of new keys.
    @Singleton
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
