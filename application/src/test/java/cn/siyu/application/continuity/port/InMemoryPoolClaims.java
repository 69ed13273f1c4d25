package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Claims in memory, over customers and accounts kept elsewhere. It knows of work by tasks only.
public final class InMemoryPoolClaims implements PoolClaims {
    private final InMemoryStore.Table<InMemoryStore.Key, PoolClaim> table;
    private final Customers customers;
    private final Persons persons;
    private final ChannelAccounts accounts;
    private final StaffMembers staff;
    private final Tasks tasks;
    private BiFunction<BrandId, Long, PublicId> entries = (_, id) -> {
        throw new IllegalStateException("no entry " + id);
    };

    public InMemoryPoolClaims(
            InMemoryStore store,
            Customers customers,
            Persons persons,
            ChannelAccounts accounts,
            StaffMembers staff,
            Tasks tasks) {
        this.table = store.table();
        this.customers = customers;
        this.persons = persons;
        this.accounts = accounts;
        this.staff = staff;
        this.tasks = tasks;
    }

    void entriesBy(BiFunction<BrandId, Long, PublicId> known) {
        entries = known;
    }

    /// Whether a customer is claimed by an account that is seen.
    public boolean claimed(BrandId brand, Sight sight, CustomerId customer) {
        return table.of(brand)
                .anyMatch(one -> one.open() && same(brand, one.customer(), customer) && seen(brand, sight, one));
    }

    private boolean same(BrandId brand, CustomerId one, CustomerId other) {
        return persons.distinct(brand, List.of(one, other)).size() == 1;
    }

    private boolean seen(BrandId brand, Sight sight, PoolClaim claim) {
        return accounts.find(brand, claim.account())
                .filter(account -> sight.held(account.staff(), account.department()))
                .isPresent();
    }

    @Override
    public void lockStaff(BrandId brand, StaffId member) {
        // a store in memory does one transaction at a time
    }

    @Override
    public void add(BrandId brand, PoolClaim claim) {
        table.rows().put(new InMemoryStore.Key(brand, claim.id()), claim);
    }

    @Override
    public void replace(BrandId brand, List<PoolClaim> claims) {
        for (PoolClaim claim : claims) {
            var key = new InMemoryStore.Key(brand, claim.id());
            var old = table.rows().get(key);
            if (old == null || old.version() != claim.version() - 1) {
                throw new StaleAggregate("pool claim", claim.id());
            }
            table.rows().put(key, claim);
        }
    }

    @Override
    public Tally tally(BrandId brand, StaffId member, CustomerId customer, Instant since) {
        var theirs = table.of(brand).filter(one -> one.staff().equals(member)).toList();
        return new Tally(
                (int) theirs.stream().filter(PoolClaim::open).count(),
                (int) theirs.stream()
                        .filter(one -> !one.assigned() && !one.claimedAt().isBefore(since))
                        .count(),
                theirs.stream()
                        .filter(one -> same(brand, one.customer(), customer))
                        .<PoolClaim.Ended>mapMulti((one, more) -> {
                            var ended = one.ended();
                            if (ended != null) {
                                more.accept(ended);
                            }
                        })
                        .filter(ended -> ended.how() == PoolClaim.How.RELEASED || ended.how() == PoolClaim.How.STALE)
                        .map(PoolClaim.Ended::at)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    @Override
    public List<PoolClaim> standing(BrandId brand, Collection<Long> entries) {
        return table.of(brand)
                .filter(one -> one.open() && entries.contains(one.entry()))
                .toList();
    }

    private Stream<PoolClaim> open(BrandId brand) {
        return table.of(brand)
                .filter(PoolClaim::open)
                .sorted(Comparator.comparing((PoolClaim one) -> one.dueAt()).thenComparingLong(PoolClaim::id));
    }

    @Override
    public List<PoolClaim> due(BrandId brand, Instant now, int atMost) {
        return open(brand)
                .filter(one -> !one.dueAt().isAfter(now))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return open(brand).map(one -> one.dueAt()).findFirst();
    }

    @Override
    public Map<Long, Instant> lastWork(BrandId brand, List<PoolClaim> claims) {
        var worked = new HashMap<Long, Instant>();
        for (PoolClaim claim : claims) {
            tasks.page(brand, Tasks.Filter.ANY, null, Integer.MAX_VALUE).stream()
                    .filter(task -> task.staff().equals(claim.staff()) && about(brand, task, claim))
                    .flatMap(task -> endedByHand(task).stream())
                    .filter(at -> !at.isBefore(claim.claimedAt()))
                    .max(Instant::compareTo)
                    .ifPresent(at -> worked.put(claim.id(), at));
        }
        return worked;
    }

    private boolean about(BrandId brand, Task task, PoolClaim claim) {
        var customer = task.customer();
        return customer != null && same(brand, customer, claim.customer());
    }

    private static Optional<Instant> endedByHand(Task task) {
        return switch (task.state()) {
            case Task.State.Done(var _, var _, var at) -> Optional.of(at);
            case Task.State.Skipped(var _, var _, var at) -> Optional.of(at);
            case Task.State.Failed(var _, var _, var at) -> Optional.of(at);
            case Task.State.Open _, Task.State.Expired _, Task.State.Cancelled _ -> Optional.empty();
        };
    }

    @Override
    public Optional<View> byPublicId(BrandId brand, Sight sight, PublicId claim) {
        return table.of(brand)
                .filter(one -> one.publicId().equals(claim) && seen(brand, sight, one))
                .map(one -> view(brand, one))
                .findFirst();
    }

    @Override
    public List<View> page(BrandId brand, Filter filter, long before, int atMost) {
        return table.of(brand)
                .filter(one -> one.id() < before && seen(brand, filter.sight(), one))
                .filter(one -> filter.standing() == null || filter.standing() == one.open())
                .map(one -> view(brand, one))
                .filter(one -> filter.staff() == null || filter.staff().equals(one.staff()))
                .sorted(Comparator.comparingLong((View one) -> one.claim().id()).reversed())
                .limit(atMost)
                .toList();
    }

    private View view(BrandId brand, PoolClaim claim) {
        var person = persons.of(brand, List.of(claim.customer())).getOrDefault(claim.customer(), claim.customer());
        var customer = customers.find(brand, person).orElseThrow();
        var member = staff.find(brand, claim.staff()).orElseThrow();
        return new View(
                claim,
                entries.apply(brand, claim.entry()),
                customer.publicId(),
                customer.nickname(),
                accounts.find(brand, claim.account()).orElseThrow().publicId(),
                member.publicId(),
                member.name());
    }
}
