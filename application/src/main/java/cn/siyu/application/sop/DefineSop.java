package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import org.jspecify.annotations.Nullable;

/// Makes a new SOP without versions, or renames one.
public final class DefineSop {
    private final Sops sops;
    private final UnitOfWork work;
    private final IdSource ids;
    private final BrandClock clock;

    public DefineSop(Sops sops, UnitOfWork work, IdSource ids, BrandClock clock) {
        this.sops = sops;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param name 1 to 100 characters
    /// @param sop the one to rename; null makes a new one
    /// @param expected the version of the SOP that the caller has seen; ignored for a new one
    public record Command(
            Caller caller, String name, @Nullable PublicId sop, int expected) {
        BrandId brand() {
            return caller.brand();
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is stored.
        record Defined(Sop sop) implements Outcome {}

        /// There is no such SOP.
        record Unknown() implements Outcome {}

        /// Somebody else changed it.
        record Stale(int version) implements Outcome {}
    }

    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        var now = clock.now(command.brand());
        var renamed = command.sop();
        return work.inTransaction(() -> {
            if (renamed == null) {
                long id = ids.next();
                var sop = Sop.begun(new SopId(id), ids.publicId(id, now), command.name(), now);
                sops.add(command.brand(), sop);
                return new Outcome.Defined(sop);
            }
            var found = sops.byPublicId(command.brand(), renamed);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            if (found.get().version() != command.expected()) {
                return new Outcome.Stale(found.get().version());
            }
            var sop = found.get().renamed(command.name(), now);
            try {
                sops.replace(command.brand(), sop);
            } catch (StaleAggregate _) {
                return new Outcome.Stale(sop.version());
            }
            return new Outcome.Defined(sop);
        });
    }
}
