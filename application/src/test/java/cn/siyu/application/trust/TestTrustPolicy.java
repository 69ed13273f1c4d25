package cn.siyu.application.trust;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The policy of the published test vectors.
public final class TestTrustPolicy {
    /// Base −8 and −15, κ 10, default envelopes, six kinds.
    public static final TrustPolicy POLICY = new TrustPolicy(
            "test",
            new TrustCurve(-8, -15, 10),
            new ConfidenceRule(15, 0.3, 0.7),
            Map.of(
                    "WECOM", new ChannelEnvelope(35, 75, 0.4),
                    "PERSONAL_WECHAT", new ChannelEnvelope(15, 95, 0.15)),
            Arrays.stream(PurchaseDecision.values()).collect(Collectors.toMap(one -> one, _ -> 0.9)),
            Arrays.stream(CarryReason.values()).collect(Collectors.toMap(one -> one, _ -> CarryShare.of(0.5))),
            new StreakRule(Duration.ofDays(3), 3),
            new AlertRule(38, 10, 30),
            TrustPolicy.byKind(List.of(
                    rule(EvidenceKind.ADDED_BY_STRONG_SOURCE, EvidenceSign.POSITIVE, 2, 2, 180, 0),
                    rule(EvidenceKind.PURCHASED, EvidenceSign.POSITIVE, 8, 3, 120, 0),
                    rule(EvidenceKind.REPURCHASED, EvidenceSign.POSITIVE, 10, 4, 180, 0),
                    rule(EvidenceKind.REPLIED, EvidenceSign.POSITIVE, 1, 4, 45, 2),
                    rule(EvidenceKind.LIKED, EvidenceSign.POSITIVE, 0, 0.5, 30, 1),
                    rule(EvidenceKind.NOT_INTERESTED, EvidenceSign.NEGATIVE, 1, 4, 90, 0),
                    rule(EvidenceKind.COMPLAINED, EvidenceSign.NEGATIVE, 10, 8, 180, 0),
                    rule(EvidenceKind.DELETED, EvidenceSign.NEGATIVE, 4, 15, 360, 0))));

    private TestTrustPolicy() {}

    private static EvidenceRule rule(
            EvidenceKind kind, EvidenceSign sign, double brand, double social, double halfLife, double cap) {
        return new EvidenceRule(
                kind,
                sign,
                brand,
                social,
                Map.of(),
                new HalfLife(halfLife),
                cap == 0 ? OptionalDouble.empty() : OptionalDouble.of(cap));
    }
}
