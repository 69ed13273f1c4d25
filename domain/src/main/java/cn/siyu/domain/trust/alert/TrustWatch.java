package cn.siyu.domain.trust.alert;

import cn.siyu.domain.trust.ComponentPoints;
import cn.siyu.domain.trust.Contribution;
import cn.siyu.domain.trust.ReadingTable;
import cn.siyu.domain.trust.TrustAlert;
import cn.siyu.domain.trust.TrustExplainer;
import cn.siyu.domain.trust.TrustExplanation;
import cn.siyu.domain.trust.TrustModel;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds out at one moment which relationships lose their trust, and by which evidence. Both ends
/// of a window are read under the policy of now, so that a new edition never looks like a fall.
public final class TrustWatch {
    private final TrustModel model;
    private final TrustExplainer explainer;
    private final ReadingTable past;
    private final ReadingTable now;
    private final ReadingTable ahead;

    /// @param now not before the newest evidence of anybody who is judged
    public TrustWatch(TrustModel model, Landmark landmark, Instant now) {
        var window = Duration.ofDays(model.policy().alert().windowDays());
        this.model = model;
        this.explainer = new TrustExplainer(model);
        this.past = new ReadingTable(model.policy(), landmark, now.minus(window));
        this.now = new ReadingTable(model.policy(), landmark, now);
        this.ahead = new ReadingTable(model.policy(), landmark, now.plus(window));
    }

    /// What is known of a relationship.
    ///
    /// @param brand the customer's accumulators, merged ones added up
    /// @param social the relationship's accumulators
    public record Sums(Accumulators brand, Accumulators social) {}

    /// Where the window that ends now begins.
    public Instant windowStart() {
        return past.asOf();
    }

    /// Where the window that begins now ends.
    public Instant windowEnd() {
        return ahead.asOf();
    }

    /// Whether the sums of one window ago are worth asking the log for. What speaks for the brand
    /// today and was there then counted at most as much as it would read then, and nothing may have
    /// spoken against it: T was not higher than that.
    public boolean mayHaveFallen(Sums sums, String channelKind) {
        double most = model.relationship(
                        best(past.brandRows(), sums.brand()),
                        best(past.socialRows(channelKind), sums.social()),
                        channelKind)
                .trust();
        return trust(now, sums, channelKind) - most <= -model.policy().alert().fall();
    }

    /// Whether it has lost much of its trust.
    ///
    /// @param before its sums one window ago, from the log
    public Optional<TrustFinding> fell(Sums before, Sums sums, String channelKind) {
        var then = explain(past, before, channelKind);
        var today = explain(now, sums, channelKind);
        double t = today.trust().trust();
        return TrustAlert.of(
                        model.policy().alert(), OptionalDouble.of(then.trust().trust()), t, t)
                .stream()
                .filter(TrustAlert.Fell.class::isInstance)
                .findFirst()
                .map(alert -> new TrustFinding(alert, causes(then, today)));
    }

    /// Whether it falls under the governor's limit if nothing happens.
    public Optional<TrustFinding> aboutToFall(Sums sums, String channelKind) {
        double t = trust(now, sums, channelKind);
        double forecast = trust(ahead, sums, channelKind);
        return TrustAlert.of(model.policy().alert(), OptionalDouble.empty(), t, forecast).stream()
                .findFirst()
                .map(alert -> new TrustFinding(
                        alert, causes(explain(now, sums, channelKind), explain(ahead, sums, channelKind))));
    }

    private double trust(ReadingTable table, Sums sums, String channelKind) {
        return model.relationship(table.brand(sums.brand()), table.social(sums.social(), channelKind), channelKind)
                .trust();
    }

    private TrustExplanation explain(ReadingTable table, Sums sums, String channelKind) {
        return explainer.explain(table, sums.brand(), sums.social(), channelKind, List.of());
    }

    private static ComponentPoints best(List<ReadingTable.Row> rows, Accumulators sums) {
        double points = rows.stream()
                .mapToDouble(
                        row -> Math.max(0, row.factor()) * sums.of(row.kind()).amount())
                .sum();
        return new ComponentPoints(points, points);
    }

    private static List<AlertCause> causes(TrustExplanation before, TrustExplanation after) {
        var then = byKind(before);
        var today = byKind(after);
        var kinds = new TreeSet<>(then.keySet());
        kinds.addAll(today.keySet());
        return kinds.stream()
                .map(kind -> new AlertCause(kind, then.getOrDefault(kind, 0.0), today.getOrDefault(kind, 0.0)))
                .toList();
    }

    private static Map<EvidenceKind, Double> byKind(TrustExplanation explanation) {
        var points = new TreeMap<EvidenceKind, Double>();
        for (Contribution line : explanation.contributions()) {
            points.merge(line.kind(), line.points(), Double::sum);
        }
        return points;
    }
}
