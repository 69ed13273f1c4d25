package cn.siyu.adapter.persistence.brand;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class SqlBrands implements Brands {
    private final BrandRows rows;
    private final BrandMapping mapping;
    private final Sql sql;

    SqlBrands(BrandRows rows, BrandMapping mapping, Sql sql) {
        this.sql = sql;
        this.rows = rows;
        this.mapping = mapping;
    }

    @Override
    public void add(Brand brand) {
        if (rows.findBySlug(brand.slug()).isPresent()) {
            throw new AlreadyExists("slug", brand.slug());
        }
        rows.save(mapping.row(brand));
    }

    @Override
    public Optional<Brand> find(BrandId id) {
        return rows.findById(id.value()).map(mapping::brand);
    }

    @Override
    public Optional<Brand> bySlug(String slug) {
        return rows.findBySlug(slug).map(mapping::brand);
    }

    @Override
    public Optional<Brand> byPublicId(PublicId id) {
        return rows.findByPublicId(id.value()).map(mapping::brand);
    }

    @Override
    public List<Brand> all() {
        return rows.findAllOrderById().stream().map(mapping::brand).toList();
    }

    @Override
    public void replace(Brand brand) {
        int replaced = sql.update(
                """
                UPDATE brand SET slug = ?, name = ?, zone = ?, strength = ?, alpha = ?, currency = ?, version = ?,
                  updated_at = ?
                WHERE id = ? AND version = ?""",
                brand.slug(),
                brand.name(),
                brand.zone(),
                brand.strength(),
                brand.alpha(),
                brand.currency(),
                brand.version(),
                brand.updatedAt(),
                brand.id(),
                brand.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("brand", brand.id().value());
        }
    }

    @Override
    public void moveClock(BrandId id, Instant now) {
        rows.moveClock(id.value(), now);
    }
}
