package cn.siyu.domain.trust;

import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Explains T by its evidence (Aumann & Shapley 1974; Sundararajan, Taly, Yan 2017). Each point of
/// a component gets the same share of what all its points together moved on the curve, so
/// contributions add up, whatever their order, and none has the wrong sign.
///
/// ```text
/// contribution(e) = (C − F)·(α·p_B(e)·slope_B + (1 − α)·p_S(e)·slope_S)
/// slope = (σ((b + points)/κ) − σ(b/κ)) / points
/// ```
public final class TrustExplainer {
    private static final double ROUNDING = 1e-12;

    private final TrustModel model;

    public TrustExplainer(TrustModel model) {
        this.model = model;
    }

    /// Explains trust in a relationship as of the table's time.
    ///
    /// @param brand the customer's accumulators, merged ones added up
    /// @param social the relationship's accumulators
    /// @param shown the pieces to list one by one; all that isn't among them folds into one line
    ///     per kind
    public TrustExplanation explain(
            ReadingTable table,
            Accumulators brand,
            Accumulators social,
            String channelKind,
            Collection<EvidenceShare> shown) {
        var trust = model.relationship(table.brand(brand), table.social(social, channelKind), channelKind);
        var pull = pull(trust);
        var pieces = shown.stream()
                .filter(share -> model.policy().rule(kindOf(share)).isPresent())
                .map(share -> piece(share, pull, channelKind, table.asOf()))
                .toList();
        var contributions = new ArrayList<Contribution>(pieces);
        contributions.addAll(rests(pieces, totals(table, pull, brand, social, channelKind), brand, social));
        return new TrustExplanation(trust, base(trust), contributions);
    }

    /// Points of T per point of a component.
    private record Pull(double brand, double social) {}

    private Pull pull(RelationshipTrust trust) {
        var curve = model.policy().curve();
        double span = trust.envelope().span();
        return new Pull(
                span
                        * trust.brandShare()
                        * Sigmoid.chord(curve.brandBase(), trust.brand().points(), curve.scale()),
                span
                        * (1 - trust.brandShare())
                        * Sigmoid.chord(curve.socialBase(), trust.social().points(), curve.scale()));
    }

    private double base(RelationshipTrust trust) {
        double brand = model.brand(ComponentPoints.none()).quantile();
        double social = model.social(ComponentPoints.none()).quantile();
        return trust.envelope().place(trust.brandShare() * brand + (1 - trust.brandShare()) * social);
    }

    private Contribution.Piece piece(EvidenceShare share, Pull pull, String channelKind, Instant asOf) {
        var rule = model.policy().rule(kindOf(share)).orElseThrow();
        var dated = share.dated();
        double left = new Landmark(dated.effectiveAt()).decayAt(asOf, rule.halfLife());
        double brand = rule.brandWeight() * share.brand() * pull.brand();
        double social = rule.socialWeightOn(channelKind) * share.social() * pull.social();
        return new Contribution.Piece(
                dated.evidence().id(),
                rule.kind(),
                dated.effectiveAt(),
                left,
                rule.sign().factor() * left * (brand + social));
    }

    /// What each kind contributes altogether, straight from the accumulators.
    private static Map<EvidenceKind, Double> totals(
            ReadingTable table, Pull pull, Accumulators brand, Accumulators social, String channelKind) {
        var totals = new TreeMap<EvidenceKind, Double>();
        for (ReadingTable.Row row : table.brandRows()) {
            totals.merge(row.kind(), brand.of(row.kind()).amount() * row.factor() * pull.brand(), Double::sum);
        }
        for (ReadingTable.Row row : table.socialRows(channelKind)) {
            totals.merge(row.kind(), social.of(row.kind()).amount() * row.factor() * pull.social(), Double::sum);
        }
        return totals;
    }

    private static List<Contribution.Rest> rests(
            List<Contribution.Piece> pieces,
            Map<EvidenceKind, Double> totals,
            Accumulators brand,
            Accumulators social) {
        var rests = new ArrayList<Contribution.Rest>();
        totals.forEach((kind, total) -> {
            var listed =
                    pieces.stream().filter(piece -> piece.kind().equals(kind)).toList();
            double points = total
                    - listed.stream().mapToDouble(Contribution.Piece::points).sum();
            long count = Math.max(brand.of(kind).count(), social.of(kind).count()) - listed.size();
            if (count > 0 || Math.abs(points) > ROUNDING) {
                rests.add(new Contribution.Rest(kind, Math.max(0, count), points));
            }
        });
        return rests;
    }

    private static EvidenceKind kindOf(EvidenceShare share) {
        return share.dated().evidence().kind();
    }
}
