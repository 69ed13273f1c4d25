package cn.siyu.domain.trust;

/// The logistic function σ and what the explanation needs of it.
final class Sigmoid {
    private static final double TOO_SMALL_FOR_A_QUOTIENT = 1e-6;

    private Sigmoid() {}

    /// σ(z) = 1 / (1 + e^−z).
    static double at(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /// The slope of the chord from no points to all points, per point: the share that one point has
    /// in what all of them together moved. Where they cancel each other, the tangent takes its
    /// place.
    static double chord(double base, double points, double scale) {
        double start = at(base / scale);
        if (Math.abs(points) < TOO_SMALL_FOR_A_QUOTIENT) {
            return start * (1 - start) / scale;
        }
        return (at((base + points) / scale) - start) / points;
    }
}
