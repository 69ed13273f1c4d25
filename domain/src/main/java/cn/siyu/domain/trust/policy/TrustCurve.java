package cn.siyu.domain.trust.policy;

/// How points become a score: q = σ((b + points) / κ).
///
/// @param brandBase b_B, the points of brand trust before any evidence, −100 to 100
/// @param socialBase b_S, the points of social trust before any evidence, −100 to 100
/// @param scale κ, above 0: κ·ln 2 points double the odds
public record TrustCurve(double brandBase, double socialBase, double scale) {

    public TrustCurve {
        checkBase(brandBase);
        checkBase(socialBase);
        if (!(scale > 0 && scale <= 1_000)) {
            throw new IllegalArgumentException("a scale is above 0 and at most 1000 points, not " + scale);
        }
    }

    private static void checkBase(double base) {
        if (!(Math.abs(base) <= 100)) {
            throw new IllegalArgumentException("a base is between -100 and 100 points, not " + base);
        }
    }
}
