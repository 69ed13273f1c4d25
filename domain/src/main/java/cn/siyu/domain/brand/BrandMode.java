package cn.siyu.domain.brand;

/// Whether a brand is real.
public enum BrandMode {
    /// Runs on the machine's clock and on real channels.
    LIVE,
    /// Runs on a clock of its own that can be advanced, with simulated channels only; nothing of it
    /// reaches anybody.
    SANDBOX
}
