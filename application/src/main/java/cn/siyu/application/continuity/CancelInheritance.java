package cn.siyu.application.continuity;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.id.PublicId;

/// Stops an order (取消继承): nothing more is asked for; what was asked for already is followed to
/// its end.
public final class CancelInheritance {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final Inheritances inheritances;
    private final TransferBook book;
    private final ReadInheritances read;
    private final FinishInheritance finish;

    public CancelInheritance(
            UnitOfWork work, BrandClock clock, Inheritances inheritances, TransferBook book, ReadInheritances read) {
        this.work = work;
        this.clock = clock;
        this.inheritances = inheritances;
        this.book = book;
        this.read = read;
        this.finish = new FinishInheritance(inheritances, book);
    }

    /// Which one.
    public record Command(Caller caller, PublicId id) {}

    /// What came of it.
    public sealed interface Outcome {
        /// Nothing more is asked for.
        record Cancelled() implements Outcome {}

        /// It had ended, or was stopped before.
        record Over() implements Outcome {}

        /// There is none that the caller sees.
        record Unknown() implements Outcome {}

        /// Somebody takes over whom the caller doesn't see: it is not the caller's alone to stop.
        record Beyond() implements Outcome {}
    }

    /// Stops it.
    public Outcome handle(Command command) {
        var brand = command.caller().brand();
        return work.inTransaction(() -> {
            var found = read.one(command.caller(), command.id());
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var id = found.get().order().id();
            if (found.get().takers().size() < inheritances.takers(brand, id).size()) {
                return new Outcome.Beyond();
            }
            inheritances.lock(brand, id);
            Inheritance order = inheritances.find(brand, id).orElseThrow();
            if (!order.active()) {
                return new Outcome.Over();
            }
            var now = clock.now(brand);
            inheritances.replace(brand, order.cancelled());
            book.replace(
                    brand,
                    book.queuedOf(brand, id).stream()
                            .map(one -> one.ended(State.CANCELLED, null, now))
                            .toList());
            finish.ifOver(brand, id, now);
            return new Outcome.Cancelled();
        });
    }
}
