package cn.siyu.domain.trust.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a [TrustPolicy] of a record tree (maps, texts and numbers, as any JSON parser gives them)
/// and says everything that is wrong with it. Fields it doesn't know are wrong. All are required
/// but those in brackets:
///
/// ```text
/// edition            text
/// brand_base         b_B, points      social_base  b_S, points      scale  κ, points
/// confidence         { mass: E0 points, fair_from: 0..1, well_known_from: 0..1 }
/// channels           { WECOM: { floor: F0, ceiling: C, lift: φ }, PERSONAL_WECHAT: {…}, any other: {…} }
/// brand_share        { SIMPLE: α, NORMAL: α, COMPLEX: α }
/// carry              { INHERITED_ON_JOB: { positive: γ, negative: γ }, INHERITED_AFTER_LEAVING, GRADUATED, WON_BACK }
/// ignored            { window_hours: whole, heaviest: whole }
/// alert              { governor_limit: T, fall: points of T, window_days: whole }
/// kinds              { PURCHASED: { sign: POSITIVE | NEGATIVE, brand: w_B, social: w_S, half_life_days: h ≥ 7,
///                      [daily_cap], [social_by_channel: { WECOM: w_S, … }] }, any other: {…} }
/// ```
///
/// Weights are without sign. The editions that are shipped lie beside the code, in
/// `policies/trust`.
public final class TrustPolicyReader {
    private static final long LONGEST_WINDOW_HOURS = 10_000;

    private final List<PolicyProblem> problems = new ArrayList<>();

    private TrustPolicyReader() {}

    /// Reads a policy.
    public static PolicyReading read(Map<?, ?> tree) {
        var reader = new TrustPolicyReader();
        var policy = reader.policy(new PolicyNode(tree, "", reader.problems));
        return policy.<PolicyReading>map(PolicyReading.Accepted::new)
                .orElseGet(() -> new PolicyReading.Rejected(reader.problems));
    }

    private Optional<TrustPolicy> policy(PolicyNode root) {
        var edition = root.text("edition");
        double brandBase = root.number("brand_base");
        double socialBase = root.number("social_base");
        double scale = root.number("scale");
        var confidence = confidence(root.child("confidence"));
        var envelopes = envelopes(root.child("channels"));
        var brandShares = brandShares(root.child("brand_share"));
        var carryShares = carryShares(root.child("carry"));
        var streak = streak(root.child("ignored"));
        var alert = alert(root.child("alert"));
        var rules = rules(root.child("kinds"));
        var curve = root.build(() -> new TrustCurve(brandBase, socialBase, scale));
        if (problems.isEmpty()) {
            problems.addAll(PolicyChecks.of(edition, envelopes, brandShares, carryShares, rules));
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TrustPolicy(
                edition,
                curve.orElseThrow(),
                confidence.orElseThrow(),
                envelopes,
                brandShares,
                carryShares,
                streak.orElseThrow(),
                alert.orElseThrow(),
                rules));
    }

    private static Optional<ConfidenceRule> confidence(PolicyNode node) {
        double mass = node.number("mass");
        double fairFrom = node.number("fair_from");
        double wellKnownFrom = node.number("well_known_from");
        return node.build(() -> new ConfidenceRule(mass, fairFrom, wellKnownFrom));
    }

    private static Map<String, ChannelEnvelope> envelopes(PolicyNode channels) {
        var envelopes = new HashMap<String, ChannelEnvelope>();
        for (String channel : channels.names()) {
            var node = channels.child(channel);
            double floor = node.number("floor");
            double ceiling = node.number("ceiling");
            double lift = node.number("lift");
            node.build(() -> new ChannelEnvelope(floor, ceiling, lift))
                    .ifPresent(envelope -> envelopes.put(channel, envelope));
        }
        return envelopes;
    }

    private static Map<PurchaseDecision, Double> brandShares(PolicyNode node) {
        var shares = new EnumMap<PurchaseDecision, Double>(PurchaseDecision.class);
        node.numbers()
                .forEach((code, share) -> node.constant(code, PurchaseDecision.class, code)
                        .ifPresent(decision -> shares.put(decision, share)));
        return shares;
    }

    private static Map<CarryReason, CarryShare> carryShares(PolicyNode reasons) {
        var shares = new EnumMap<CarryReason, CarryShare>(CarryReason.class);
        for (String code : reasons.names()) {
            var node = reasons.child(code);
            double positive = node.number("positive");
            double negative = node.number("negative");
            var share = node.build(() -> new CarryShare(positive, negative));
            reasons.constant(code, CarryReason.class, code)
                    .ifPresent(reason -> share.ifPresent(valid -> shares.put(reason, valid)));
        }
        return shares;
    }

    private static Optional<StreakRule> streak(PolicyNode node) {
        long hours = Math.clamp(node.whole("window_hours"), -LONGEST_WINDOW_HOURS, LONGEST_WINDOW_HOURS);
        int heaviest = node.whole("heaviest");
        return node.build(() -> new StreakRule(Duration.ofHours(hours), heaviest));
    }

    private static Optional<AlertRule> alert(PolicyNode node) {
        double governorLimit = node.number("governor_limit");
        double fall = node.number("fall");
        int windowDays = node.whole("window_days");
        return node.build(() -> new AlertRule(governorLimit, fall, windowDays));
    }

    private static Map<EvidenceKind, EvidenceRule> rules(PolicyNode kinds) {
        var rules = new HashMap<EvidenceKind, EvidenceRule>();
        for (String code : kinds.names()) {
            rule(code, kinds.child(code)).ifPresent(rule -> rules.put(rule.kind(), rule));
        }
        return rules;
    }

    private static Optional<EvidenceRule> rule(String code, PolicyNode node) {
        var sign = node.oneOf("sign", EvidenceSign.class);
        double brand = node.number("brand");
        double social = node.number("social");
        double halfLife = node.number("half_life_days");
        var cap = node.optionalNumber("daily_cap");
        var byChannel = node.optionalChild("social_by_channel");
        Map<String, Double> overrides = byChannel.map(PolicyNode::numbers).orElse(Map.of());
        return node.build(() -> new EvidenceRule(
                new EvidenceKind(code), sign.orElseThrow(), brand, social, overrides, new HalfLife(halfLife), cap));
    }
}
