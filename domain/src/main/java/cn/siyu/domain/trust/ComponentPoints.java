package cn.siyu.domain.trust;

/// What all evidence of one component comes to at a time.
///
/// @param points Σ sign·w·x, signed
/// @param mass E = Σ w·x over both signs, at least 0: how much is known, whatever it says
public record ComponentPoints(double points, double mass) {

    public static ComponentPoints none() {
        return new ComponentPoints(0, 0);
    }
}
