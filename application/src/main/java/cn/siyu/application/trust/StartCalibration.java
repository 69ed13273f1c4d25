package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.trust.port.Calibrations;

/// Asks for a calibration (信任校准): it learns from the whole brand, so whoever asks must see it.
/// One waits at a time.
public final class StartCalibration {
    private final Calibrations calibrations;
    private final IdSource ids;
    private final BrandClock clock;
    private final UnitOfWork work;

    public StartCalibration(Calibrations calibrations, IdSource ids, BrandClock clock, UnitOfWork work) {
        this.calibrations = calibrations;
        this.ids = ids;
        this.clock = clock;
        this.work = work;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The engine will come to it.
        record Started(CalibrationRun run) implements Outcome {}

        /// Another one waits.
        record StillWaiting(CalibrationRun run) implements Outcome {}
    }

    /// Asks for one.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Caller caller) {
        WholeBrand.require(caller);
        var brand = caller.brand();
        return work.inTransaction(() -> calibrations
                .waiting(brand)
                .<Outcome>map(Outcome.StillWaiting::new)
                .orElseGet(() -> {
                    long id = ids.next();
                    var now = clock.now(brand);
                    var run = new CalibrationRun(
                            id,
                            ids.publicId(id, now),
                            CalibrationRun.State.WAITING,
                            caller.key(),
                            now,
                            null,
                            null,
                            null,
                            1);
                    calibrations.add(brand, run);
                    return new Outcome.Started(run);
                }));
    }
}
