package cn.siyu.application.contact.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sends in memory.
public final class InMemorySends implements Sends {
    private final InMemoryStore.Table<BrandKey, Send> table;
    private final InMemoryStore.Table<BrandKey, Instant> deferrals;

    public InMemorySends(InMemoryStore store) {
        this.table = store.table();
        this.deferrals = store.table();
    }

    /// All sends of a brand, by number.
    public List<Send> all(BrandId brand) {
        return stream(brand).toList();
    }

    private Stream<Send> stream(BrandId brand) {
        return table.rows().entrySet().stream()
                .filter(entry -> entry.getKey().brand().equals(brand))
                .map(java.util.Map.Entry::getValue);
    }

    @Override
    public void add(BrandId brand, List<Send> sends) {
        decideAgain(brand, sends);
    }

    @Override
    public void decideAgain(BrandId brand, List<Send> sends) {
        for (Send send : sends) {
            var key = new BrandKey(brand, send.id().value());
            table.rows().put(key, send);
            if (send.decision().verdict() == Verdict.DEFERRED) {
                deferrals.rows().put(key, Objects.requireNonNull(send.decision().until()));
            }
        }
    }

    @Override
    public List<Send> takeDeferred(BrandId brand, Instant now, int atMost) {
        List<BrandKey> due = deferrals.rows().entrySet().stream()
                .filter(entry -> entry.getKey().brand().equals(brand)
                        && !entry.getValue().isAfter(now))
                .sorted(Comparator.comparing(java.util.Map.Entry<BrandKey, Instant>::getValue)
                        .thenComparing(java.util.Map.Entry::getKey))
                .limit(atMost)
                .map(java.util.Map.Entry::getKey)
                .toList();
        due.forEach(deferrals.rows()::remove);
        return due.stream()
                .map(key -> Objects.requireNonNull(table.rows().get(key)))
                .toList();
    }

    @Override
    public void release(BrandId brand, long sop, Instant at) {
        deferrals.rows().replaceAll((key, due) -> {
            Long heldBy = Objects.requireNonNull(table.rows().get(key)).heldBy();
            boolean ours = key.brand().equals(brand) && heldBy != null && heldBy == sop;
            return ours && due.isAfter(at) ? at : due;
        });
    }

    @Override
    public Optional<Instant> nextDeferredAt(BrandId brand) {
        return deferrals.rows().entrySet().stream()
                .filter(entry -> entry.getKey().brand().equals(brand))
                .map(java.util.Map.Entry::getValue)
                .min(Instant::compareTo);
    }

    @Override
    public List<Send> inBatches(BrandId brand, Collection<SendBatchId> batches) {
        var wanted = Set.copyOf(batches);
        return stream(brand)
                .filter(send -> send.decision().verdict() == Verdict.PLANNED && in(send, wanted))
                .sorted(Comparator.comparingLong((Send send) -> batch(send).value())
                        .thenComparingLong(send -> send.id().value()))
                .toList();
    }

    private static boolean in(Send send, Set<SendBatchId> wanted) {
        var batch = send.batch();
        return batch != null && wanted.contains(batch);
    }

    private static SendBatchId batch(Send send) {
        return Objects.requireNonNull(send.batch());
    }

    @Override
    public List<Send> openOf(BrandId brand, Collection<Long> enrolments, Collection<Long> customers) {
        return stream(brand)
                .filter(send -> send.decision().verdict() == Verdict.PLANNED
                        || send.decision().verdict() == Verdict.DEFERRED)
                .filter(send -> customers.contains(send.aim().customer().value()))
                .filter(send -> {
                    var origin = send.origin();
                    return origin != null && enrolments.contains(origin.enrolment());
                })
                .toList();
    }

    @Override
    public List<Send> openFor(BrandId brand, Collection<CustomerId> customers) {
        var open = Set.of(Verdict.PLANNED, Verdict.DEFERRED, Verdict.BY_TASK);
        return stream(brand)
                .filter(send -> open.contains(send.decision().verdict())
                        && customers.contains(send.aim().customer()))
                .toList();
    }

    @Override
    public List<Send> byTask(BrandId brand, Collection<SendId> sends) {
        return stream(brand)
                .filter(send -> send.decision().verdict() == Verdict.BY_TASK && sends.contains(send.id()))
                .toList();
    }

    @Override
    public Set<SendId> dropDeferrals(BrandId brand, Collection<SendId> sends) {
        return sends.stream()
                .filter(send -> deferrals.rows().remove(new BrandKey(brand, send.value())) != null)
                .collect(Collectors.toSet());
    }
}
