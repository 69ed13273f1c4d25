package cn.siyu.domain.trust;

/// The range of trust on one channel for one brand (信任区间).
///
/// @param floor F, with the brand's strength in it
/// @param ceiling C
public record Envelope(double floor, double ceiling) {

    /// Where a quantile of 0 to 1 lies in it.
    public double place(double quantile) {
        return floor + span() * quantile;
    }

    double clamp(double trust) {
        return Math.clamp(trust, floor, ceiling);
    }

    double span() {
        return ceiling - floor;
    }
}
