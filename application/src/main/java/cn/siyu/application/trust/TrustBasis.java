package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.trust.BrandProfile;
import cn.siyu.domain.trust.ReadingTable;
import cn.siyu.domain.trust.TrustModel;
import cn.siyu.domain.trust.evidence.EvidencePosting;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.PurchaseDecision;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// By what a brand's trust is summed and read at a moment: its policy with its own share of brand
/// trust (α), its strength, its landmark.
public record TrustBasis(TrustPolicy policy, TrustModel model, Landmark landmark, ZoneId zone, Instant now) {
    /// Finds the basis of a brand at its present moment.
    public static final class Source {
        private final Brands brands;
        private final BrandClock clock;
        private final TrustPolicies policies;

        public Source(Brands brands, BrandClock clock, TrustPolicies policies) {
            this.brands = brands;
            this.clock = clock;
            this.policies = policies;
        }

        TrustBasis now(BrandId id) {
            return at(id, clock.now(id));
        }

        private TrustBasis at(BrandId id, Instant now) {
            var brand = brands.find(id).orElseThrow();
            var policy = own(policies.inForce(id, now), brand);
            var model = new TrustModel(policy, new BrandProfile(brand.strength(), PurchaseDecision.NORMAL));
            return new TrustBasis(policy, model, new Landmark(brand.landmark()), brand.zone(), now);
        }

        /// The brand's α stands for every kind of decision.
        private static TrustPolicy own(TrustPolicy policy, Brand brand) {
            Map<PurchaseDecision, Double> shares = Arrays.stream(PurchaseDecision.values())
                    .collect(Collectors.toMap(decision -> decision, _ -> brand.alpha()));
            return new TrustPolicy(
                    policy.edition(),
                    policy.curve(),
                    policy.confidence(),
                    policy.envelopes(),
                    shares,
                    policy.carryShares(),
                    policy.streak(),
                    policy.alert(),
                    policy.rules());
        }
    }

    EvidencePosting posting() {
        return new EvidencePosting(policy, landmark);
    }

    /// Sums can't be read for a time before their newest evidence.
    ReadingTable table(Instant newest) {
        return new ReadingTable(policy, landmark, newest.isAfter(now) ? newest : now);
    }
}
