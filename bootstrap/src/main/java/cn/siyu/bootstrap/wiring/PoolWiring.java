package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.continuity.ClaimFromPool;
import cn.siyu.application.continuity.FillPool;
import cn.siyu.application.continuity.LeavePool;
import cn.siyu.application.continuity.PoolPolicies;
import cn.siyu.application.continuity.PoolTask;
import cn.siyu.application.continuity.ReadPool;
import cn.siyu.application.continuity.ReleaseClaims;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The pool of customers whom nobody serves (公海).
@Factory
final class PoolWiring {
    @Singleton
    PoolPolicies poolPolicies(PoliciesInForce policies) {
        return PoolPolicies.of(policies);
    }

    @Singleton
    LeavePool leavePool(CustomerPool pool, PoolClaims claims, Tasks tasks, TaskWitness ended, BrandClock clock) {
        return new LeavePool(pool, claims, tasks, ended, clock);
    }

    @Singleton
    FillPool fillPool(
            UnitOfWork work, Brands brands, CustomerPool pool, LeavePool leave, PoolPolicies policies, IdSource ids) {
        return new FillPool(work, brands, pool, leave, policies, ids);
    }

    @Singleton
    PoolTask poolTask(
            Tasks tasks,
            HandTasks hands,
            AccountPaces paces,
            FriendRoom room,
            Reachability reachability,
            Identities identities,
            Persons persons,
            IdSource ids) {
        return new PoolTask(tasks, hands, paces, room, reachability, identities, persons, ids);
    }

    @Singleton
    ClaimFromPool claimFromPool(
            CustomerPool pool,
            PoolClaims claims,
            LeavePool leave,
            PoolPolicies policies,
            PoolTask task,
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            Persons persons,
            Brands brands,
            ResolveSight sights,
            IdSource ids,
            UnitOfWork work,
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
                persons,
                brands,
                sights,
                ids,
                work,
                clock);
    }

    @Singleton
    ReleaseClaims releaseClaims(
            CustomerPool pool,
            PoolClaims claims,
            LeavePool leave,
            PoolPolicies policies,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new ReleaseClaims(pool, claims, leave, policies, sights, work, clock);
    }

    @Singleton
    ReadPool readPool(
            CustomerPool pool, PoolClaims claims, PoolPolicies policies, ResolveSight sights, BrandClock clock) {
        return new ReadPool(pool, claims, policies, sights, clock);
    }
}
