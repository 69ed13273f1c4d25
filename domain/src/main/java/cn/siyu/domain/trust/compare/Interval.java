package cn.siyu.domain.trust.compare;

/// Where a quantity lies with 95 % confidence (置信区间).
///
/// @param lower not above `upper`
public record Interval(double lower, double upper) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("an interval from " + lower + " to " + upper);
        }
    }

    /// Whether it leaves a value out.
    public boolean excludes(double value) {
        return value < lower || value > upper;
    }
}
