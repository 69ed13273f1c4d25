package cn.siyu.domain.channel.fit;

/// The numbers by which a channel is recommended; practice's, not a platform's, so a brand may set its own.
///
/// @param lead by how many points one need must exceed the other, 0 … 100
/// @param inflowAtLeast least share of [FitTerm#HEAVY_INFLOW] for [Operation#PRECISION]
/// @param priceBelow share of [FitTerm#HIGH_PRICE] from which on it isn't
/// @param centralAtLeast least [FitFact#CENTRAL] for it
/// @param weak when a plan is warned of
public record FitPolicy(
        FitWeights weights, double lead, double inflowAtLeast, double priceBelow, double centralAtLeast, Weak weak) {

    /// A business with neither name nor inflow that plans mostly marketing: customers will leave and not convert.
    ///
    /// @param brandBelow a brand weaker than this
    /// @param inflowBelow a share of [FitTerm#HEAVY_INFLOW] below this
    /// @param marketingAtLeast with at least this share of marketing
    public record Weak(double brandBelow, double inflowBelow, double marketingAtLeast) {}
}
