package cn.siyu.application.continuity;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives claimed customers back to the pool: when somebody says so with a reason (释放), and by
/// itself when nobody worked on them in time (超期回收).
public final class ReleaseClaims {
    private static final int CHUNK = 500;

    private final CustomerPool pool;
    private final PoolClaims claims;
    private final LeavePool leave;
    private final PoolPolicies policies;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public ReleaseClaims(
            CustomerPool pool,
            PoolClaims claims,
            LeavePool leave,
            PoolPolicies policies,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.pool = pool;
        this.claims = claims;
        this.leave = leave;
        this.policies = policies;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// Which claim is given back, and why.
    public record Command(Caller caller, PublicId claim, String reason) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is given back. Said again, nothing changes.
        record Released(PoolClaims.View claim) implements Outcome {}

        /// It had ended another way.
        record Over(PoolClaim.How how) implements Outcome {}

        /// There is no such claim, or none that the caller sees.
        record Unknown() implements Outcome {}
    }

    /// Gives one back.
    public Outcome handle(Command command) {
        var brand = command.caller().brand();
        return work.inTransaction(() -> seen(command)
                .map(view -> {
                    var entries = pool.lockAll(brand, List.of(view.claim().entry()));
                    var ended = seen(command).orElseThrow().claim().ended();
                    if (ended != null) {
                        return ended.how() == PoolClaim.How.RELEASED
                                ? new Outcome.Released(view)
                                : new Outcome.Over(ended.how());
                    }
                    var how = new PoolClaim.Ended(
                            PoolClaim.How.RELEASED,
                            command.reason(),
                            command.caller().key(),
                            clock.now(brand));
                    free(brand, claims.standing(brand, List.of(view.claim().entry())), entries, how);
                    return new Outcome.Released(seen(command).orElseThrow());
                })
                .orElseGet(Outcome.Unknown::new));
    }

    private Optional<PoolClaims.View> seen(Command command) {
        return claims.byPublicId(command.caller().brand(), sights.of(command.caller()), command.claim());
    }

    private void free(BrandId brand, List<PoolClaim> standing, List<PoolEntry> entries, PoolClaim.Ended how) {
        leave.end(brand, standing, how);
        pool.replace(brand, entries.stream().map(PoolEntry::freed).toList());
    }

    /// Looks at claims that are due: those that were worked on wait again, the others are taken
    /// away.
    ///
    /// @return how many were looked at
    public int runDue(BrandId brand, Instant now, int atMost) {
        int done = 0;
        while (done < atMost) {
            int room = Math.min(CHUNK, atMost - done);
            int looked = work.inTransaction(() -> look(brand, now, room));
            if (looked == 0) {
                return done;
            }
            done += looked;
        }
        return done;
    }

    /// When the next claim is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return claims.nextDueAt(brand);
    }

    private int look(BrandId brand, Instant now, int room) {
        var found = claims.due(brand, now, room);
        if (found.isEmpty()) {
            return 0;
        }
        var entries = pool.lockAll(brand, found.stream().map(PoolClaim::entry).toList());
        var due = claims.standing(brand, entries.stream().map(PoolEntry::id).toList()).stream()
                .filter(one -> !one.dueAt().isAfter(now))
                .toList();
        var unworked = policies.inForce(brand, now).claim().unworkedFor();
        var worked = claims.lastWork(brand, due);
        var later = new ArrayList<PoolClaim>();
        var stale = new ArrayList<PoolClaim>();
        for (PoolClaim claim : due) {
            var last = worked.getOrDefault(claim.id(), claim.claimedAt()).plus(unworked);
            if (last.isAfter(now)) {
                later.add(claim.dueAt(last));
            } else {
                stale.add(claim);
            }
        }
        claims.replace(brand, later);
        var gone = stale.stream().map(PoolClaim::entry).toList();
        free(
                brand,
                stale,
                entries.stream().filter(one -> gone.contains(one.id())).toList(),
                new PoolClaim.Ended(PoolClaim.How.STALE, null, null, now));
        return found.size();
    }
}
