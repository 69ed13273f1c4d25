package cn.siyu.application.continuity;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shows the pool (公海), and who claimed what, within what the caller sees.
public final class ReadPool {
    private final CustomerPool pool;
    private final PoolClaims claims;
    private final PoolPolicies policies;
    private final ResolveSight sights;
    private final BrandClock clock;

    public ReadPool(
            CustomerPool pool, PoolClaims claims, PoolPolicies policies, ResolveSight sights, BrandClock clock) {
        this.pool = pool;
        this.claims = claims;
        this.policies = policies;
        this.sights = sights;
        this.clock = clock;
    }

    /// Which entries are wanted; empty sets and nulls mean any.
    public record Wanted(
            Set<PoolEntry.State> states,
            Set<PoolReason> reasons,
            @Nullable PublicId formerDepartment,
            @Nullable PublicId customer,
            long valueFrom,
            long valueTo) {}

    /// Entries behind a place: the most valuable first.
    public List<CustomerPool.View> page(Caller caller, Wanted wanted, CustomerPool.@Nullable Place after, int atMost) {
        var brand = caller.brand();
        var policy = policies.inForce(brand, clock.now(brand));
        var filter = new CustomerPool.Filter(
                PoolScope.of(sights.of(caller), policy),
                wanted.states(),
                wanted.reasons(),
                wanted.formerDepartment(),
                wanted.customer(),
                wanted.valueFrom(),
                wanted.valueTo());
        return pool.page(brand, filter, after, atMost);
    }

    /// One of them, if the caller sees it.
    public Optional<CustomerPool.View> one(Caller caller, PublicId entry) {
        var brand = caller.brand();
        var policy = policies.inForce(brand, clock.now(brand));
        return pool.view(brand, PoolScope.of(sights.of(caller), policy), entry);
    }

    /// Claims with a number below `before`, newest first.
    ///
    /// @param standing true: those that stand; false: those that ended; null: all
    /// @param staff of one person; null: of all
    public List<PoolClaims.View> claims(
            Caller caller, @Nullable Boolean standing, @Nullable PublicId staff, long before, int atMost) {
        var filter = new PoolClaims.Filter(standing, staff, sights.of(caller));
        return claims.page(caller.brand(), filter, before, atMost);
    }

    /// One of them, if the caller sees it.
    public Optional<PoolClaims.View> claim(Caller caller, PublicId claim) {
        return claims.byPublicId(caller.brand(), sights.of(caller), claim);
    }
}
