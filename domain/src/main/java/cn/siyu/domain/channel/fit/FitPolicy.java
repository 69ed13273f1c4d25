package cn.siyu.domain.channel.fit;

import cn.siyu.domain.channel.policy.PolicyReader;

/// The numbers by which a channel is recommended; practice's, not a platform's, so a brand may set
/// its own.
///
/// @param lead by how many points one need must exceed the other, 0 … 100
/// @param inflowAtLeast least share of [FitTerm#HEAVY_INFLOW] for [Operation#PRECISION]
/// @param priceBelow share of [FitTerm#HIGH_PRICE] from which on it isn't
/// @param centralAtLeast least [FitFact#CENTRAL] for it
/// @param weak when a plan is warned of
/// @param capacity how accounts and people are counted
public record FitPolicy(
        FitWeights weights,
        double lead,
        double inflowAtLeast,
        double priceBelow,
        double centralAtLeast,
        Weak weak,
        Capacity capacity) {
    private static final int MANY = 10_000_000;

    /// How accounts and people are counted (容量规划).
    ///
    /// @param fill share of an account's places that is used, above 0
    /// @param personalShare share of the customers that is led on to personal accounts in
    ///     [Operation#HYBRID], where nobody says otherwise
    /// @param scale the channel that takes the inflow
    /// @param relation the channel that people work by hand
    public record Capacity(double fill, double personalShare, Scale scale, Relation relation) {}

    /// The channel that takes the inflow.
    ///
    /// @param channel its code
    /// @param addsPerDay people that one account can add a day
    /// @param customersPerMember customers that one member serves
    public record Scale(String channel, double addsPerDay, int customersPerMember) {}

    /// The channel that people work by hand; how many accounts a person works and how many they add
    /// a day is in its ACCOUNT_CARE policy.
    ///
    /// @param channel its code
    /// @param minutesPerBatch minutes that one batch of messages takes
    public record Relation(String channel, double minutesPerBatch) {}

    /// A business with neither name nor inflow that plans mostly marketing: customers will leave
    /// and not convert.
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
                weights,
                lead,
                gates.inflow,
                gates.price,
                gates.central,
                in.object("weak", FitPolicy::weak),
                in.object("capacity", FitPolicy::capacity));
    }

    private static Capacity capacity(PolicyReader in) {
        return new Capacity(
                in.decimal("fill", .01, 1),
                in.decimal("personalShare", 0, 1),
                in.object(
                        "scale",
                        scale -> new Scale(
                                scale.text("channel"),
                                scale.decimal("addsPerDay", .01, MANY),
                                scale.integer("customersPerMember", 1, MANY))),
                in.object(
                        "relation",
                        relation ->
                                new Relation(relation.text("channel"), relation.decimal("minutesPerBatch", 0, 1_440))));
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
