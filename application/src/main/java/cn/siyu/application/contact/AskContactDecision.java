package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.ContactDecision;
import cn.siyu.domain.contact.PlatformUse;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers "may I contact these customers now?" (触达预判) without deciding anything: nothing is
/// written or reserved.
public final class AskContactDecision {
    /// As many as are asked about in one go.
    public static final int MOST = 500;

    private final Reachability reachability;
    private final Ledgers ledgers;
    private final Rules rules;
    private final BrandClock clock;

    public AskContactDecision(Reachability reachability, Ledgers ledgers, Rules rules, BrandClock clock) {
        this.reachability = reachability;
        this.ledgers = ledgers;
        this.rules = rules;
        this.clock = clock;
    }

    /// What somebody wants to know.
    public record Query(List<Wanted> customers, ContactClass contactClass, String touchpoint, boolean winBack) {
        public Query {
            customers = List.copyOf(customers);
            if (customers.size() > MOST) {
                throw new IllegalArgumentException("at most " + MOST + " customers in one go");
            }
        }
    }

    /// The answer for one customer.
    ///
    /// @param relationship over which it would go; empty if there is none
    /// @param account through which it would go; empty if there is none
    /// @param verdict PLANNED if it is allowed, DEFERRED or REFUSED
    /// @param earliestAt the first moment it is allowed if nothing changes but time; empty if that
    ///     isn't enough
    public record Verdict(
            CustomerId customer,
            Optional<RelationshipId> relationship,
            Optional<ChannelAccountId> account,
            Send.Verdict verdict,
            Explanation explanation,
            Optional<Instant> earliestAt) {}

    /// Answers in the order of the question; a customer that doesn't exist is left out.
    public List<Verdict> answer(BrandId brand, Query query) {
        Instant now = clock.now(brand);
        var reaches = reachability.of(brand, query.customers());
        var open = open(brand, reaches.values());
        var moment = rules.at(brand, now);
        List<Verdict> verdicts = new ArrayList<>();
        for (Wanted wanted : query.customers()) {
            var reach = reaches.get(wanted);
            if (reach != null) {
                verdicts.add(verdict(reach, query, open, moment));
            }
        }
        return verdicts;
    }

    private OpenLedgers open(BrandId brand, Iterable<Reach> reaches) {
        Set<CustomerId> customers = new HashSet<>();
        Set<IdentityId> identities = new HashSet<>();
        for (Reach reach : reaches) {
            customers.add(reach.customer());
            Optional.ofNullable(reach.link()).map(Reach.Link::identity).ifPresent(identities::add);
        }
        return ledgers.view(brand, customers, identities);
    }

    private static Verdict verdict(Reach reach, Query query, OpenLedgers open, Rules.AtMoment moment) {
        var link = reach.link();
        var aim = new Send.Aim(
                reach.customer(),
                query.contactClass(),
                query.touchpoint(),
                query.winBack(),
                reach.zone(),
                moment.now());
        String channel = link == null ? moment.anyChannel() : link.sender().channel();
        PlatformUse use = link != null && moment.massMessages(channel).isNative()
                ? open.use(link.identity(), link.account(), moment.platform(channel), moment.now())
                : null;
        var decision =
                Judgement.of(moment.governor(channel), reach, aim, open.marketing(reach.customer()), use, moment.now());
        return new Verdict(
                reach.customer(),
                Optional.ofNullable(link).map(Reach.Link::relationship),
                Optional.ofNullable(link).map(Reach.Link::account),
                word(decision),
                Explanation.of(decision),
                earliest(decision, moment.now()));
    }

    private static Send.Verdict word(ContactDecision decision) {
        return switch (decision) {
            case ContactDecision.Allowed _ -> Send.Verdict.PLANNED;
            case ContactDecision.Deferred _ -> Send.Verdict.DEFERRED;
            case ContactDecision.Refused _ -> Send.Verdict.REFUSED;
        };
    }

    private static Optional<Instant> earliest(ContactDecision decision, Instant now) {
        return switch (decision) {
            case ContactDecision.Allowed _ -> Optional.of(now);
            case ContactDecision.Deferred put -> Optional.of(put.until());
            case ContactDecision.Refused no -> no.earliestAt();
        };
    }
}
