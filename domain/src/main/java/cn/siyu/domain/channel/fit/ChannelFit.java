package cn.siyu.domain.channel.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Which way of running a private domain fits a business (渠道适配).
///
/// Two needs are measured from 0 to 100. Who needs scale far more than relation, with many to add,
/// a low price and a central hand, is best run by programs on WeCom; who needs relation far more,
/// by people on personal accounts; everybody else by both. Being a pure function, it also says
/// which wrong guess would have changed the answer.
public final class ChannelFit {
    private static final double LIGHTER = 0.7;
    private static final double HEAVIER = 1.3;
    private static final int REASONS_FOR = 3;

    private final FitPolicy policy;

    /// Recommends by these numbers.
    public ChannelFit(FitPolicy policy) {
        this.policy = policy;
    }

    /// What is recommended, and why.
    ///
    /// @param scale the need for scale, 0 … 100
    /// @param relation the need for relation, 0 … 100
    /// @param reasons the three terms that say most for the greater need, then the one that says
    ///     most for the other
    /// @param weak neither name nor inflow, but a plan full of marketing: customers will leave and
    ///     not convert
    /// @param flips what would change the answer; empty: it is stable
    public record Recommendation(
            Operation operation, double scale, double relation, List<Reason> reasons, boolean weak, List<Flip> flips) {
        public Recommendation {
            reasons = List.copyOf(reasons);
            flips = List.copyOf(flips);
        }
    }

    /// A term with the fact behind it.
    ///
    /// @param points what it adds to its need
    public record Reason(FitTerm term, double fact, double points) {}

    /// A change that leads to another answer.
    public sealed interface Flip {
        Operation becomes();

        /// The fact is other than it was said.
        record OfFact(FitFact fact, double value, Operation becomes) implements Flip {}

        /// The term counts for more or less than the policy says.
        record OfWeight(FitTerm term, double factor, Operation becomes) implements Flip {}
    }

    /// Recommends.
    public Recommendation recommend(BusinessFacts facts) {
        var operation = operation(facts, policy.weights());
        return new Recommendation(
                operation,
                need(FitNeed.SCALE, facts, policy.weights()),
                need(FitNeed.RELATION, facts, policy.weights()),
                reasons(facts),
                weak(facts),
                flips(facts, operation));
    }

    private Operation operation(BusinessFacts facts, FitWeights weights) {
        double more = need(FitNeed.SCALE, facts, weights) - need(FitNeed.RELATION, facts, weights);
        if (-more >= policy.lead()) {
            return Operation.REFINED;
        }
        boolean gates = FitTerm.HEAVY_INFLOW.share(facts) >= policy.inflowAtLeast()
                && FitTerm.HIGH_PRICE.share(facts) < policy.priceBelow()
                && facts.value(FitFact.CENTRAL) >= policy.centralAtLeast();
        return gates && more >= policy.lead() ? Operation.PRECISION : Operation.HYBRID;
    }

    private static double need(FitNeed need, BusinessFacts facts, FitWeights weights) {
        return Stream.of(FitTerm.values())
                .filter(term -> term.need() == need)
                .mapToDouble(term -> weights.of(term) * term.share(facts))
                .sum();
    }

    private List<Reason> reasons(BusinessFacts facts) {
        var greater = need(FitNeed.SCALE, facts, policy.weights()) >= need(FitNeed.RELATION, facts, policy.weights())
                ? FitNeed.SCALE
                : FitNeed.RELATION;
        var other = greater == FitNeed.SCALE ? FitNeed.RELATION : FitNeed.SCALE;
        return Stream.concat(
                        strongest(greater, facts).limit(REASONS_FOR),
                        strongest(other, facts).limit(1))
                .toList();
    }

    private Stream<Reason> strongest(FitNeed need, BusinessFacts facts) {
        return Stream.of(FitTerm.values())
                .filter(term -> term.need() == need)
                .map(term -> new Reason(
                        term, facts.value(term.fact()), policy.weights().of(term) * term.share(facts)))
                .sorted(Comparator.comparingDouble(reason -> -reason.points()));
    }

    private boolean weak(BusinessFacts facts) {
        var weak = policy.weak();
        return facts.value(FitFact.BRAND) < weak.brandBelow()
                && FitTerm.HEAVY_INFLOW.share(facts) < weak.inflowBelow()
                && facts.marketingShare() >= weak.marketingAtLeast();
    }

    private List<Flip> flips(BusinessFacts facts, Operation now) {
        var flips = new ArrayList<Flip>();
        for (var fact : FitFact.values()) {
            double value = facts.value(fact);
            for (double moved : new double[] {fact.lower(value), fact.higher(value)}) {
                var becomes = operation(facts.with(fact, moved), policy.weights());
                if (becomes != now) {
                    flips.add(new Flip.OfFact(fact, moved, becomes));
                }
            }
        }
        for (var term : FitTerm.values()) {
            for (double factor : new double[] {LIGHTER, HEAVIER}) {
                var becomes = operation(facts, policy.weights().scaled(term, factor));
                if (becomes != now) {
                    flips.add(new Flip.OfWeight(term, factor, becomes));
                }
            }
        }
        return flips;
    }
}
