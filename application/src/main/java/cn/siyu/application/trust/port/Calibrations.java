package cn.siyu.application.trust.port;

import cn.siyu.application.trust.CalibrationRun;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// The calibrations (信任校准) of a brand.
public interface Calibrations {
    /// Adds one.
    void add(BrandId brand, CalibrationRun run);

    /// Replaces one; its `version` is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, CalibrationRun run);

    /// The one with a public id, or empty.
    Optional<CalibrationRun> byPublicId(BrandId brand, PublicId id);

    /// Those with a number below `before`, newest first.
    List<CalibrationRun> page(BrandId brand, long before, int atMost);

    /// The oldest that waits, or empty.
    Optional<CalibrationRun> waiting(BrandId brand);
}
