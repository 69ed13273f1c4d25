package cn.siyu.application.customer;

import cn.siyu.application.brand.Nightly;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.PurchaseRhythms;
import cn.siyu.application.customer.port.PurchaseRhythms.Measured;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy.Dormancy;
import cn.siyu.domain.customer.lifecycle.PurchaseCounts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Measures once a night how often a brand's customers buy (购买节奏测量), from which follows how
/// long a silence is dormancy: one pass over its orders.
///
/// What was measured holds only once it says something else than what does: everybody is read anew
/// then, and what is stored about a customer always follows from what holds.
public final class MeasureRhythm {
    private final PurchaseRhythms rhythms;
    private final LifecyclePolicies policies;
    private final Brands brands;
    private final UnitOfWork work;

    public MeasureRhythm(PurchaseRhythms rhythms, LifecyclePolicies policies, Brands brands, UnitOfWork work) {
        this.rhythms = rhythms;
        this.policies = policies;
        this.brands = brands;
        this.work = work;
    }

    /// Measures if the last time was before the last night.
    public int runDue(BrandId brand, Instant now, int atMost) {
        if (atMost < 1 || nextDueAt(brand).filter(due -> due.isAfter(now)).isPresent()) {
            return 0;
        }
        work.run(() -> rhythms.keep(brand, measured(brand, now)));
        return 1;
    }

    /// When it is measured next.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return Optional.of(rhythms.measured(brand)
                .map(last -> Nightly.after(last.lookedAt(), zone(brand)))
                .orElse(Instant.EPOCH));
    }

    private Measured measured(BrandId brand, Instant now) {
        var dormancy = policies.inForce(brand, now).dormancy();
        int window = dormancy.measured().windowDays();
        var last = rhythms.measured(brand).orElseGet(() -> new Measured(now, 0, PurchaseCounts.none(window)));
        var counts = rhythms.count(brand, window, now);
        return tellOtherwise(dormancy, last.counts(), counts)
                ? new Measured(now, last.edition() + 1, counts)
                : new Measured(now, last.edition(), last.counts());
    }

    private static boolean tellOtherwise(Dormancy dormancy, PurchaseCounts before, PurchaseCounts counts) {
        var held = dormancy.priorBy(before);
        var found = dormancy.priorBy(counts);
        return held.isPresent() != found.isPresent()
                || held.filter(one -> found.filter(other -> one.tellsOtherwiseThan(other, dormancy.chance()))
                                .isPresent())
                        .isPresent();
    }

    private ZoneId zone(BrandId brand) {
        return brands.find(brand).orElseThrow().zone();
    }
}
