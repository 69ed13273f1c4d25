package cn.siyu.domain.trust.calibration;

import cn.siyu.domain.trust.evidence.Accumulator;
import cn.siyu.domain.trust.evidence.AccumulatorKey;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.EvidencePosting;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.evidence.TrustSubject;
import cn.siyu.domain.trust.policy.EvidenceRule;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Looks at people at several cuts: what was known of them then, from what had come in by then, and
/// what came of it.
public final class CutReading {
    /// How far apart cuts are.
    public static final Duration APART = Duration.ofDays(30);

    /// How long must have passed since a cut, so that all that came of it is known.
    public static final Duration FOLLOWED = Duration.ofDays(60);

    private static final Duration LOSS = Duration.ofDays(30);
    private static final double DAY = 86_400_000;

    private final Landmark landmark;
    private final EvidencePosting posting;
    private final List<EvidenceRule> kinds;
    private final TrustPolicy policy;
    private final List<Instant> cuts;

    /// @param cuts the earliest first
    public CutReading(TrustPolicy policy, Landmark landmark, List<Instant> cuts) {
        this.policy = policy;
        this.landmark = landmark;
        this.posting = new EvidencePosting(policy, landmark);
        this.kinds = Points.kinds(policy);
        this.cuts = List.copyOf(cuts);
    }

    /// One observation for each relationship and each cut at which it lived, on channels where
    /// trust is known.
    public List<Observation> of(PersonHistory person) {
        var known = person.evidence().stream()
                .filter(piece -> policy.rule(piece.evidence().kind()).isPresent())
                .toList();
        var all = new ArrayList<Observation>();
        for (int cut = 0; cut < cuts.size(); cut++) {
            Instant at = cuts.get(cut);
            var live = person.terms().stream()
                    .filter(term ->
                            term.livedAt(at) && policy.envelope(term.channel()).isPresent())
                    .toList();
            if (!live.isEmpty()) {
                var sums = posting.rebuildAsOf(cameIn(known, at), person.carries(), at);
                for (PersonHistory.Term term : live) {
                    all.add(observed(person, term, cut, sums));
                }
            }
        }
        return all;
    }

    private static List<DatedEvidence> cameIn(List<DatedEvidence> evidence, Instant at) {
        return evidence.stream()
                .filter(piece -> !piece.evidence().receivedAt().isAfter(at))
                .toList();
    }

    private Observation observed(
            PersonHistory person, PersonHistory.Term term, int cut, Map<AccumulatorKey, Accumulator> sums) {
        Instant at = cuts.get(cut);
        var brand = person.births().stream()
                .map(birth -> Accumulators.of(new TrustSubject.Brand(birth), sums))
                .reduce(Accumulators.none(), Accumulators::plus);
        var social = Accumulators.of(new TrustSubject.Social(term.relationship()), sums);
        Instant ended = term.endedAt();
        boolean endedSoon = ended != null && !ended.isAfter(at.plus(LOSS));
        return new Observation(
                person.number(),
                cut,
                term.channel(),
                new Features(
                        left(brand, at, _ -> 1),
                        left(social, at, rule -> Points.proportion(rule, term.channel())),
                        habits(person, term, at)),
                new Observation.Outcome(
                        endedSoon && term.byCustomer(),
                        !endedSoon || term.byCustomer(),
                        person.purchases().stream()
                                .anyMatch(each -> each.paidAt().isAfter(at)
                                        && !each.paidAt().isAfter(at.plus(FOLLOWED)))));
    }

    private double[] left(Accumulators sums, Instant at, ToDoubleFunction<EvidenceRule> proportion) {
        return kinds.stream()
                .mapToDouble(rule -> sums.of(rule.kind()).amount()
                        * landmark.decayAt(at, rule.halfLife())
                        * proportion.applyAsDouble(rule))
                .toArray();
    }

    /// How long ago somebody bought (or was added), how often, for how much, since when known; each
    /// on a logarithm.
    private static double[] habits(PersonHistory person, PersonHistory.Term term, Instant at) {
        var before = person.purchases().stream()
                .filter(each -> !each.paidAt().isAfter(at) && !each.knownAt().isAfter(at))
                .toList();
        Instant last = before.stream()
                .map(PersonHistory.Purchase::paidAt)
                .max(Instant::compareTo)
                .orElse(term.addedAt());
        double spent =
                before.stream().mapToDouble(PersonHistory.Purchase::amountMinor).sum();
        return new double[] {
            Math.log1p(days(last, at)),
            Math.log1p(before.size()),
            Math.log1p(Math.max(0, spent)),
            Math.log1p(days(term.addedAt(), at))
        };
    }

    private static double days(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toMillis() / DAY);
    }
}
