package cn.siyu.application.contact;

import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.Composer.Written;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.domain.channel.care.Pace.Paced;
import cn.siyu.domain.contact.ContactDecision;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides about one request after the other; what one reserves, the next one of the same customer
/// sees.
final class Decider {
    static final String ACCOUNT_INACTIVE = "ACCOUNT_INACTIVE";
    static final String ACCOUNT = "ACCOUNT";

    private final Rules.AtMoment rules;
    /// The account has done as much today as is good for it.
    static final String ACCOUNT_PACE = "ACCOUNT_PACE";

    private final OpenLedgers ledgers;
    private final AccountPaces.Open paces;
    private final Map<Long, Composer.Composition> materials;
    private final Told told;
    private final Map<ContactDecision, Explanation> allowed = new HashMap<>();

    Decider(
            Rules.AtMoment rules,
            OpenLedgers ledgers,
            AccountPaces.Open paces,
            Map<Long, Composer.Composition> materials,
            Told told) {
        this.rules = rules;
        this.ledgers = ledgers;
        this.paces = paces;
        this.materials = materials;
        this.told = told;
    }

    /// What messages tell of customers beside what is known of everybody.
    ///
    /// @param invitations the codes of open invitations
    record Told(Map<CustomerId, LastOrder> orders, Map<CustomerId, String> invitations) {}

    /// One request before the bar.
    private record Case(
            Intended intended, Send.Aim aim, @Nullable Reach reach) {
        Decided end(Send.Decision decision) {
            return new Decided(intended, aim, reach, decision, null, null);
        }
    }

    /// @param reach what is known; null if the customer doesn't exist
    Decided decide(Intended intended, @Nullable Reach reach) {
        var request = intended.request();
        ZoneId zone = reach == null ? ZoneOffset.UTC : reach.zone();
        var aim = new Send.Aim(
                birth(request, reach),
                request.contactClass(),
                request.touchpoint(),
                request.winBack(),
                zone,
                request.deadline());
        var at = new Case(intended, aim, reach);
        if (!rules.now().isBefore(request.deadline())) {
            return no(at, Verdict.EXPIRED, "DEADLINE", "NEW_PLAN", Map.of());
        }
        if (reach == null) {
            return no(at, Verdict.REFUSED, "LOST", "NEW_RELATIONSHIP", Map.of());
        }
        var link = reach.link();
        if (link == null) {
            var marketing = ledgers.marketing(request.customer());
            return said(at, Judgement.of(rules.governor(), reach, aim, marketing, null, rules.now()));
        }
        return overLink(at, reach, link);
    }

    private static CustomerId birth(SendRequest request, @Nullable Reach reach) {
        var link = reach == null ? null : reach.link();
        return link == null ? request.customer() : link.birth();
    }

    private Decided overLink(Case at, Reach reach, Reach.Link link) {
        String channel = link.sender().channel();
        var offer = rules.massMessages(channel);
        var use = offer.isNative()
                ? ledgers.use(link.identity(), link.account(), rules.platform(channel), rules.now())
                : null;
        var marketing = ledgers.marketing(at.intended().request().customer());
        var decision = Judgement.of(rules.governor(channel), reach, at.aim(), marketing, use, rules.now());
        if (!(decision instanceof ContactDecision.Allowed)) {
            return said(at, decision);
        }
        return switch (offer.support()) {
            case UNSUPPORTED -> no(at, Verdict.REFUSED, "UNSUPPORTED", "CHANNEL", Map.of());
            case BY_TASK -> active(at, reach, link, Verdict.BY_TASK, decision);
            case NATIVE -> active(at, reach, link, Verdict.PLANNED, decision);
        };
    }

    private Decided active(Case at, Reach reach, Reach.Link link, Verdict verdict, ContactDecision decision) {
        return link.accountActive()
                ? write(at, reach, link, verdict, decision)
                : no(at, Verdict.REFUSED, ACCOUNT_INACTIVE, ACCOUNT, Map.of());
    }

    private Decided write(Case at, Reach reach, Reach.Link link, Verdict verdict, ContactDecision decision) {
        var composition = materials.get(at.intended().request().material());
        if (composition == null) {
            return no(at, Verdict.REFUSED, "MATERIAL_GONE", "MATERIAL", Map.of());
        }
        return switch (composition.write(
                reach, told.orders().get(reach.customer()), told.invitations().get(reach.customer()))) {
            case Written.Unwritable(var code, var numbers) -> no(at, Verdict.REFUSED, code, "MATERIAL", numbers);
            case Written.Message(var message) -> allow(at, link, message, verdict, decision);
        };
    }

    private Decided allow(
            Case at, Reach.Link link, OutboundMessage message, Verdict verdict, ContactDecision decision) {
        var explanation = allowed.computeIfAbsent(decision, Explanation::of);
        if (at.intended().request().control()) {
            return at.end(Decided.decision(Verdict.CONTROL, null, explanation));
        }
        if (verdict == Verdict.BY_TASK) {
            var later = paces.take(link.account(), Paced.MESSAGE);
            if (later.isPresent()) {
                return paced(at, link, explanation, later.get());
            }
        }
        Instant reservedAt = rules.now();
        ZoneId platform = rules.platform(link.sender().channel()).zone();
        var planned = new Decided(
                at.intended(), at.aim(), at.reach(), Decided.decision(verdict, null, explanation), message, reservedAt);
        ledgers.reserve(at.aim(), Decided.route(link), verdict == Verdict.PLANNED, platform, reservedAt);
        return planned;
    }

    /// It waits for a day on which the account may do more.
    private Decided paced(Case at, Reach.Link link, Explanation explanation, Instant until) {
        int perDay = paces.of(link.account())
                .map(view -> view.pace().of(Paced.MESSAGE))
                .orElse(0);
        var why = explanation.and(ACCOUNT_PACE, Map.of("perDay", perDay, "until", until.toString()), "TIME");
        return at.end(
                until.isBefore(at.aim().deadline())
                        ? new Send.Decision(Verdict.DEFERRED, ACCOUNT_PACE, why, until)
                        : Decided.decision(Verdict.EXPIRED, ACCOUNT_PACE, why));
    }

    /// What the governor said, other than yes. A customer of the control group who would only have
    /// to wait counts as one who would have been sent to.
    private static Decided said(Case at, ContactDecision decision) {
        var explanation = Explanation.of(decision);
        return at.end(
                switch (decision) {
                    case ContactDecision.Allowed _ ->
                        throw new IllegalStateException("nobody is allowed without a link");
                    case ContactDecision.Deferred put -> put(at, put, explanation);
                    case ContactDecision.Refused no ->
                        Decided.decision(Verdict.REFUSED, no.reason().reason().code(), explanation);
                });
    }

    private static Send.Decision put(Case at, ContactDecision.Deferred put, Explanation explanation) {
        String code = put.reason().reason().code();
        if (at.intended().request().control()) {
            return Decided.decision(Verdict.CONTROL, null, explanation);
        }
        return put.until().isBefore(at.aim().deadline())
                ? new Send.Decision(Verdict.DEFERRED, code, explanation, put.until())
                : Decided.decision(Verdict.EXPIRED, code, explanation);
    }

    private Decided no(Case at, Verdict verdict, String code, String remedy, Map<String, Object> numbers) {
        String policy = rules.governor().contact().stamp().toString();
        var explanation = new Explanation(policy, List.of(), null).and(code, numbers, remedy);
        return at.end(Decided.decision(verdict, code, explanation));
    }
}
