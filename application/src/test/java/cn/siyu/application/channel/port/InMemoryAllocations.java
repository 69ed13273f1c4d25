package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.AllocationRecord;
import cn.siyu.application.channel.AllocationRecord.State;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Visits in memory.
public final class InMemoryAllocations implements Allocations {
    private final InMemoryStore.Table<InMemoryStore.Key, AllocationRecord> table;

    public InMemoryAllocations(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(BrandId brand, AllocationRecord record) {
        table.rows().put(new InMemoryStore.Key(brand, record.id()), record);
    }

    @Override
    public Optional<AllocationRecord> find(BrandId brand, ContactWayId way, PublicId id) {
        return table.of(brand)
                .filter(one -> one.way().equals(way) && one.publicId().equals(id))
                .findFirst();
    }

    @Override
    public List<AllocationRecord> page(BrandId brand, ContactWayId way, long before, int atMost) {
        return table.of(brand)
                .filter(one -> one.way().equals(way) && one.id() < before)
                .sorted(Comparator.comparingLong(AllocationRecord::id).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public Map<ChannelAccountId, Long> spread(BrandId brand, ContactWayId way, Instant since) {
        return table.of(brand)
                .filter(one -> one.way().equals(way) && !one.visitedAt().isBefore(since) && one.holdUntil() != null)
                .flatMap(one -> Stream.ofNullable(one.account()))
                .collect(Collectors.groupingBy(account -> account, Collectors.counting()));
    }

    private Stream<AllocationRecord> held(BrandId brand) {
        return table.of(brand)
                .filter(one -> one.state() == State.HELD)
                .sorted(Comparator.comparing(InMemoryAllocations::until).thenComparingLong(AllocationRecord::id));
    }

    private static Instant until(AllocationRecord record) {
        return Optional.ofNullable(record.holdUntil()).orElse(Instant.MAX);
    }

    @Override
    public List<AllocationRecord> overdue(BrandId brand, Instant now, int atMost) {
        return held(brand).filter(one -> !until(one).isAfter(now)).limit(atMost).toList();
    }

    @Override
    public Optional<Instant> nextOverdueAt(BrandId brand) {
        return held(brand).map(InMemoryAllocations::until).findFirst();
    }

    @Override
    public boolean expire(BrandId brand, long id) {
        return end(brand, id, State.EXPIRED, null);
    }

    /// The visitor added the account.
    public boolean take(BrandId brand, long id, RelationshipId relationship) {
        return end(brand, id, State.TAKEN, relationship);
    }

    private boolean end(BrandId brand, long id, State state, @Nullable RelationshipId relationship) {
        var key = new InMemoryStore.Key(brand, id);
        var record = Optional.ofNullable(table.rows().get(key)).orElseThrow();
        if (record.state() != State.HELD) {
            return false;
        }
        table.rows()
                .put(
                        key,
                        new AllocationRecord(
                                id,
                                record.publicId(),
                                record.way(),
                                record.account(),
                                state,
                                record.visitedAt(),
                                record.holdUntil(),
                                record.considered(),
                                relationship));
        return true;
    }
}
