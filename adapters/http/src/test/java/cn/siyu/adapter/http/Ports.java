package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStore;
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
import cn.siyu.application.engine.AdvanceClock;
import cn.siyu.application.engine.RunDueWork;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.application.engine.port.InMemoryClockAdvances;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Ports of configuration and of the engine in memory, and the use cases over them. The brand `demo` has one
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
        return new AdvanceClock(brands, clock, new RunDueWork(List.of(), clock), farSide, advances, ids, machine);
    }
}
