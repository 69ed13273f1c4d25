package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides again about deferred sends whose moment has come, for example at the end of the quiet
/// hours (免打扰). What belongs to a paused SOP is held back.
public final class ReplanDeferred {
    private final SendPlanner planner;
    private final Sends sends;
    private final HoldBack holdBack;
    private final UnitOfWork work;

    public ReplanDeferred(SendPlanner planner, Sends sends, HoldBack holdBack, UnitOfWork work) {
        this.planner = planner;
        this.sends = sends;
        this.holdBack = holdBack;
        this.work = work;
    }

    /// Decides about some that are due, oldest first.
    public int runDue(BrandId brand, Instant now, int atMost) {
        return work.inTransaction(() -> {
            var due = sends.takeDeferred(brand, now, Math.min(atMost, PlanSends.MOST));
            if (!due.isEmpty()) {
                sends.decideAgain(brand, decided(brand, due, now));
            }
            return due.size();
        });
    }

    private List<Send> decided(BrandId brand, List<Send> due, Instant now) {
        var standsStill = holdBack.among(brand, due);
        List<Send> decided = new ArrayList<>();
        List<Intended> wanted = new ArrayList<>();
        for (Send send : due) {
            boolean heldTooLong =
                    send.heldBy() != null && !now.isBefore(send.aim().deadline());
            if (heldTooLong || standsStill.test(send)) {
                decided.add(HoldBack.held(send, now));
            } else {
                wanted.add(Intended.again(send));
            }
        }
        decided.addAll(planner.plan(brand, wanted, now).sends());
        return decided;
    }

    /// When the next one is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sends.nextDeferredAt(brand);
    }
}
