package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Optional;

/// Decides again about deferred sends whose moment has come, for example at the end of the quiet
/// hours (免打扰).
public final class ReplanDeferred {
    private final SendPlanner planner;
    private final Sends sends;
    private final UnitOfWork work;

    public ReplanDeferred(SendPlanner planner, Sends sends, UnitOfWork work) {
        this.planner = planner;
        this.sends = sends;
        this.work = work;
    }

    /// Decides about some that are due, oldest first.
    public int runDue(BrandId brand, Instant now, int atMost) {
        return work.inTransaction(() -> {
            var due = sends.takeDeferred(brand, now, Math.min(atMost, PlanSends.MOST));
            if (!due.isEmpty()) {
                var plan = planner.plan(brand, due.stream().map(Intended::again).toList(), now);
                sends.decideAgain(brand, plan.sends());
            }
            return due.size();
        });
    }

    /// When the next one is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sends.nextDeferredAt(brand);
    }
}
