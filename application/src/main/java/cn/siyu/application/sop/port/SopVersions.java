package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The versions of SOPs.
public interface SopVersions {
    /// Adds one.
    ///
    /// @throws cn.siyu.application.brand.port.AlreadyExists if its SOP has one of that number
    void add(BrandId brand, SopVersion version);

    /// The versions with these numbers in the brand, as far as they are there.
    List<SopVersion> findAll(BrandId brand, Collection<SopVersionId> ids);

    /// The one with a public id, or empty.
    Optional<SopVersion> byPublicId(BrandId brand, PublicId id);

    /// All versions of an SOP, newest first.
    List<SopVersion> of(BrandId brand, SopId sop);

    /// Replaces a draft; its `version` is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, SopVersion version);
}
