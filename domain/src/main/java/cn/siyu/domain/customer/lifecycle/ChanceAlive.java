package cn.siyu.domain.customer.lifecycle;

/// How likely a customer still buys (BG/NBD: Fader, Hardie & Lee 2005), for comparison in reports.
/// It is no rule: it needs fitted numbers, and calls everybody alive who bought once.
///
/// @param r shape of how often people buy
/// @param alpha its scale
/// @param a shape of when they leave after a purchase
/// @param b its other shape
public record ChanceAlive(double r, double alpha, double a, double b) {
    /// The chance for one customer; all times in one unit.
    ///
    /// @param repeats purchases after the first
    /// @param span from the first purchase to the last
    /// @param age from the first purchase to now
    public double of(int repeats, double span, double age) {
        return repeats == 0
                ? 1
                : 1 / (1 + a / (b + repeats - 1) * Math.pow((alpha + age) / (alpha + span), r + repeats));
    }
}
