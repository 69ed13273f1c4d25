package cn.siyu.application.contact;

import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendBatches.Due;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.contact.ContactDecision;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.PlatformUse;
import cn.siyu.domain.contact.SendBatchId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The last look before the intent (最后核查): whoever was lost, banned, or took consent back since
/// the plan is left out, and so is what an account should send that is out of use by now, or whose
/// persona (人设) never says so by now. What belongs to a paused SOP waits.
///
/// What was planned a moment ago is only asked what can have changed by itself since. What has
/// waited longer than [#FRESH] gives its reservation back and is decided anew, so that gap, cap and
/// quota count from when it really leaves.
public final class Admission {
    /// How old a reservation may be to stand for "now".
    static final Duration FRESH = Duration.ofMinutes(1);

    private final Reachability reachability;
    private final Ledgers ledgers;
    private final Rules rules;
    private final Sends sends;
    private final HoldBack holdBack;
    private final CheckPersona personas;

    public Admission(
            Reachability reachability,
            Ledgers ledgers,
            Rules rules,
            Sends sends,
            HoldBack holdBack,
            CheckPersona personas) {
        this.reachability = reachability;
        this.ledgers = ledgers;
        this.rules = rules;
        this.sends = sends;
        this.holdBack = holdBack;
        this.personas = personas;
    }

    /// One member at the door.
    ///
    /// @param claims what of it the persona of its account never says
    /// @param held whether its SOP stands still
    /// @param decision what was said at once; null if it has to be decided anew
    private record AtDoor(
            Send member,
            Reach reach,
            String channel,
            List<String> claims,
            boolean held,
            @Nullable ContactDecision decision) {
        boolean passes() {
            return !held && claims.isEmpty() && decision instanceof ContactDecision.Allowed && accountActive();
        }

        boolean accountActive() {
            var link = reach.link();
            return link != null && link.accountActive();
        }
    }

    /// The members that may be contacted now, in order. The others are written down as what they
    /// are. Inside the transaction that claims their batches.
    ///
    /// @param batches the batch of a send
    List<Send> admit(BrandId brand, List<Send> members, Function<Send, Due> batches, Instant now) {
        Map<Wanted, Reach> reaches =
                reachability.of(brand, members.stream().map(Admission::wanted).collect(Collectors.toSet()));
        var moment = rules.at(brand, now);
        var standsStill = holdBack.among(brand, members);
        var claims = claims(brand, members, batches);
        List<AtDoor> door = members.stream()
                .map(member -> {
                    var due = batches.apply(member);
                    return look(
                            moment,
                            due.sender().channel(),
                            claims.getOrDefault(due.batch().id(), List.of()),
                            reaches.get(wanted(member)),
                            member,
                            standsStill.test(member));
                })
                .toList();
        return door.stream().allMatch(AtDoor::passes) ? members : settle(brand, door, moment);
    }

    /// What the personas of their accounts never say by now, batch by batch: a batch says the same
    /// to all.
    private Map<SendBatchId, List<String>> claims(BrandId brand, List<Send> members, Function<Send, Due> batches) {
        if (members.isEmpty()) {
            return Map.of();
        }
        var voices = personas.voices(brand);
        Map<SendBatchId, List<String>> claims = new HashMap<>();
        for (Send member : members) {
            var batch = batches.apply(member).batch();
            claims.computeIfAbsent(batch.id(), _ -> voices.forbidden(batch.account(), batch.content()));
        }
        return claims;
    }

    /// Asks only what can have changed since the plan; cap and quota are reserved.
    private static AtDoor look(
            Rules.AtMoment moment,
            String channel,
            List<String> claims,
            @Nullable Reach known,
            Send member,
            boolean held) {
        Reach reach = known == null ? gone(member) : known;
        Instant reserved = member.reservedAt();
        if (held || (reserved != null && reserved.plus(FRESH).isBefore(moment.now()))) {
            return new AtDoor(member, reach, channel, claims, held, null);
        }
        var decision =
                Judgement.of(moment.governor(channel), reach, member.aim(), ContactLedger.EMPTY, null, moment.now());
        return new AtDoor(member, reach, channel, claims, false, decision);
    }

    private List<Send> settle(BrandId brand, List<AtDoor> door, Rules.AtMoment moment) {
        var open = ledgers.lockFor(
                brand,
                door.stream().filter(each -> !each.passes()).map(AtDoor::member).toList());
        List<Send> admitted = new ArrayList<>();
        List<Send> rewritten = new ArrayList<>();
        for (AtDoor each : door) {
            if (each.passes()) {
                admitted.add(each.member());
                continue;
            }
            Send kept = again(each, open, moment);
            rewritten.add(kept);
            if (kept.decision().verdict() == Verdict.PLANNED) {
                admitted.add(kept);
            }
        }
        sends.decideAgain(brand, rewritten);
        open.close();
        return admitted;
    }

    /// Gives back what the plan reserved, and decides on what then holds.
    private static Send again(AtDoor each, OpenLedgers open, Rules.AtMoment moment) {
        var member = each.member();
        var policy = moment.platform(each.channel());
        ZoneId platform = policy.zone();
        open.refund(member, platform);
        if (each.held()) {
            return HoldBack.held(member, moment.now());
        }
        var decision = each.decision();
        if (decision == null) {
            var route = member.route();
            PlatformUse use = route == null ? null : open.use(route.identity(), route.account(), policy, moment.now());
            var marketing = open.marketing(member.aim().customer());
            decision = Judgement.of(
                    moment.governor(each.channel()), each.reach(), member.aim(), marketing, use, moment.now());
        }
        if (!(decision instanceof ContactDecision.Allowed)) {
            return kept(member, decision, open, platform, moment.now());
        }
        if (!each.accountActive()) {
            return outOfUse(member, Explanation.of(decision));
        }
        return each.claims().isEmpty()
                ? kept(member, decision, open, platform, moment.now())
                : unsaid(member, Explanation.of(decision), each.claims());
    }

    /// As when it is planned: it has to be said otherwise.
    private static Send unsaid(Send member, Explanation allowed, List<String> claims) {
        var explanation = allowed.and(CheckPersona.FORBIDDEN_CLAIM, Map.of("claims", claims), "MATERIAL");
        return member.decided(Decided.decision(Verdict.REFUSED, CheckPersona.FORBIDDEN_CLAIM, explanation), null, null);
    }

    /// As when it is planned: nobody waits for an account of which nobody knows whether it comes
    /// back.
    private static Send outOfUse(Send member, Explanation allowed) {
        var explanation = allowed.and(Decider.ACCOUNT_INACTIVE, Map.of(), Decider.ACCOUNT);
        return member.decided(Decided.decision(Verdict.REFUSED, Decider.ACCOUNT_INACTIVE, explanation), null, null);
    }

    private static Send kept(Send member, ContactDecision decision, OpenLedgers open, ZoneId platform, Instant now) {
        var explanation = Explanation.of(decision);
        return switch (decision) {
            case ContactDecision.Allowed _ -> {
                open.reserve(member.aim(), Objects.requireNonNull(member.route()), true, platform, now);
                yield member.decided(member.decision(), member.batch(), now);
            }
            case ContactDecision.Deferred put -> {
                String code = put.reason().reason().code();
                boolean tooLate = !put.until().isBefore(member.aim().deadline());
                var later = new Send.Decision(Verdict.DEFERRED, code, explanation, put.until());
                yield member.decided(
                        tooLate ? Decided.decision(Verdict.EXPIRED, code, explanation) : later, null, null);
            }
            case ContactDecision.Refused no -> {
                String code = no.reason().reason().code();
                yield member.decided(Decided.decision(Verdict.REFUSED, code, explanation), null, null);
            }
        };
    }

    static Wanted wanted(Send member) {
        var route = member.route();
        return new Wanted(member.aim().customer(), route == null ? null : route.relationship());
    }

    /// A customer that doesn't exist any more can be reached by nobody.
    static Reach gone(Send member) {
        var aim = member.aim();
        return new Reach(aim.customer(), null, false, ConsentState.NOT_RECORDED, Set.of(), aim.zone(), null);
    }
}
