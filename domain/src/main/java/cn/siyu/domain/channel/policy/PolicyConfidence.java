package cn.siyu.domain.channel.policy;

/// How well an edition is founded.
public enum PolicyConfidence {
    /// The platform's own documents say so.
    DOCUMENTED,
    /// Reported by practitioners, undated, or a starting value of ours: to be replaced by evidence.
    ASSUMED
}
