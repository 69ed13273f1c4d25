package cn.siyu.bootstrap.wiring;

import cn.siyu.adapter.persistence.policy.ShippedPolicies;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AllocateVisitor;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.ProvideContactWayCodes;
import cn.siyu.application.channel.ReleaseHeldPlaces;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.application.channel.port.PolicyOverrides;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

@Factory
final class ChannelWiring {
    @Singleton
    BrandClock brandClock(Brands brands, InstantSource machine) {
        return new BrandClock(brands, machine);
    }

    @Singleton
    PolicyEditions policyEditions() {
        var catalog = new ShippedPolicies().read();
        return () -> catalog;
    }

    @Singleton
    PoliciesInForce policiesInForce(PolicyEditions editions, PolicyOverrides overrides) {
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
}
