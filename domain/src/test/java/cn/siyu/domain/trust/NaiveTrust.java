package cn.siyu.domain.trust;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceRule;
import cn.siyu.domain.trust.policy.EvidenceSign;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trust computed the plain way: every live piece of evidence weighed by its age today, no
/// accumulators, no landmark, no postings. Slow, and written without a look at the real thing, so
/// that the two can be compared.
record NaiveTrust(TrustPolicy policy, List<DatedEvidence> live, List<CarryEdge> edges) {

    private record Day(Optional<RelationshipId> origin, EvidenceKind kind, Instant at) {}

    double brandPoints(Instant now) {
        double points = 0;
        for (Map.Entry<Day, Double> day : days(false).entrySet()) {
            var rule = ruleOf(day.getKey());
            points += rule.sign().factor() * rule.brandWeight() * left(day, rule, now);
        }
        return points;
    }

    double socialPoints(RelationshipId here, String channel, Instant now) {
        double points = 0;
        for (Map.Entry<Day, Double> day : days(true).entrySet()) {
            var origin = day.getKey().origin();
            if (origin.isPresent()) {
                var rule = ruleOf(day.getKey());
                double share = share(origin.get(), here, day.getKey().at(), rule.sign(), edges.size());
                points += rule.sign().factor() * rule.socialWeightOn(channel) * share * left(day, rule, now);
            }
        }
        return points;
    }

    double trust(RelationshipId here, String channel, Instant now) {
        var envelope = policy.envelope(channel).orElseThrow();
        double q = .5 / (1 + Math.exp(-(policy.curve().brandBase() + brandPoints(now)) / 10))
                + .5 / (1 + Math.exp(-(policy.curve().socialBase() + socialPoints(here, channel, now)) / 10));
        return envelope.floor() + (envelope.ceiling() - envelope.floor()) * q;
    }

    private Map<Day, Double> days(boolean perRelationship) {
        var days = new HashMap<Day, Double>();
        for (DatedEvidence piece : live) {
            Evidence evidence = piece.evidence();
            Optional<RelationshipId> origin = perRelationship ? evidence.relationship() : Optional.empty();
            days.merge(new Day(origin, evidence.kind(), piece.effectiveAt()), evidence.multiplicity(), Double::sum);
        }
        return days;
    }

    private EvidenceRule ruleOf(Day day) {
        return policy.rule(day.kind()).orElseThrow();
    }

    private static double left(Map.Entry<Day, Double> day, EvidenceRule rule, Instant now) {
        double age = Duration.between(day.getKey().at(), now).toMillis() / 86_400_000.0;
        double counted = Math.min(day.getValue(), rule.dailyCap().orElse(Double.MAX_VALUE));
        return counted * Math.exp(-Math.log(2) * age / rule.halfLife().days());
    }

    /// The best of all chains of at most so many edges, found by trying every last edge.
    private double share(RelationshipId origin, RelationshipId here, Instant at, EvidenceSign sign, int most) {
        return shareBy(origin, here, at, Instant.MAX, sign, most);
    }

    private double shareBy(
            RelationshipId origin, RelationshipId here, Instant at, Instant until, EvidenceSign sign, int most) {
        double best = origin.equals(here) ? 1 : 0;
        for (CarryEdge last : edges) {
            if (most > 0 && last.to().equals(here) && !last.at().isAfter(until) && !at.isAfter(last.at())) {
                double before = shareBy(origin, last.from(), at, last.at(), sign, most - 1);
                best = Math.max(best, before * last.share().of(sign));
            }
        }
        return best;
    }
}
