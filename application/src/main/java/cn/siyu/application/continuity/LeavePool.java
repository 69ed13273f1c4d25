package cn.siyu.application.continuity;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.continuity.pool.PoolClaim.How;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolEntry.State;
import cn.siyu.domain.continuity.pool.PoolEntry.Why;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes customers out of the pool at once when somebody serves them again, when they are put on
/// the blacklist, or when two in the pool turn out to be one person; and ends what stood of claims
/// and their tasks. Inside the caller's transaction.
public final class LeavePool implements CustomerWitness {
    private final CustomerPool pool;
    private final PoolClaims claims;
    private final Tasks tasks;
    private final TaskWitness ended;
    private final BrandClock clock;

    public LeavePool(CustomerPool pool, PoolClaims claims, Tasks tasks, TaskWitness ended, BrandClock clock) {
        this.pool = pool;
        this.claims = claims;
        this.tasks = tasks;
        this.ended = ended;
        this.clock = clock;
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        changed(brand, List.of(new Change(before, after)));
    }

    @Override
    public void changed(BrandId brand, List<Change> changes) {
        var begun = new LinkedHashSet<CustomerId>();
        for (Change change : changes) {
            var before = change.before();
            if (change.after().live() && (before == null || !before.live())) {
                begun.add(change.after().customer());
            }
        }
        leave(brand, begun, Why.SERVED);
    }

    /// Customers were put on the blacklist (黑名单).
    public void blacklisted(BrandId brand, Collection<CustomerId> customers) {
        leave(brand, customers, Why.BLACKLISTED);
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> regrouped) {
        var people = new LinkedHashSet<CustomerId>();
        regrouped.forEach(one -> people.add(one.is()));
        var spare = new ArrayList<PoolEntry>();
        pool.lockOf(brand, people).values().forEach(entries -> {
            // who has been claimed stays so; else the older stay goes on
            entries.stream()
                    .sorted(Comparator.comparing((PoolEntry one) -> one.state() != State.CLAIMED)
                            .thenComparingLong(PoolEntry::id))
                    .skip(1)
                    .forEach(spare::add);
        });
        left(brand, spare, Why.MERGED, clock.now(brand));
    }

    private void leave(BrandId brand, Collection<CustomerId> customers, Why why) {
        if (customers.isEmpty()) {
            return;
        }
        var entries = pool.lockOf(brand, customers).values().stream()
                .flatMap(List::stream)
                .toList();
        left(brand, entries, why, clock.now(brand));
    }

    /// Takes locked entries out of the pool, with the claims on them.
    void left(BrandId brand, List<PoolEntry> entries, Why why, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        pool.replace(brand, entries.stream().map(one -> one.left(why, now)).toList());
        var standing =
                claims.standing(brand, entries.stream().map(PoolEntry::id).toList());
        var how = why == Why.SERVED ? How.WON : How.OVER;
        end(brand, standing, new PoolClaim.Ended(how, null, null, now));
    }

    /// Ends claims, and takes back what their claimers still had to do first.
    void end(BrandId brand, List<PoolClaim> standing, PoolClaim.Ended how) {
        if (standing.isEmpty()) {
            return;
        }
        claims.replace(brand, standing.stream().map(one -> one.ended(how)).toList());
        Set<PublicId> asked = standing.stream()
                .map(PoolClaim::task)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        if (asked.isEmpty() || how.how() == How.WON) {
            return; // who was won may still be due for the report of how
        }
        List<Task> open =
                tasks.openFor(brand, standing.stream().map(PoolClaim::customer).collect(Collectors.toSet())).stream()
                        .filter(task -> asked.contains(task.publicId()))
                        .map(task -> task.cancelled("POOL_CLAIM_ENDED", how.at()))
                        .toList();
        if (!open.isEmpty()) {
            tasks.replace(brand, open);
            ended.ended(brand, open);
        }
    }
}
