package cn.siyu.domain.trust.policy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One edition of the rules by which evidence becomes trust. Immutable; scores of two editions are
/// never compared silently, so every score names its edition.
///
/// @param edition the edition's id, 1 to 80 characters
/// @param envelopes per kind of channel; WECOM and PERSONAL_WECHAT must be there, others may;
///     [#OTHER] stands for those that are not
/// @param brandShares α, the share of brand trust in T, 0 to 1, for every [PurchaseDecision]
/// @param carryShares γ for every [CarryReason]
/// @param rules what each kind of evidence is worth
public record TrustPolicy(
        String edition,
        TrustCurve curve,
        ConfidenceRule confidence,
        Map<String, ChannelEnvelope> envelopes,
        Map<PurchaseDecision, Double> brandShares,
        Map<CarryReason, CarryShare> carryShares,
        StreakRule streak,
        AlertRule alert,
        Map<EvidenceKind, EvidenceRule> rules) {

    /// Stands for every kind of channel that has no envelope of its own.
    public static final String OTHER = "OTHER";

    public TrustPolicy {
        envelopes = Map.copyOf(envelopes);
        brandShares = Map.copyOf(brandShares);
        carryShares = Map.copyOf(carryShares);
        rules = Map.copyOf(rules);
        var problems = PolicyChecks.of(edition, envelopes, brandShares, carryShares, rules);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.stream()
                    .map(problem -> problem.pointer() + ": " + problem.detail())
                    .collect(Collectors.joining("; ")));
        }
    }

    /// Rules by their kind, for the constructor.
    public static Map<EvidenceKind, EvidenceRule> byKind(Collection<EvidenceRule> rules) {
        return rules.stream().collect(Collectors.toMap(EvidenceRule::kind, Function.identity()));
    }

    /// What a kind is worth; empty if this edition doesn't know it.
    public Optional<EvidenceRule> rule(EvidenceKind kind) {
        return Optional.ofNullable(rules.get(kind));
    }

    /// The range of trust on a kind of channel: its own, else that of [#OTHER]; empty if this edition
    /// has neither.
    public Optional<ChannelEnvelope> envelope(String channelKind) {
        return Optional.ofNullable(envelopes.get(channelKind)).or(() -> Optional.ofNullable(envelopes.get(OTHER)));
    }

    /// α for a kind of decision.
    public double brandShare(PurchaseDecision decision) {
        return valueOf(brandShares, decision);
    }

    /// γ for a change of hands.
    public CarryShare carryShare(CarryReason reason) {
        return valueOf(carryShares, reason);
    }

    /// The shortest half-life of all kinds: it decides when the landmark must move.
    public HalfLife shortestHalfLife() {
        double days = rules.values().stream()
                .mapToDouble(rule -> rule.halfLife().days())
                .min()
                .orElseThrow();
        return new HalfLife(days);
    }

    /// Where each capped kind's points end when its cap is reached every day, by kind.
    public List<SteadyState> steadyStates() {
        return new TreeMap<>(rules).values().stream().flatMap(SteadyState::of).toList();
    }

    /// The kinds whose accumulators must be computed from the log again when this edition follows
    /// another one. Weights and bases act at reading time and need nothing; half-life, cap and sign
    /// (it picks the carried share) are inside the sums.
    public Set<EvidenceKind> kindsToRebuildAfter(TrustPolicy before) {
        return rules.values().stream()
                .filter(rule -> before.rule(rule.kind())
                        .map(old -> !old.halfLife().equals(rule.halfLife())
                                || !old.dailyCap().equals(rule.dailyCap())
                                || old.sign() != rule.sign())
                        .orElse(true))
                .map(EvidenceRule::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <K, V> V valueOf(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key)).orElseThrow();
    }
}
