package cn.siyu.application.graduation;

import cn.siyu.application.brand.Nightly;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.ValueScale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Measures once a night where a brand's value tiers begin (价值分位), and at once when another
/// policy comes into force: one pass over the orders of the window, and one row. What a single
/// customer is worth is always read anew.
public final class MeasureValue {
    private static final int FEW = 100;

    private final Fits fits;
    private final GraduationPolicies policies;
    private final Brands brands;
    private final UnitOfWork work;

    public MeasureValue(Fits fits, GraduationPolicies policies, Brands brands, UnitOfWork work) {
        this.fits = fits;
        this.policies = policies;
        this.brands = brands;
        this.work = work;
    }

    /// Measures if the last time was before the last night, or by another policy.
    public int runDue(BrandId brand, Instant now, int atMost) {
        var last = fits.scale(brand);
        boolean measured = last.filter(scale -> holds(brand, scale, now))
                .filter(scale -> !scale.measuredAt().isBefore(Nightly.before(now, zone(brand))))
                .isPresent();
        if (atMost < 1 || measured) {
            return 0;
        }
        work.run(() -> fits.keep(brand, measured(brand, now)));
        return 1;
    }

    /// When it is measured next.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return Optional.of(fits.scale(brand).map(scale -> next(brand, scale)).orElse(Instant.EPOCH));
    }

    private Instant next(BrandId brand, ValueScale scale) {
        Instant at = scale.measuredAt();
        if (!holds(brand, scale, at)) {
            return at; // the brand has set something else since
        }
        Instant night = Nightly.after(at, zone(brand));
        return policies.nextAfter(brand, at).filter(night::isAfter).orElse(night);
    }

    private boolean holds(BrandId brand, ValueScale scale, Instant at) {
        return policies.inForce(brand, at).stamp().toString().equals(scale.policyEdition());
    }

    /// The scale that holds: last night's, or where there is none yet, or one of another policy, or
    /// of so few that a day changes everything, the present one.
    ValueScale scale(BrandId brand, Instant now) {
        return fits.scale(brand)
                .filter(scale -> scale.buyers() >= FEW && holds(brand, scale, now))
                .orElseGet(() -> measured(brand, now));
    }

    private ValueScale measured(BrandId brand, Instant now) {
        var policy = policies.inForce(brand, now);
        var value = policy.values().value();
        Instant since = now.minus(value.window());
        var found = fits.percentiles(brand, since, List.of(value.winBack(), value.middle(), value.core()));
        return new ValueScale(
                now,
                since,
                found.buyers(),
                found.amounts().get(0),
                found.amounts().get(1),
                found.amounts().get(2),
                policy.stamp().toString());
    }

    private ZoneId zone(BrandId brand) {
        return brands.find(brand).orElseThrow().zone();
    }
}
