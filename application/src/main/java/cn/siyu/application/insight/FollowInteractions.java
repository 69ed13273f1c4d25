package cn.siyu.application.insight;

import cn.siyu.application.customer.ReviseStage;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.application.insight.port.Interactions;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.journey.KindRule;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.InteractionKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What follows from new interactions, in their transaction: evidence, answered contacts, silenced
/// moments, stages.
public final class FollowInteractions {
    private final RecordEvidence evidence;
    private final Responses responses;
    private final Relationships relationships;
    private final Interactions interactions;
    private final Whereabouts whereabouts;
    private final PlatformPolicies policies;
    private final ReviseStage stage;

    public FollowInteractions(
            RecordEvidence evidence,
            Responses responses,
            Relationships relationships,
            Interactions interactions,
            Whereabouts whereabouts,
            PlatformPolicies policies,
            ReviseStage stage) {
        this.evidence = evidence;
        this.responses = responses;
        this.relationships = relationships;
        this.interactions = interactions;
        this.whereabouts = whereabouts;
        this.policies = policies;
        this.stage = stage;
    }

    void recorded(BrandId brand, List<Interaction> news, JourneyPolicy policy, Instant now) {
        if (news.isEmpty()) {
            return;
        }
        var customers = news.stream().map(Interaction::customer).distinct().toList();
        stage.revise(brand, customers, now);
        evidence.record(
                brand,
                news.stream().flatMap(one -> factOf(one, policy).stream()).toList());
        responses.responded(
                brand,
                news.stream()
                        .filter(one -> policy.kind(one.kind().code())
                                .filter(KindRule::response)
                                .isPresent())
                        .map(one -> new Responses.Response(
                                one.customer(), one.relationship(), one.kind().code(), one.occurredAt()))
                        .toList());
        silence(brand, news, now);
    }

    private static List<EvidenceFact> factOf(Interaction interaction, JourneyPolicy policy) {
        return policy.kind(interaction.kind().code()).flatMap(KindRule::evidence).stream()
                .map(kind -> new EvidenceFact(
                        kind,
                        interaction.customer(),
                        interaction.relationship(),
                        interaction.occurredAt(),
                        interaction.receivedAt(),
                        1,
                        "interaction:" + interaction.id()))
                .toList();
    }

    /// How long "not interested" lasts follows from all taps together, in whatever order they are
    /// told.
    private void silence(BrandId brand, List<Interaction> news, Instant now) {
        var tapped = new HashMap<RelationshipId, ChannelAccountId>();
        for (Interaction one : news) {
            var relationship = one.relationship();
            var account = one.account();
            if (one.kind().equals(InteractionKind.NOT_INTERESTED) && relationship != null && account != null) {
                tapped.put(relationship, account);
            }
        }
        if (tapped.isEmpty()) {
            return;
        }
        var kinds = whereabouts.channelKinds(brand, tapped.values());
        Map<RelationshipId, List<Instant>> times =
                interactions.times(brand, tapped.keySet(), InteractionKind.NOT_INTERESTED);
        times.forEach((relationship, taps) -> {
            var kind = kinds.get(tapped.get(relationship));
            if (kind != null) {
                relationships.silence(brand, relationship, silence(policies.inForce(brand, kind, now), taps));
            }
        });
    }

    private static Silence silence(PlatformPolicy policy, Collection<Instant> taps) {
        int times = 0;
        Instant until = Instant.MIN;
        for (Instant tap : taps) {
            times++;
            var ends = policy.silencedUntil(times, tap);
            until = ends.isAfter(until) ? ends : until;
        }
        return new Silence(times, until);
    }
}
