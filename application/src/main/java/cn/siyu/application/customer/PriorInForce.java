package cn.siyu.application.customer;

import cn.siyu.application.customer.port.PurchaseRhythms;
import cn.siyu.application.customer.port.PurchaseRhythms.Measured;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import cn.siyu.domain.customer.lifecycle.PurchaseCounts;
import cn.siyu.domain.customer.lifecycle.PurchasePrior;
import java.util.Optional;

/// Which prior of dormancy holds for a brand (沉睡先验): its own, once enough of its customers have
/// been followed, else the policy's.
public final class PriorInForce {
    private final PurchaseRhythms rhythms;

    public PriorInForce(PurchaseRhythms rhythms) {
        this.rhythms = rhythms;
    }

    /// The prior; empty if purchases vary no more than by chance, and the simple rule holds.
    public Optional<PurchasePrior> of(BrandId brand, LifecyclePolicy policy) {
        var dormancy = policy.dormancy();
        return dormancy.priorBy(rhythms.measured(brand)
                .map(Measured::counts)
                .orElseGet(() -> PurchaseCounts.none(dormancy.measured().windowDays())));
    }

    /// The name of what was measured, to stand behind the policy's; empty if nothing was.
    public String stamp(BrandId brand) {
        return rhythms.measured(brand)
                .filter(measured -> measured.edition() > 0)
                .map(measured -> "~" + measured.edition())
                .orElse("");
    }
}
