package cn.siyu.domain.channel.fit;

import cn.siyu.domain.channel.policy.PolicyReader;

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

    /// Reads the values of a CHANNEL_FIT edition.
    public static FitPolicy from(PolicyReader in) {
        FitWeights weights = in.object("weights", FitWeights::from);
        double lead = in.decimal("lead", 0, 100);
        Gates gates = in.object("precision", FitPolicy::gates);
        return new FitPolicy(
                weights, lead, gates.inflow, gates.price, gates.central, in.object("weak", FitPolicy::weak));
    }

    private record Gates(double inflow, double price, double central) {}

    private static Gates gates(PolicyReader in) {
        return new Gates(
                in.decimal("inflowAtLeast", 0, 1), in.decimal("priceBelow", 0, 1), in.decimal("centralAtLeast", 0, 1));
    }

    private static Weak weak(PolicyReader in) {
        return new Weak(
                in.decimal("brandBelow", 0, 1), in.decimal("inflowBelow", 0, 1), in.decimal("marketingAtLeast", 0, 1));
    }
}
