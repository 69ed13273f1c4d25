package cn.siyu.domain.trust;

/// Brand trust or social trust as a score of its own, the same for every channel.
///
/// @param points what the evidence comes to
/// @param score 0 to 100
public record ComponentScore(double points, double score, Confidence confidence) {

    /// The score as q, 0 to 1.
    double quantile() {
        return score / 100;
    }
}
