package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The brands of this installation. They are few: all of them fit in memory.
public interface Brands {
    /// Adds a new brand.
    ///
    /// @throws AlreadyExists if the slug is taken
    void add(Brand brand);

    /// The brand with a number, or empty.
    Optional<Brand> find(BrandId id);

    /// The brand with a slug, or empty.
    Optional<Brand> bySlug(String slug);

    /// The brand with a public id, or empty.
    Optional<Brand> byPublicId(PublicId id);

    /// All brands by number.
    List<Brand> all();

    /// Replaces a brand; its `version` is one more than the stored one.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    void replace(Brand brand);

    /// Moves a sandbox's clock; nothing else changes and the version stays.
    void moveClock(BrandId id, Instant now);
}
