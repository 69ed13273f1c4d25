package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// All accumulators of one subject, or of several subjects that are read as one.
public record Accumulators(Map<EvidenceKind, Accumulator> byKind) {

    public Accumulators {
        byKind = Map.copyOf(byKind);
    }

    public static Accumulators none() {
        return new Accumulators(Map.of());
    }

    /// Those of one subject among many.
    public static Accumulators of(TrustSubject subject, Map<AccumulatorKey, Accumulator> sums) {
        return new Accumulators(sums.entrySet().stream()
                .filter(entry -> entry.getKey().subject().equals(subject))
                .collect(Collectors.toMap(entry -> entry.getKey().kind(), Map.Entry::getValue)));
    }

    /// Of a kind that was never seen, an empty one.
    public Accumulator of(EvidenceKind kind) {
        return byKind.getOrDefault(kind, Accumulator.empty());
    }

    /// The sum, kind by kind: how the brand trust of merged customers is read.
    public Accumulators plus(Accumulators other) {
        var sum = new HashMap<>(byKind);
        other.byKind.forEach((kind, accumulator) -> sum.merge(kind, accumulator, Accumulator::plus));
        return new Accumulators(sum);
    }

    /// The newest effective time in any of them.
    public Instant newestAt() {
        return byKind.values().stream()
                .map(Accumulator::newestAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
