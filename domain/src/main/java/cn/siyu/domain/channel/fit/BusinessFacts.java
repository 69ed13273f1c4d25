package cn.siyu.domain.channel.fit;

import java.util.EnumMap;
import java.util.Map;

/// What is known, or guessed, of a business.
///
/// @param values all of [FitFact], each inside its range
/// @param marketingShare share of the planned contacts that is MARKETING, 0 … 1
public record BusinessFacts(Map<FitFact, Double> values, double marketingShare) {
    /// @throws IllegalArgumentException if a fact is missing or outside its range
    public BusinessFacts {
        var checked = new EnumMap<FitFact, Double>(FitFact.class);
        for (var fact : FitFact.values()) {
            Double value = values.get(fact);
            if (value == null || !fact.holds(value)) {
                throw new IllegalArgumentException(
                        fact + " must lie between " + fact.least() + " and " + fact.most() + ", not " + value);
            }
            checked.put(fact, value);
        }
        if (!(marketingShare >= 0 && marketingShare <= 1)) {
            throw new IllegalArgumentException(
                    "the share of marketing must lie between 0 and 1, not " + marketingShare);
        }
        values = Map.copyOf(checked);
    }

    /// The value of one fact.
    public double value(FitFact fact) {
        return values.getOrDefault(fact, Double.NaN);
    }

    /// The same business with one fact changed.
    public BusinessFacts with(FitFact fact, double value) {
        var changed = new EnumMap<FitFact, Double>(values);
        changed.put(fact, value);
        return new BusinessFacts(changed, marketingShare);
    }
}
