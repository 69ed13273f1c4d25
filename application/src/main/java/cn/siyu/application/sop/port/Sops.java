package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The SOPs (标准作业程序) of a brand. They are few: all of them fit in memory.
public interface Sops {
    /// Adds one.
    void add(BrandId brand, Sop sop);

    /// The one with a number, or empty.
    Optional<Sop> find(BrandId brand, SopId id);

    /// Those of these numbers that exist.
    List<Sop> findAll(BrandId brand, Collection<SopId> ids);

    /// The one with a public id, or empty.
    Optional<Sop> byPublicId(BrandId brand, PublicId id);

    /// SOPs with a number above `after`, by number.
    List<Sop> page(BrandId brand, long after, int atMost);

    /// All that take customers in, by number.
    List<Sop> active(BrandId brand);

    /// Replaces one; its `version` is one more than the stored one. A look that was begun begins
    /// again.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, Sop sop);

    /// Which of these are paused. They stay so until the end of the transaction.
    Set<SopId> lockPaused(BrandId brand, Collection<SopId> ids);

    /// The active SOP whose audience is to be looked at first, if that is due. Until the end of the
    /// transaction nobody else gets it.
    Optional<Look> takeLook(BrandId brand, Instant now);

    /// When the next audience is to be looked at; empty if none is.
    Optional<Instant> nextLookAt(BrandId brand);

    /// Says how far a look has come; the SOP's version stays.
    ///
    /// @param lookAt when it goes on, or begins anew; null if it is over for good
    /// @param after the number of the last customer looked at; 0 to begin anew
    void keepLook(BrandId brand, SopId id, @Nullable Instant lookAt, long after);

    /// A look at the audience of an SOP.
    ///
    /// @param after the number of the last customer that was looked at; 0 at the beginning
    record Look(Sop sop, long after) {}
}
