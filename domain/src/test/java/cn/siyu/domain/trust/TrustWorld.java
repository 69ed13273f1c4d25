package cn.siyu.domain.trust;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.AlertRule;
import cn.siyu.domain.trust.policy.CarryReason;
import cn.siyu.domain.trust.policy.CarryShare;
import cn.siyu.domain.trust.policy.ChannelEnvelope;
import cn.siyu.domain.trust.policy.ConfidenceRule;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceRule;
import cn.siyu.domain.trust.policy.EvidenceSign;
import cn.siyu.domain.trust.policy.HalfLife;
import cn.siyu.domain.trust.policy.PurchaseDecision;
import cn.siyu.domain.trust.policy.StreakRule;
import cn.siyu.domain.trust.policy.TrustCurve;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The world of the trust tests: the policy the vectors were computed with, days counted from one
/// instant, and evidence written like `REPLIED@12.5` or, with a multiplicity, `PURCHASED@0*3`.
public final class TrustWorld {
    public static final CustomerId CUSTOMER = new CustomerId(1);
    public static final RelationshipId OLD = new RelationshipId(11);
    public static final RelationshipId NEW = new RelationshipId(12);
    public static final RelationshipId THIRD = new RelationshipId(13);
    public static final String E4 = "PURCHASED@0 REPLIED@10 REPLIED@12.5 COMPLAINED@20";
    public static final BrandProfile PROFILE = new BrandProfile(0, PurchaseDecision.NORMAL);
    public static final Landmark LANDMARK = new Landmark(day(0));

    private static final List<EvidenceRule> RULES = List.of(
            rule("PURCHASED", EvidenceSign.POSITIVE, 8, 3, 120, 0),
            rule("REPLIED", EvidenceSign.POSITIVE, 1, 4, 45, 2),
            rule("LIKED", EvidenceSign.POSITIVE, 0, .5, 30, 1),
            rule("IGNORED", EvidenceSign.NEGATIVE, .5, 1, 30, 0),
            rule("COMPLAINED", EvidenceSign.NEGATIVE, 10, 8, 180, 0),
            rule("BLOCKED", EvidenceSign.NEGATIVE, 8, 30, 360, 0));

    private TrustWorld() {}

    /// The test policy of the vectors.
    public static TrustPolicy policy() {
        return policyWith(RULES);
    }

    /// The test policy with these rules in place of its own of the same kinds.
    public static TrustPolicy policyReplacing(EvidenceRule... replacements) {
        var rules = new HashMap<>(TrustPolicy.byKind(RULES));
        Arrays.stream(replacements).forEach(rule -> rules.put(rule.kind(), rule));
        return policyWith(List.copyOf(rules.values()));
    }

    private static TrustPolicy policyWith(List<EvidenceRule> rules) {
        return new TrustPolicy(
                "vectors",
                new TrustCurve(-8, -15, 10),
                new ConfidenceRule(15, .3, .7),
                Map.of("WECOM", new ChannelEnvelope(35, 75, .40), "PERSONAL_WECHAT", new ChannelEnvelope(15, 95, .15)),
                Map.of(PurchaseDecision.SIMPLE, .7, PurchaseDecision.NORMAL, .5, PurchaseDecision.COMPLEX, .3),
                Map.of(
                        CarryReason.INHERITED_ON_JOB, CarryShare.of(.6),
                        CarryReason.INHERITED_AFTER_LEAVING, CarryShare.of(.4),
                        CarryReason.GRADUATED, CarryShare.of(.4),
                        CarryReason.WON_BACK, new CarryShare(.3, 1)),
                new StreakRule(Duration.ofDays(3), 3),
                new AlertRule(38, 10, 30),
                TrustPolicy.byKind(rules));
    }

    /// A rule; a cap of 0 means none.
    public static EvidenceRule rule(
            String kind, EvidenceSign sign, double brand, double social, double halfLife, double cap) {
        return new EvidenceRule(
                new EvidenceKind(kind),
                sign,
                brand,
                social,
                Map.of(),
                new HalfLife(halfLife),
                cap == 0 ? OptionalDouble.empty() : OptionalDouble.of(cap));
    }

    /// An instant so many days after the epoch of the vectors, to the millisecond.
    public static Instant day(double days) {
        return Instant.parse("2026-01-01T00:00:00Z").plusMillis(Math.round(days * 86_400_000));
    }

    /// Evidence already dated, about [#CUSTOMER] in a relationship. Ids are taken from its place in
    /// the script.
    public static List<DatedEvidence> evidence(String script, RelationshipId relationship) {
        return evidence(script, CUSTOMER, relationship);
    }

    public static List<DatedEvidence> evidence(String script, CustomerId customer, RelationshipId relationship) {
        return Arrays.stream(script.split(" ", -1))
                .filter(word -> !word.isBlank())
                .map(word -> piece(word, customer, relationship))
                .toList();
    }

    private static DatedEvidence piece(String word, CustomerId customer, RelationshipId relationship) {
        var parts = word.split("[@*]", -1);
        var at = day(Double.parseDouble(parts[1]));
        double multiplicity = parts.length > 2 ? Double.parseDouble(parts[2]) : 1;
        var id = new EvidenceId(word + "/" + customer.value() + "/" + relationship.value());
        return new DatedEvidence(
                new Evidence(
                        id,
                        new EvidenceKind(parts[0]),
                        customer,
                        Optional.of(relationship),
                        at,
                        at,
                        multiplicity,
                        "test"),
                at);
    }
}
