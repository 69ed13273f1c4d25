package cn.siyu.domain.channel.fit;

/// A fact of a business that decides which channel fits; each lies in a range and has steps by
/// which a wrong guess would be off.
public enum FitFact {
    /// Average price of a purchase (客单价), in the currency's main unit, for CNY yuan; above 0.
    PRICE(0, Double.MAX_VALUE),
    /// How hard the decision to buy is (决策复杂度): 1 nobody thinks about it, 5 weeks of
    /// comparing.
    COMPLEXITY(1, 5),
    /// People who could be added a day (日均流入).
    INFLOW(0, Double.MAX_VALUE),
    /// Purchases of one customer a year (年复购频次).
    FREQUENCY(0, Double.MAX_VALUE),
    /// How much the brand's name carries (品牌势能).
    BRAND(0, 1),
    /// How much a person or content carries (IP 势能).
    IP(0, 1),
    /// Share of new customers whom others bring (转介绍占比).
    REFERRAL(0, 1),
    /// 1: run by head office (集中运营), 0: by each store or agent.
    CENTRAL(0, 1);

    private static final double HALF = 0.5;
    private static final double FIFTH = 0.2;

    private final double least;
    private final double most;

    FitFact(double least, double most) {
        this.least = least;
        this.most = most;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    boolean holds(double value) {
        return value >= least && value <= most && Double.isFinite(value);
    }

    /// The value if the guess was too high, inside the range.
    double lower(double value) {
        return Math.max(
                least,
                switch (this) {
                    case PRICE, INFLOW, FREQUENCY -> value / 2;
                    case COMPLEXITY -> value - 1;
                    case BRAND, IP, REFERRAL -> value - FIFTH;
                    case CENTRAL -> value - HALF;
                });
    }

    /// The value if the guess was too low, inside the range.
    double higher(double value) {
        return Math.min(
                most,
                switch (this) {
                    case PRICE, INFLOW, FREQUENCY -> value * 2;
                    case COMPLEXITY -> value + 1;
                    case BRAND, IP, REFERRAL -> value + FIFTH;
                    case CENTRAL -> value + HALF;
                });
    }
}
