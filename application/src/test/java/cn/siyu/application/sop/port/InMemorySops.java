package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// SOPs in memory.
public final class InMemorySops implements Sops {
    private final InMemoryStore.Table<InMemoryStore.Key, Look> table;

    public InMemorySops(InMemoryStore store) {
        this.table = store.table();
    }

    private static InMemoryStore.Key key(BrandId brand, SopId id) {
        return new InMemoryStore.Key(brand, id.value());
    }

    private Stream<Sop> in(BrandId brand) {
        return table.of(brand).map(Look::sop);
    }

    @Override
    public void add(BrandId brand, Sop sop) {
        table.rows().put(key(brand, sop.id()), new Look(sop, 0));
    }

    @Override
    public Optional<Sop> find(BrandId brand, SopId id) {
        return Optional.ofNullable(table.rows().get(key(brand, id))).map(Look::sop);
    }

    @Override
    public List<Sop> findAll(BrandId brand, Collection<SopId> ids) {
        return in(brand).filter(sop -> ids.contains(sop.id())).toList();
    }

    @Override
    public Optional<Sop> byPublicId(BrandId brand, PublicId id) {
        return in(brand).filter(sop -> sop.publicId().equals(id)).findFirst();
    }

    @Override
    public List<Sop> page(BrandId brand, long after, int atMost) {
        return in(brand).filter(sop -> sop.id().value() > after).limit(atMost).toList();
    }

    @Override
    public List<Sop> active(BrandId brand) {
        return in(brand).filter(sop -> sop.state() == Sop.State.ACTIVE).toList();
    }

    @Override
    public void replace(BrandId brand, Sop sop) {
        var stored = find(brand, sop.id()).orElseThrow();
        if (stored.version() + 1 != sop.version()) {
            throw new StaleAggregate("sop", sop.id().value());
        }
        add(brand, sop);
    }

    @Override
    public Set<SopId> lockPaused(BrandId brand, Collection<SopId> ids) {
        return in(brand)
                .filter(sop -> ids.contains(sop.id()) && sop.state() == Sop.State.PAUSED)
                .map(Sop::id)
                .collect(Collectors.toSet());
    }

    private Stream<Look> looking(BrandId brand) {
        return table.of(brand)
                .filter(look ->
                        look.sop().state() == Sop.State.ACTIVE && look.sop().lookAt() != null)
                .sorted(Comparator.comparing(
                        (Look look) -> Objects.requireNonNull(look.sop().lookAt())));
    }

    @Override
    public Optional<Look> takeLook(BrandId brand, Instant now) {
        return looking(brand)
                .filter(look -> !Objects.requireNonNull(look.sop().lookAt()).isAfter(now))
                .findFirst();
    }

    @Override
    public Optional<Instant> nextLookAt(BrandId brand) {
        return looking(brand)
                .map(look -> Objects.requireNonNull(look.sop().lookAt()))
                .findFirst();
    }

    @Override
    public void keepLook(BrandId brand, SopId id, @Nullable Instant lookAt, long after) {
        var sop = find(brand, id).orElseThrow();
        var looked = new Sop(
                sop.id(),
                sop.publicId(),
                sop.name(),
                sop.state(),
                sop.activeVersion(),
                lookAt,
                sop.version(),
                sop.createdAt(),
                sop.updatedAt());
        table.rows().put(key(brand, id), new Look(looked, after));
    }
}
