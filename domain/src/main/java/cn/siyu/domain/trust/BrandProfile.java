package cn.siyu.domain.trust;

import cn.siyu.domain.trust.policy.PurchaseDecision;

/// What a brand is, as far as trust depends on it.
///
/// @param strength s, how much its name carries (品牌势能), 0 to 1
/// @param decision how hard it is to decide for what it sells
public record BrandProfile(double strength, PurchaseDecision decision) {

    public BrandProfile {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a brand's strength is between 0 and 1, not " + strength);
        }
    }
}
