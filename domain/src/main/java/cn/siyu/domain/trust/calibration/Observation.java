package cn.siyu.domain.trust.calibration;

/// One live relationship at one cut: what was known of it then, and what came of it. Its arrays are
/// its own; nobody changes them.
public final class Observation {
    private final long customer;
    private final int cut;
    private final String channel;
    private final Features known;
    private final Outcome outcome;

    /// @param customer the number of the person, by which samples are drawn
    /// @param cut which cut, 0 for the earliest
    /// @param channel the kind of channel
    Observation(long customer, int cut, String channel, Features known, Outcome outcome) {
        this.customer = customer;
        this.cut = cut;
        this.channel = channel;
        this.known = known;
        this.outcome = outcome;
    }

    /// What came of it.
    ///
    /// @param lost whether the customer ended it within 30 days
    /// @param lossKnown false if somebody else ended it in that time: then nobody knows
    /// @param bought whether the customer bought within 60 days
    record Outcome(boolean lost, boolean lossKnown, boolean bought) {}

    /// The same, counted from a later first cut.
    public Observation from(int first) {
        return new Observation(customer, cut - first, channel, known, outcome);
    }

    long customer() {
        return customer;
    }

    /// Which cut, 0 for the earliest.
    public int cut() {
        return cut;
    }

    String channel() {
        return channel;
    }

    double[] brand() {
        return known.brand();
    }

    double[] social() {
        return known.social();
    }

    double[] habits() {
        return known.habits();
    }

    boolean lost() {
        return outcome.lost();
    }

    boolean lossKnown() {
        return outcome.lossKnown();
    }

    boolean bought() {
        return outcome.bought();
    }
}
