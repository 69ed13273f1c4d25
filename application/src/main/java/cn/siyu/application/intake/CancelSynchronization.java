package cn.siyu.application.intake;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.id.PublicId;

/// Stops a synchronisation (取消同步). What was taken over stays.
public final class CancelSynchronization {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final Synchronizations synchronizations;

    public CancelSynchronization(UnitOfWork work, BrandClock clock, Synchronizations synchronizations) {
        this.work = work;
        this.clock = clock;
        this.synchronizations = synchronizations;
    }

    /// Which one.
    public record Command(Caller caller, PublicId synchronization) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It goes on no more.
        record Cancelled(Synchronization run) implements Outcome {}

        /// There is none.
        record Unknown() implements Outcome {}

        /// It had ended already.
        record Ended(Synchronization run) implements Outcome {}
    }

    /// Stops it.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> cancel(command));
    }

    private Outcome cancel(Command command) {
        var brand = command.caller().brand();
        var run = synchronizations.byPublicId(brand, command.synchronization());
        if (run.isEmpty()) {
            return new Outcome.Unknown();
        }
        boolean ran =
                synchronizations.end(brand, run.get().id(), Synchronization.State.CANCELLED, null, clock.now(brand));
        var now = synchronizations.find(brand, run.get().id()).orElseThrow();
        return ran ? new Outcome.Cancelled(now) : new Outcome.Ended(now);
    }
}
