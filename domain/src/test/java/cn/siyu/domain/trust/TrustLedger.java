package cn.siyu.domain.trust;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.Accumulator;
import cn.siyu.domain.trust.evidence.AccumulatorKey;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.evidence.EvidencePosting;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.evidence.Posting;
import cn.siyu.domain.trust.evidence.TrustSubject;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A store in memory that keeps what a database keeps (log, day sums, accumulators, edges) and
/// applies postings by adding, never by computing anew.
final class TrustLedger {
    private final TrustPolicy policy;
    private final Map<EvidenceId, DatedEvidence> log = new LinkedHashMap<>();
    private final Set<EvidenceId> retracted = new HashSet<>();
    private final Map<DayKey, Double> days = new HashMap<>();
    private final Map<AccumulatorKey, Accumulator> sums = new HashMap<>();
    private CarryGraph carries = CarryGraph.none();
    private Landmark landmark;

    TrustLedger(TrustPolicy policy, Landmark landmark) {
        this.policy = policy;
        this.landmark = landmark;
    }

    TrustLedger add(Collection<DatedEvidence> arrived) {
        var unseen = arrived.stream()
                .filter(dated -> log.putIfAbsent(dated.evidence().id(), dated) == null)
                .toList();
        apply(posting().add(unseen, this::sumOf, carries));
        return this;
    }

    TrustLedger retract(EvidenceId id) {
        if (retracted.add(id)) {
            apply(posting().retract(List.of(Objects.requireNonNull(log.get(id))), this::sumOf, carries));
        }
        return this;
    }

    TrustLedger carry(CarryEdge edge) {
        apply(posting().carry(edge, carries, liveLog()));
        carries = carries.with(edge);
        return this;
    }

    void rebase(Landmark next) {
        sums.replaceAll((key, sum) -> sum.rescaled(
                landmark.scaleTo(next, policy.rule(key.kind()).orElseThrow().halfLife())));
        landmark = next;
    }

    Accumulators brand(CustomerId customer) {
        return of(new TrustSubject.Brand(customer));
    }

    Accumulators social(RelationshipId relationship) {
        return of(new TrustSubject.Social(relationship));
    }

    Map<AccumulatorKey, Accumulator> sums() {
        return sums;
    }

    List<DatedEvidence> liveLog() {
        return log.values().stream()
                .filter(dated -> !retracted.contains(dated.evidence().id()))
                .toList();
    }

    CarryGraph carries() {
        return carries;
    }

    Landmark landmark() {
        return landmark;
    }

    double sumOf(DayKey day) {
        return days.getOrDefault(day, 0.0);
    }

    RelationshipTrust trust(
            TrustModel model, CustomerId customer, RelationshipId relationship, String channel, Instant at) {
        var table = new ReadingTable(policy, landmark, at);
        return model.relationship(table.brand(brand(customer)), table.social(social(relationship), channel), channel);
    }

    private EvidencePosting posting() {
        return new EvidencePosting(policy, landmark);
    }

    private void apply(Posting posting) {
        posting.days().forEach(delta -> days.merge(delta.day(), delta.sum(), Double::sum));
        posting.accumulators()
                .forEach(delta -> sums.put(
                        delta.key(),
                        sums.getOrDefault(delta.key(), Accumulator.empty()).plus(delta)));
    }

    private Accumulators of(TrustSubject subject) {
        return Accumulators.of(subject, sums);
    }
}
