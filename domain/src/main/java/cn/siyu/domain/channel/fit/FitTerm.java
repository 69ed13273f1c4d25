package cn.siyu.domain.channel.fit;

/// A term of one of the two needs: a fact, read so that 0 speaks not at all for the need and 1
/// speaks for it fully.
public enum FitTerm {
    HEAVY_INFLOW(FitNeed.SCALE, FitFact.INFLOW),
    LOW_PRICE(FitNeed.SCALE, FitFact.PRICE),
    FREQUENT_PURCHASE(FitNeed.SCALE, FitFact.FREQUENCY),
    SIMPLE_DECISION(FitNeed.SCALE, FitFact.COMPLEXITY),
    RUN_CENTRALLY(FitNeed.SCALE, FitFact.CENTRAL),
    STRONG_BRAND(FitNeed.SCALE, FitFact.BRAND),
    HIGH_PRICE(FitNeed.RELATION, FitFact.PRICE),
    COMPLEX_DECISION(FitNeed.RELATION, FitFact.COMPLEXITY),
    STRONG_IP(FitNeed.RELATION, FitFact.IP),
    RUN_LOCALLY(FitNeed.RELATION, FitFact.CENTRAL),
    REFERRALS(FitNeed.RELATION, FitFact.REFERRAL);

    private static final double CHEAP = 50;
    private static final double SOME_A_DAY = 50;
    private static final double RANGE_OF_INFLOW = 40;
    private static final double EVERY_MONTH_TWICE = 24;
    private static final double STEPS_OF_COMPLEXITY = 4;

    private final FitNeed need;
    private final FitFact fact;

    FitTerm(FitNeed need, FitFact fact) {
        this.need = need;
        this.fact = fact;
    }

    /// Which need it speaks for.
    public FitNeed need() {
        return need;
    }

    /// Which fact it reads.
    public FitFact fact() {
        return fact;
    }

    /// How much the fact speaks for the need, 0 … 1.
    public double share(BusinessFacts facts) {
        return switch (this) {
            case HEAVY_INFLOW -> inflow(facts);
            case HIGH_PRICE -> price(facts);
            case LOW_PRICE -> 1 - price(facts);
            case FREQUENT_PURCHASE ->
                clamped(Math.log10(facts.value(FitFact.FREQUENCY)) / Math.log10(EVERY_MONTH_TWICE));
            case COMPLEX_DECISION -> complexity(facts);
            case SIMPLE_DECISION -> 1 - complexity(facts);
            case RUN_CENTRALLY, STRONG_BRAND, STRONG_IP, REFERRALS -> facts.value(fact);
            case RUN_LOCALLY -> 1 - facts.value(FitFact.CENTRAL);
        };
    }

    /// 0 at a price of 50 and below, 1 at 5,000 and above.
    private static double price(BusinessFacts facts) {
        return clamped((Math.log10(facts.value(FitFact.PRICE)) - Math.log10(CHEAP)) / 2);
    }

    /// 0 at 50 people a day and below, 1 at 2,000 and above.
    private static double inflow(BusinessFacts facts) {
        return clamped(Math.log10(facts.value(FitFact.INFLOW) / SOME_A_DAY) / Math.log10(RANGE_OF_INFLOW));
    }

    private static double complexity(BusinessFacts facts) {
        return (facts.value(FitFact.COMPLEXITY) - 1) / STEPS_OF_COMPLEXITY;
    }

    private static double clamped(double value) {
        return Math.clamp(value, 0, 1);
    }
}
