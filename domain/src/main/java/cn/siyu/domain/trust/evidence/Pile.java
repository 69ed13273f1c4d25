package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Evidence of one kind about one subject with one effective time. For capped kinds that is a local
/// day.
record Pile(TrustSubject subject, EvidenceKind kind, Instant effectiveAt, double sum, long count) {

    static Collection<Pile> of(Collection<DatedEvidence> log) {
        Map<DayKey, Pile> piles = new LinkedHashMap<>();
        for (DatedEvidence dated : log) {
            var evidence = dated.evidence();
            for (TrustSubject subject : evidence.subjects()) {
                var pile = new Pile(subject, evidence.kind(), dated.effectiveAt(), evidence.multiplicity(), 1);
                piles.merge(pile.key(), pile, Pile::plus);
            }
        }
        return piles.values();
    }

    DayKey key() {
        return new DayKey(subject, kind, effectiveAt);
    }

    private Pile plus(Pile other) {
        return new Pile(subject, kind, effectiveAt, sum + other.sum, count + other.count);
    }
}
