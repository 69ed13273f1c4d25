package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.CustomerPool.Round;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolPolicy;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.continuity.pool.Unserved;
import cn.siyu.domain.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at all customers once a night: whom nobody serves falls into the pool (掉入公海), whom
/// somebody serves leaves it. In chunks of people, each with a transaction of its own that also
/// remembers how far the look has come: killed in between, it goes on there, and nobody falls in
/// twice.
public final class FillPool {
    private static final int CHUNK = 500;
    private static final LocalTime HOUR = LocalTime.of(3, 30);

    private final UnitOfWork work;
    private final Brands brands;
    private final CustomerPool pool;
    private final LeavePool leave;
    private final PoolPolicies policies;
    private final IdSource ids;

    public FillPool(
            UnitOfWork work, Brands brands, CustomerPool pool, LeavePool leave, PoolPolicies policies, IdSource ids) {
        this.work = work;
        this.brands = brands;
        this.pool = pool;
        this.leave = leave;
        this.policies = policies;
        this.ids = ids;
    }

    /// Looks at people of the look that is due.
    ///
    /// @param atMost how many people at most, but at least a chunk
    /// @return how many people were looked at, and one for each chunk; 0 if no look is due
    public int runDue(BrandId brand, Instant now, int atMost) {
        var known = pool.round(brand);
        if (known.isEmpty()) {
            return begin(brand, now);
        }
        Round before = known.get();
        Round round = before.over() ? new Round(after(brand, before.since()), 0, false) : before;
        if (round.since().isAfter(now)) {
            return 0;
        }
        if (before.over()) {
            // a node that was away looks once, not once for every night
            Instant latest = after(brand, now).minus(Duration.ofDays(1));
            round = new Round(latest.isAfter(round.since()) ? latest : round.since(), 0, false);
        }
        int done = 0;
        while (!round.over() && done < Math.max(atMost, 1)) {
            var next = look(brand, before, round, now);
            if (next.isEmpty()) {
                return done; // another node goes on
            }
            done += next.get().worked();
            before = next.get().round();
            round = next.get().round();
        }
        return done;
    }

    /// When the next look falls due; empty while there is nobody to look at.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return pool.round(brand)
                .map(round -> round.over() ? after(brand, round.since()) : round.since())
                .or(() -> pool.people(brand, 0, 1).isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH));
    }

    /// The first look is in the night after the first customer came: a take-over is to come to its
    /// end first.
    private int begin(BrandId brand, Instant now) {
        boolean nobody = pool.people(brand, 0, 1).isEmpty();
        return nobody || !work.inTransaction(() -> pool.save(brand, null, new Round(now, 0, true))) ? 0 : 1;
    }

    private record Step(Round round, int worked) {}

    private Optional<Step> look(BrandId brand, @Nullable Round before, Round round, Instant now) {
        var policy = policies.inForce(brand, now);
        var people = pool.people(brand, round.after(), CHUNK);
        var next = new Round(
                round.since(),
                people.isEmpty() ? round.after() : people.getLast().value(),
                people.size() < CHUNK);
        return work.inTransaction(() -> {
            if (!pool.save(brand, before, next)) {
                return Optional.<Step>empty();
            }
            judge(brand, people, policy, now);
            return Optional.of(new Step(next, people.size() + 1));
        });
    }

    private void judge(BrandId brand, List<CustomerId> people, PoolPolicy policy, Instant now) {
        boolean contacts = policy.fall(PoolReason.UNATTENDED).counts();
        var standings = pool.standings(brand, people, contacts);
        var inPool = pool.lockOf(brand, people);
        var fallen = new ArrayList<PoolEntry>();
        var served = new ArrayList<PoolEntry>();
        var barred = new ArrayList<PoolEntry>();
        standings.forEach((person, standing) -> {
            var entries = inPool.getOrDefault(person, List.of());
            var unserved = Unserved.of(standing.ties(), policy, now);
            if (standing.blacklisted()) {
                barred.addAll(entries);
            } else if (entries.isEmpty()) {
                unserved.ifPresent(one -> fallen.add(entry(person, one, standing.value(), now)));
            } else if (standing.ties().stream().anyMatch(tie -> tie.serves()) && unserved.isEmpty()) {
                served.addAll(entries);
            }
        });
        pool.add(brand, fallen);
        leave.left(brand, served, PoolEntry.Why.SERVED, now);
        leave.left(brand, barred, PoolEntry.Why.BLACKLISTED, now);
    }

    private PoolEntry entry(CustomerId person, Unserved unserved, long value, Instant now) {
        long id = ids.next();
        return PoolEntry.entered(id, ids.publicId(id, now), person, unserved, value, now);
    }

    private Instant after(BrandId brand, Instant time) {
        var zone = brands.find(brand).orElseThrow().zone();
        var today = time.atZone(zone).with(HOUR);
        return (today.toInstant().isAfter(time) ? today : today.plusDays(1)).toInstant();
    }
}
