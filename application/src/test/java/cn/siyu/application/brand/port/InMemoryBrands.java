package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brands in memory.
public final class InMemoryBrands implements Brands {
    private final InMemoryStore.Table<Integer, Brand> table;

    public InMemoryBrands(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public void add(Brand brand) {
        if (bySlug(brand.slug()).isPresent()) {
            throw new AlreadyExists("slug", brand.slug());
        }
        table.rows().put(brand.id().value(), brand);
    }

    @Override
    public Optional<Brand> find(BrandId id) {
        return Optional.ofNullable(table.rows().get(id.value()));
    }

    @Override
    public Optional<Brand> bySlug(String slug) {
        return all().stream().filter(brand -> brand.slug().equals(slug)).findFirst();
    }

    @Override
    public Optional<Brand> byPublicId(PublicId id) {
        return all().stream().filter(brand -> brand.publicId().equals(id)).findFirst();
    }

    @Override
    public List<Brand> all() {
        return List.copyOf(table.rows().values());
    }

    @Override
    public void replace(Brand brand) {
        var stored = find(brand.id()).orElseThrow();
        if (stored.version() + 1 != brand.version()) {
            throw new StaleAggregate("brand", brand.id().value());
        }
        table.rows().put(brand.id().value(), brand);
    }

    @Override
    public void moveClock(BrandId id, Instant now) {
        var brand = find(id).orElseThrow();
        table.rows()
                .put(
                        id.value(),
                        new Brand(
                                brand.id(),
                                brand.publicId(),
                                brand.slug(),
                                brand.name(),
                                brand.mode(),
                                brand.zone(),
                                brand.strength(),
                                brand.alpha(),
                                brand.currency(),
                                brand.landmark(),
                                now,
                                brand.version(),
                                brand.createdAt(),
                                brand.updatedAt()));
    }
}
