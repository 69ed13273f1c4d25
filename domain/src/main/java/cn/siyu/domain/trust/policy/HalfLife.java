package cn.siyu.domain.trust.policy;

/// After how many days half of a piece of evidence is left (半衰期).
///
/// The lower bound keeps accumulators inside the range of a double between two moves of the
/// landmark.
///
/// @param days at least 7, at most 3,650
public record HalfLife(double days) {
    private static final double SHORTEST = 7;
    private static final double LONGEST = 3_650;

    public HalfLife {
        if (!(days >= SHORTEST && days <= LONGEST)) {
            throw new IllegalArgumentException("a half-life is between 7 and 3650 days, not " + days);
        }
    }

    /// The share left after so many days; more than 1 for days before the start.
    public double shareLeftAfter(double elapsedDays) {
        return Math.pow(2, -elapsedDays / days);
    }
}
