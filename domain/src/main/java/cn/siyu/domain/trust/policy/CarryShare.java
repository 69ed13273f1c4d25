package cn.siyu.domain.trust.policy;

/// The share γ of the old relationship's evidence that counts in the new one, 0 to 1. With one
/// share for both signs trust only moves towards the base; with two it may cross it.
///
/// @param positive for evidence of positive kinds
/// @param negative for evidence of negative kinds
public record CarryShare(double positive, double negative) {

    public CarryShare {
        if (!(positive >= 0 && positive <= 1 && negative >= 0 && negative <= 1)) {
            throw new IllegalArgumentException(
                    "a carried share is between 0 and 1, not positive " + positive + ", negative " + negative);
        }
    }

    /// The same share for both signs.
    public static CarryShare of(double share) {
        return new CarryShare(share, share);
    }

    public double of(EvidenceSign sign) {
        return switch (sign) {
            case POSITIVE -> positive;
            case NEGATIVE -> negative;
        };
    }
}
