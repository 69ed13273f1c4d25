package cn.siyu.application.graduation.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The programs of a brand (迁移计划).
public interface Programs {
    /// Adds a new one.
    void add(BrandId brand, Program program);

    /// The one with a public id, or empty.
    Optional<Program> byPublicId(BrandId brand, PublicId id);

    /// Those of these numbers that exist.
    List<Program> findAll(BrandId brand, Collection<ProgramId> ids);

    /// Programs with a number above `after`, by number.
    List<Program> page(BrandId brand, long after, int atMost);

    /// Replaces one; its `version` is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, Program program);

    /// The ACTIVE program to be looked at that has waited longest, for this transaction alone;
    /// empty if none is due.
    Optional<Program> takeLook(BrandId brand, Instant now);

    /// When the next one is to be looked at; empty if none is.
    Optional<Instant> nextLookAt(BrandId brand);

    /// Says when it is looked at next; its version stays.
    void keepLook(BrandId brand, ProgramId id, Instant lookAt);
}
