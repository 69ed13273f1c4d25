package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceRule;
import cn.siyu.domain.trust.policy.EvidenceSign;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Turns changes of the evidence log into deltas of the stored sums. The caller sees to it that
/// each id is in the log once (a second arrival is posted by nobody) and that a day's raw sum isn't
/// changed by others between reading and writing it.
///
/// Every kind must be known to the policy; asking with another one is an
/// [IllegalArgumentException], so check [TrustPolicy#rule] where evidence comes in.
public final class EvidencePosting {
    private final TrustPolicy policy;
    private final Landmark landmark;

    public EvidencePosting(TrustPolicy policy, Landmark landmark) {
        this.policy = policy;
        this.landmark = landmark;
    }

    /// Evidence that has arrived: one piece or a batch, on time or late. Late evidence follows the
    /// carry edges too.
    ///
    /// @param before the days' raw sums before it
    /// @param carries the edges that begin, directly or further on, at relationships it names
    public Posting add(Collection<DatedEvidence> arrived, DayTotals before, CarryGraph carries) {
        return post(arrived, 1, before, carries);
    }

    /// Evidence that turned out wrong: afterwards everything is as if it had never been added.
    ///
    /// @param wrong dated as it was when it was added
    public Posting retract(Collection<DatedEvidence> wrong, DayTotals before, CarryGraph carries) {
        return post(wrong, -1, before, carries);
    }

    /// A new carry edge, recorded at once or late, computed from the log.
    ///
    /// @param before the edges known so far; if this one is among them nothing changes
    /// @param log the evidence, without retracted pieces, that names a relationship upstream of the
    ///     edge's beginning ([CarryGraph#upstreamOf])
    public Posting carry(CarryEdge edge, CarryGraph before, Collection<DatedEvidence> log) {
        var after = before.with(edge);
        var draft = new Posting.Draft();
        for (Pile pile : Pile.of(log)) {
            if (pile.subject() instanceof TrustSubject.Social(var origin)) {
                var rule = ruleOf(pile.kind());
                double amount = rule.counted(pile.sum()) * scaleOf(pile, rule);
                var had = before.sharesOf(origin, pile.effectiveAt(), rule.sign());
                after.sharesOf(origin, pile.effectiveAt(), rule.sign()).forEach((target, share) -> {
                    double more = share - had.getOrDefault(target, 0.0);
                    if (more > 0) {
                        long count = had.containsKey(target) ? 0 : pile.count();
                        draft.add(delta(target, pile, amount * more, count));
                    }
                });
            }
        }
        return draft.finish();
    }

    /// The same as [#carry], straight from the old relationship's accumulators, where that is
    /// exact: no evidence there is newer than the edge and no other edge touches the new
    /// relationship. Empty where the log must be asked.
    public Optional<Posting> carryWhole(CarryEdge edge, CarryGraph before, Accumulators from) {
        if (!before.leavesAlone(edge.to()) || from.newestAt().isAfter(edge.at())) {
            return Optional.empty();
        }
        var draft = new Posting.Draft();
        var to = new TrustSubject.Social(edge.to());
        from.byKind()
                .forEach((kind, sum) -> policy.rule(kind).ifPresent(rule -> {
                    double share = edge.share().of(rule.sign());
                    if (share > 0 && sum.count() > 0) {
                        draft.add(new AccumulatorDelta(
                                new AccumulatorKey(to, kind), sum.amount() * share, sum.count(), sum.newestAt()));
                    }
                }));
        return Optional.of(draft.finish());
    }

    /// All accumulators computed anew: after a new half-life or cap, or to check the stored ones.
    ///
    /// @param log all evidence of the subjects asked for and upstream of them, without retracted
    ///     pieces
    public Map<AccumulatorKey, Accumulator> rebuild(Collection<DatedEvidence> log, CarryGraph carries) {
        var sums = new LinkedHashMap<AccumulatorKey, Accumulator>();
        for (AccumulatorDelta delta : add(log, _ -> 0, carries).accumulators()) {
            sums.put(delta.key(), Accumulator.empty().plus(delta));
        }
        return sums;
    }

    /// The accumulators as they were at a past time: what was effective and carried over by then.
    /// Scores of the past come from here, because stored sums can't be read for a time before their
    /// newest evidence.
    public Map<AccumulatorKey, Accumulator> rebuildAsOf(
            Collection<DatedEvidence> log, CarryGraph carries, Instant time) {
        var effective =
                log.stream().filter(dated -> !dated.effectiveAt().isAfter(time)).toList();
        return rebuild(effective, carries.until(time));
    }

    private Posting post(Collection<DatedEvidence> changed, int direction, DayTotals before, CarryGraph carries) {
        var draft = new Posting.Draft();
        for (Pile pile : Pile.of(changed)) {
            var rule = ruleOf(pile.kind());
            double change = direction * pile.sum();
            double counted = change;
            if (rule.capped()) {
                double sum = before.sumOf(pile.key());
                counted = rule.counted(Math.max(0, sum + change)) - rule.counted(sum);
                draft.add(new DayDelta(pile.key(), change));
            }
            spread(pile, rule.sign(), counted * scaleOf(pile, rule), direction * pile.count(), carries, draft);
        }
        return draft.finish();
    }

    private static void spread(
            Pile pile, EvidenceSign sign, double amount, long count, CarryGraph carries, Posting.Draft draft) {
        switch (pile.subject()) {
            case TrustSubject.Brand brand ->
                draft.add(new AccumulatorDelta(
                        new AccumulatorKey(brand, pile.kind()), amount, count, pile.effectiveAt()));
            case TrustSubject.Social(var origin) ->
                carries.sharesOf(origin, pile.effectiveAt(), sign)
                        .forEach((target, share) -> draft.add(delta(target, pile, amount * share, count)));
        }
    }

    private static AccumulatorDelta delta(RelationshipId target, Pile pile, double amount, long count) {
        var key = new AccumulatorKey(new TrustSubject.Social(target), pile.kind());
        return new AccumulatorDelta(key, amount, count, pile.effectiveAt());
    }

    private double scaleOf(Pile pile, EvidenceRule rule) {
        return landmark.scaleOf(pile.effectiveAt(), rule.halfLife());
    }

    private EvidenceRule ruleOf(EvidenceKind kind) {
        return policy.rule(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "policy " + policy.edition() + " knows no kind of evidence " + kind.code()));
    }
}
