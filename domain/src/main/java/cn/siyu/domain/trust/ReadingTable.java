package cn.siyu.domain.trust;

import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceRule;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How accumulators are read at one time: one decay factor per kind, the same for every subject. A
/// set-based reading joins these few rows and sums `a · factor` (points) and `a · |factor|` (mass)
/// per subject.
///
/// It serves any time from the newest evidence on, the future too: a forecast "if nothing happens"
/// is the same sums read later. For an earlier time rebuild the accumulators from the log up to
/// then.
public final class ReadingTable {
    private final Instant asOf;
    private final Landmark landmark;
    private final List<EvidenceRule> rules;

    public ReadingTable(TrustPolicy policy, Landmark landmark, Instant asOf) {
        this.asOf = asOf;
        this.landmark = landmark;
        this.rules = List.copyOf(new TreeMap<>(policy.rules()).values());
    }

    /// One kind's row.
    ///
    /// @param decay 2^(−(t − L)/h): stored amount · decay = how many are left
    /// @param weight points per piece left, with the kind's sign
    public record Row(EvidenceKind kind, double decay, double weight) {

        /// Points per stored amount.
        public double factor() {
            return decay * weight;
        }
    }

    public Instant asOf() {
        return asOf;
    }

    /// The rows for brand trust.
    public List<Row> brandRows() {
        return rows(EvidenceRule::brandWeight);
    }

    /// The rows for social trust on a kind of channel.
    public List<Row> socialRows(String channelKind) {
        return rows(rule -> rule.socialWeightOn(channelKind));
    }

    /// Brand points of a customer.
    public ComponentPoints brand(Accumulators customer) {
        return read(brandRows(), customer);
    }

    /// Social points of a relationship on a kind of channel.
    public ComponentPoints social(Accumulators relationship, String channelKind) {
        return read(socialRows(channelKind), relationship);
    }

    private List<Row> rows(ToDoubleFunction<EvidenceRule> weight) {
        return rules.stream()
                .map(rule -> new Row(
                        rule.kind(),
                        landmark.decayAt(asOf, rule.halfLife()),
                        rule.sign().factor() * weight.applyAsDouble(rule)))
                .toList();
    }

    private ComponentPoints read(List<Row> rows, Accumulators sums) {
        if (sums.newestAt().isAfter(asOf)) {
            throw new IllegalArgumentException(
                    "accumulators with evidence of " + sums.newestAt() + " can't be read as of " + asOf);
        }
        double points = 0;
        double mass = 0;
        for (Row row : rows) {
            double amount = sums.of(row.kind()).amount();
            points += amount * row.factor();
            mass += amount * Math.abs(row.factor());
        }
        return new ComponentPoints(points, mass);
    }
}
