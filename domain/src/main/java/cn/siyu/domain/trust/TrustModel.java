package cn.siyu.domain.trust;

import cn.siyu.domain.trust.policy.ChannelEnvelope;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.util.Collection;
import java.util.OptionalDouble;

/// From points to scores, for one brand under one policy edition:
///
/// ```text
/// q = σ((b + points) / κ)        brand trust B = 100·q_B, social trust S = 100·q_S
/// T = F + (C − F)·(α·q_B + (1 − α)·q_S)
/// ```
///
/// T can't leave the envelope [F, C] of its channel, whatever the evidence. The kind of channel
/// must be one of the policy's; another one is an [IllegalArgumentException].
public final class TrustModel {
    private final TrustPolicy policy;
    private final BrandProfile profile;

    public TrustModel(TrustPolicy policy, BrandProfile profile) {
        this.policy = policy;
        this.profile = profile;
    }

    public TrustPolicy policy() {
        return policy;
    }

    /// Brand trust of a customer.
    public ComponentScore brand(ComponentPoints points) {
        return score(points, policy.curve().brandBase());
    }

    /// Social trust in a relationship.
    public ComponentScore social(ComponentPoints points) {
        return score(points, policy.curve().socialBase());
    }

    /// Trust in a relationship.
    public RelationshipTrust relationship(ComponentPoints brand, ComponentPoints social, String channelKind) {
        var brandScore = brand(brand);
        var socialScore = social(social);
        var envelope = envelope(channelKind);
        double trust = envelope.clamp(envelope.place(mix(brandScore.quantile(), socialScore.quantile())));
        var confidence = Confidence.of(
                mix(brandScore.confidence().value(), socialScore.confidence().value()), policy.confidence());
        return new RelationshipTrust(trust, brandScore, socialScore, envelope, brandShare(), confidence);
    }

    /// Trust of a customer: the best of the live relationships. Empty without any.
    public static OptionalDouble customer(Collection<RelationshipTrust> live) {
        return live.stream().mapToDouble(RelationshipTrust::trust).max();
    }

    /// The range on a kind of channel.
    public Envelope envelope(String channelKind) {
        return policy.envelope(channelKind)
                .map(this::at)
                .orElseThrow(() -> new IllegalArgumentException(
                        "policy " + policy.edition() + " has no envelope for channel " + channelKind));
    }

    double brandShare() {
        return policy.brandShare(profile.decision());
    }

    private Envelope at(ChannelEnvelope channel) {
        return new Envelope(channel.floorAt(profile.strength()), channel.ceiling());
    }

    private ComponentScore score(ComponentPoints points, double base) {
        double quantile = Sigmoid.at((base + points.points()) / policy.curve().scale());
        return new ComponentScore(
                points.points(), 100 * quantile, Confidence.ofMass(points.mass(), policy.confidence()));
    }

    private double mix(double brand, double social) {
        return brandShare() * brand + (1 - brandShare()) * social;
    }
}
