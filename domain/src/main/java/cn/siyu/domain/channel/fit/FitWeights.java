package cn.siyu.domain.channel.fit;

import cn.siyu.domain.channel.policy.PolicyReader;
import java.util.EnumMap;
import java.util.Map;

/// How much each term counts; the weights of one need add up to 100.
///
/// @param values all of [FitTerm], each above 0
public record FitWeights(Map<FitTerm, Double> values) {
    private static final double WHOLE = 100;
    private static final double LEAST = 0.01;
    private static final double ROUNDING = 1e-6;

    /// @throws IllegalArgumentException if a weight is missing or not above 0, or those of a need
    ///     don't add up to 100
    public FitWeights {
        var checked = new EnumMap<FitTerm, Double>(FitTerm.class);
        for (var term : FitTerm.values()) {
            Double value = values.get(term);
            if (value == null || !(value > 0)) {
                throw new IllegalArgumentException(term + " needs a weight above 0, not " + value);
            }
            checked.put(term, value);
        }
        for (var need : FitNeed.values()) {
            if (Math.abs(sum(checked, need) - WHOLE) > ROUNDING) {
                throw new IllegalArgumentException("the weights of " + need + " must add up to " + WHOLE);
            }
        }
        values = Map.copyOf(checked);
    }

    /// Reads `weights` of a CHANNEL_FIT edition: a number for each term.
    static FitWeights from(PolicyReader in) {
        var weights = new EnumMap<FitTerm, Double>(FitTerm.class);
        for (var term : FitTerm.values()) {
            weights.put(term, in.decimal(term.name(), LEAST, WHOLE));
        }
        for (var need : FitNeed.values()) {
            double sum = sum(weights, need);
            in.check(
                    Math.abs(sum - WHOLE) <= ROUNDING,
                    need == FitNeed.SCALE ? FitTerm.HEAVY_INFLOW.name() : FitTerm.HIGH_PRICE.name(),
                    "the weights of " + need + " must add up to " + WHOLE + ", not " + sum);
            weights.replaceAll((term, weight) -> term.need() == need ? weight * WHOLE / sum : weight);
        }
        return new FitWeights(weights);
    }

    double of(FitTerm term) {
        return values.getOrDefault(term, Double.NaN);
    }

    /// One weight is multiplied; its need still adds up to 100.
    FitWeights scaled(FitTerm term, double factor) {
        var changed = new EnumMap<FitTerm, Double>(values);
        changed.computeIfPresent(term, (_, weight) -> weight * factor);
        double sum = sum(changed, term.need());
        changed.replaceAll((each, weight) -> each.need() == term.need() ? weight * WHOLE / sum : weight);
        return new FitWeights(changed);
    }

    private static double sum(Map<FitTerm, Double> weights, FitNeed need) {
        return weights.entrySet().stream()
                .filter(each -> each.getKey().need() == need)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
