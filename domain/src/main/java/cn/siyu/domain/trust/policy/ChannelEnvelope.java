package cn.siyu.domain.trust.policy;

/// The range that trust on a kind of channel can have (信任区间). WeCom has the higher floor,
/// because the company's name stands under every message; personal WeChat has the higher ceiling,
/// because friends can come closer.
///
/// @param floor the floor F0 of a brand without any strength, 0 to 100
/// @param ceiling the ceiling C, above the floor and at most 100; no evidence and no strength moves
///     it
/// @param lift the share φ of the range that full brand strength (品牌势能) adds to the floor, 0 to
///     below 1
public record ChannelEnvelope(double floor, double ceiling, double lift) {

    public ChannelEnvelope {
        if (!(floor >= 0 && floor < ceiling && ceiling <= 100)) {
            throw new IllegalArgumentException(
                    "an envelope needs 0 <= floor < ceiling <= 100, not floor " + floor + ", ceiling " + ceiling);
        }
        if (!(lift >= 0 && lift < 1)) {
            throw new IllegalArgumentException("a lift is at least 0 and below 1, not " + lift);
        }
    }

    /// The floor F = F0 + (C − F0)·φ·s of a brand with strength s.
    public double floorAt(double brandStrength) {
        return floor + (ceiling - floor) * lift * brandStrength;
    }
}
