package cn.siyu.domain.channel.allocation;

/// The χ² distribution (卡方分布), for tests of whether counts are as planned.
public final class ChiSquare {
    private static final double[] FIT = {
        -.82215223, 1.48851587, -1.13520398, .27886807, -.18628806, .09678418, .37409196, 1.00002368, -1.26551223
    };

    private ChiSquare() {}

    /// How often chance alone gives a χ² of this size or more, 0 to 1, by the recurrence
    /// Q(k + 2) = Q(k) + (x/2)^(k/2) e^(−x/2) / Γ(k/2 + 1) from the closed forms for one and two
    /// degrees of freedom; to 1e-6.
    ///
    /// @param square 0 or more
    /// @param degrees degrees of freedom, 1 or more
    public static double tail(double square, int degrees) {
        if (!(square >= 0) || degrees < 1) {
            throw new IllegalArgumentException("no χ² of " + square + " with " + degrees + " degrees of freedom");
        }
        double half = square / 2;
        boolean odd = degrees % 2 == 1;
        double tail = odd ? erfc(Math.sqrt(half)) : Math.exp(-half);
        // the term that leads from k to k + 2 degrees, beginning at 1 or 2
        double term = odd ? 2 * Math.sqrt(half / Math.PI) * Math.exp(-half) : half * Math.exp(-half);
        for (int k = odd ? 1 : 2; k < degrees; k += 2) {
            tail += term;
            term *= half / (k / 2.0 + 1);
        }
        return Math.min(1, tail);
    }

    /// The complementary error function for x ≥ 0, with a relative error below 1.2e-7 (Press et al.,
    /// Numerical Recipes 6.2: a Chebyshev fit).
    private static double erfc(double x) {
        double t = 1 / (1 + x / 2);
        double sum = .17087277;
        for (double each : FIT) {
            sum = each + t * sum;
        }
        return t * Math.exp(-x * x + sum);
    }
}
