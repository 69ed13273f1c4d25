package cn.siyu.application.contact;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.Offer;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides about many requests at once, reserves what the allowed ones need, and puts them into
/// batches.
public final class SendPlanner {
    private final Reachability reachability;
    private final Ledgers ledgers;
    private final Rules rules;
    private final Composer composer;
    private final SendBatches batches;
    private final ByHand byHand;
    private final IdSource ids;

    /// What is needed for messages that people send.
    ///
    /// @param handOver who is handed them
    public record ByHand(ChannelAccounts accounts, AccountPaces paces, HandOver handOver) {}

    public SendPlanner(
            Reachability reachability,
            Ledgers ledgers,
            Rules rules,
            Composer composer,
            SendBatches batches,
            ByHand byHand,
            IdSource ids) {
        this.reachability = reachability;
        this.ledgers = ledgers;
        this.rules = rules;
        this.composer = composer;
        this.batches = batches;
        this.byHand = byHand;
        this.ids = ids;
    }

    /// The decisions with the sends to write down, in the order of the requests. Inside the
    /// caller's transaction.
    record Plan(List<Send> sends, List<SendOutcome> outcomes) {}

    Plan plan(BrandId brand, List<Intended> intended, Instant now) {
        Map<Wanted, Reach> reaches = reachability.of(
                brand, intended.stream().map(each -> each.request().wanted()).collect(Collectors.toSet()));
        var open = open(brand, reaches);
        var materials = composer.open(
                brand, intended.stream().map(each -> each.request().material()).collect(Collectors.toSet()));
        var moment = rules.at(brand, now);
        var paces = byHand.paces().open(brand, workedByHand(brand, reaches.values(), moment), now);
        var decider = new Decider(moment, open, paces, materials, told(brand, intended, materials));
        List<Decided> decided = intended.stream()
                .map(each -> decider.decide(each, reaches.get(each.request().wanted())))
                .toList();
        var grouping = new BatchGrouping(moment, ids);
        Map<SendId, SendBatchId> places = grouping.place(decided);
        batches.add(brand, grouping.batches());
        open.close();
        paces.close();
        var plan = result(decided, places);
        handOver(brand, decided, plan.sends(), now);
        return plan;
    }

    private List<ChannelAccount> workedByHand(BrandId brand, Collection<Reach> reaches, Rules.AtMoment moment) {
        Set<ChannelAccountId> wanted = reaches.stream()
                .map(Reach::link)
                .flatMap(Stream::ofNullable)
                .filter(link -> moment.massMessages(link.sender().channel()).support() == Offer.Support.BY_TASK)
                .map(Reach.Link::account)
                .collect(Collectors.toSet());
        return wanted.isEmpty() ? List.of() : byHand.accounts().findAll(brand, wanted);
    }

    private void handOver(BrandId brand, List<Decided> decided, List<Send> sends, Instant now) {
        List<HandOver.Handed> handed = new ArrayList<>();
        for (int i = 0; i < decided.size(); i++) {
            var each = decided.get(i);
            if (each.decision().verdict() == Send.Verdict.BY_TASK) {
                handed.add(new HandOver.Handed(
                        sends.get(i), Objects.requireNonNull(each.reach()), each.link(), each.content()));
            }
        }
        if (!handed.isEmpty()) {
            byHand.handOver().handed(brand, handed, now);
        }
    }

    private OpenLedgers open(BrandId brand, Map<Wanted, Reach> reaches) {
        Set<CustomerId> customers = new HashSet<>();
        Set<IdentityId> identities = new HashSet<>();
        for (Reach reach : reaches.values()) {
            var link = reach.link();
            customers.add(reach.customer());
            if (link != null) {
                identities.add(link.identity());
            }
        }
        return ledgers.lock(brand, customers, identities);
    }

    private Decider.Told told(BrandId brand, List<Intended> intended, Map<Long, Composer.Composition> materials) {
        return new Decider.Told(orders(brand, intended, materials), invitations(brand, intended, materials));
    }

    private Map<CustomerId, String> invitations(
            BrandId brand, List<Intended> intended, Map<Long, Composer.Composition> materials) {
        return materials.values().stream().noneMatch(Composer.Composition::needsInvitation)
                ? Map.of()
                : reachability.invitations(
                        brand,
                        intended.stream().map(each -> each.request().customer()).collect(Collectors.toSet()));
    }

    private Map<CustomerId, LastOrder> orders(
            BrandId brand, List<Intended> intended, Map<Long, Composer.Composition> materials) {
        if (materials.values().stream().noneMatch(Composer.Composition::needsOrders)) {
            return Map.of();
        }
        return reachability.lastOrders(
                brand, intended.stream().map(each -> each.request().customer()).collect(Collectors.toSet()));
    }

    private static Plan result(List<Decided> decided, Map<SendId, SendBatchId> places) {
        List<Send> sends = new ArrayList<>(decided.size());
        List<SendOutcome> outcomes = new ArrayList<>(decided.size());
        for (Decided each : decided) {
            var intended = each.intended();
            sends.add(new Send(
                    intended.id(),
                    intended.publicId(),
                    places.get(intended.id()),
                    intended.request().origin(),
                    each.aim(),
                    each.route(),
                    intended.request().material(),
                    each.decision(),
                    each.reservedAt(),
                    intended.createdAt()));
            outcomes.add(each.outcome());
        }
        return new Plan(sends, outcomes);
    }
}
