package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Inheritances in memory.
public final class InMemoryInheritances implements Inheritances {
    private final InMemoryStore.Table<InMemoryStore.Key, Inheritance> table;
    private final InMemoryStore.Table<InMemoryStore.Key, List<Taker>> takers;
    private final InMemoryStore.Table<InMemoryStore.Key, Instant> due;

    private final StaffMembers members;

    public InMemoryInheritances(InMemoryStore store, StaffMembers members) {
        this.members = members;
        this.table = store.table();
        this.takers = store.table();
        this.due = store.table();
    }

    private static InMemoryStore.Key key(BrandId brand, InheritanceId id) {
        return new InMemoryStore.Key(brand, id.value());
    }

    @Override
    public void add(BrandId brand, Inheritance one, List<Taker> all) {
        table.rows().put(key(brand, one.id()), one);
        takers.rows().put(key(brand, one.id()), List.copyOf(all));
        if (one.state() == Inheritance.State.PREPARING) {
            due.rows().put(key(brand, one.id()), one.startedAt());
        }
    }

    @Override
    public Optional<Inheritance> find(BrandId brand, InheritanceId id) {
        return Optional.ofNullable(table.rows().get(key(brand, id)));
    }

    @Override
    public Optional<Inheritance> byPublicId(BrandId brand, PublicId id) {
        return table.of(brand).filter(one -> one.publicId().equals(id)).findFirst();
    }

    @Override
    public List<Inheritance> newest(BrandId brand, Sight sight, long before, int atMost) {
        return table.of(brand)
                .filter(one -> one.id().value() < before)
                .filter(one -> sight.everything()
                        || members.find(brand, one.from()).filter(sight::member).isPresent())
                .sorted(Comparator.comparingLong((Inheritance one) -> one.id().value())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public void replace(BrandId brand, Inheritance one) {
        var stored = Objects.requireNonNull(table.rows().get(key(brand, one.id())));
        if (stored.version() + 1 != one.version()) {
            throw new StaleAggregate("inheritance", one.id().value());
        }
        table.rows().put(key(brand, one.id()), one);
        if (one.state() != Inheritance.State.PREPARING) {
            due.rows().remove(key(brand, one.id()));
        }
    }

    @Override
    public void lock(BrandId brand, InheritanceId id) {
        // a store in memory runs one transaction at a time
    }

    @Override
    public List<Taker> takers(BrandId brand, InheritanceId id) {
        return takers.rows().getOrDefault(key(brand, id), List.of());
    }

    @Override
    public void close(BrandId brand, InheritanceId id, ChannelAccountId taker, Standing why) {
        takers.rows()
                .computeIfPresent(
                        key(brand, id),
                        (_, all) -> all.stream()
                                .map(one -> one.account().equals(taker) ? new Taker(taker, one.weight(), why) : one)
                                .toList());
    }

    private Stream<InMemoryStore.Key> due(BrandId brand) {
        return due.rows().keySet().stream().filter(key -> key.brand().equals(brand));
    }

    @Override
    public List<Inheritance> preparing(BrandId brand, Instant now, int atMost) {
        return due(brand)
                .filter(key -> !dueAt(key).isAfter(now))
                .sorted(Comparator.comparing(this::dueAt))
                .limit(atMost)
                .map(key -> Objects.requireNonNull(table.rows().get(key)))
                .toList();
    }

    private Instant dueAt(InMemoryStore.Key key) {
        return Objects.requireNonNull(due.rows().get(key));
    }

    @Override
    public void putOff(BrandId brand, InheritanceId id, Instant until) {
        due.rows().computeIfPresent(key(brand, id), (_, _) -> until);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return due(brand).map(this::dueAt).min(Comparator.naturalOrder());
    }
}
