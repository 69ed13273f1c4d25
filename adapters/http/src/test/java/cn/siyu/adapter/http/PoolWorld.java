package cn.siyu.adapter.http;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.continuity.ClaimFromPool;
import cn.siyu.application.continuity.LeavePool;
import cn.siyu.application.continuity.PoolPolicies;
import cn.siyu.application.continuity.PoolTask;
import cn.siyu.application.continuity.ReadPool;
import cn.siyu.application.continuity.ReleaseClaims;
import cn.siyu.application.continuity.port.InMemoryCustomerPool;
import cn.siyu.application.continuity.port.InMemoryPoolClaims;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.InMemoryTasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The pool behind the API in tests: in memory, over the customers and accounts of the other
/// worlds.
@Factory
final class PoolWorld {
    @Singleton
    InMemoryPoolClaims poolClaims(
            InMemoryStore store,
            FactsWorld.Kept kept,
            ChannelAccounts accounts,
            StaffMembers staff,
            InMemoryTasks tasks) {
        return new InMemoryPoolClaims(store, kept.customers(), kept.graph(), accounts, staff, tasks);
    }

    @Singleton
    InMemoryCustomerPool customerPool(
            InMemoryStore store,
            FactsWorld.Kept kept,
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            InMemoryPoolClaims claims) {
        return new InMemoryCustomerPool(
                store, kept.customers(), kept.graph(), kept.relationships(), accounts, staff, departments, claims);
    }

    @Singleton
    PoolPolicies poolPolicies(PoliciesInForce policies) {
        return PoolPolicies.of(policies);
    }

    @Singleton
    LeavePool leavePool(InMemoryCustomerPool pool, InMemoryPoolClaims claims, InMemoryTasks tasks, BrandClock clock) {
        return new LeavePool(pool, claims, tasks, TaskWitness.NOBODY, clock);
    }

    @Singleton
    PoolTask poolTask(
            InMemoryTasks tasks,
            HandTasks hands,
            AccountPaces paces,
            FriendRoom room,
            InMemoryReachability reachability,
            FactsWorld.Kept kept,
            IdSource ids) {
        return new PoolTask(tasks, hands, paces, room, reachability, kept.identities(), kept.graph(), ids);
    }

    @Singleton
    ClaimFromPool claimFromPool(
            InMemoryCustomerPool pool,
            InMemoryPoolClaims claims,
            LeavePool leave,
            PoolPolicies policies,
            PoolTask task,
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            FactsWorld.Kept kept,
            Brands brands,
            ResolveSight sights,
            IdSource ids,
            InMemoryStore store,
            BrandClock clock) {
        return new ClaimFromPool(
                pool,
                claims,
                leave,
                policies,
                task,
                accounts,
                staff,
                departments,
                kept.graph(),
                brands,
                sights,
                ids,
                store,
                clock);
    }

    @Singleton
    ReleaseClaims releaseClaims(
            InMemoryCustomerPool pool,
            InMemoryPoolClaims claims,
            LeavePool leave,
            PoolPolicies policies,
            ResolveSight sights,
            InMemoryStore store,
            BrandClock clock) {
        return new ReleaseClaims(pool, claims, leave, policies, sights, store, clock);
    }

    @Singleton
    ReadPool readPool(
            InMemoryCustomerPool pool,
            InMemoryPoolClaims claims,
            PoolPolicies policies,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadPool(pool, claims, policies, sights, clock);
    }
}
