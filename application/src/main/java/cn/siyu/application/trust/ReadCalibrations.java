package cn.siyu.application.trust;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.trust.port.Calibrations;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows calibrations (信任校准) to callers who see the whole brand.
public final class ReadCalibrations {
    private final Calibrations calibrations;

    public ReadCalibrations(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    /// Those with a number below `before`, newest first.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public List<CalibrationRun> page(Caller caller, long before, int atMost) {
        WholeBrand.require(caller);
        return calibrations.page(caller.brand(), before, atMost);
    }

    /// One of them.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Optional<CalibrationRun> one(Caller caller, PublicId id) {
        WholeBrand.require(caller);
        return calibrations.byPublicId(caller.brand(), id);
    }
}
