package cn.siyu.application.contact;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides about many requests at once, reserves what the allowed ones need, and puts them into
/// batches.
public final class SendPlanner {
    private final Reachability reachability;
    private final Ledgers ledgers;
    private final Rules rules;
    private final Composer composer;
    private final SendBatches batches;
    private final IdSource ids;

    public SendPlanner(
            Reachability reachability,
            Ledgers ledgers,
            Rules rules,
            Composer composer,
            SendBatches batches,
            IdSource ids) {
        this.reachability = reachability;
        this.ledgers = ledgers;
        this.rules = rules;
        this.composer = composer;
        this.batches = batches;
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
        var decider = new Decider(rules.at(brand, now), open, materials, orders(brand, intended, materials));
        List<Decided> decided = intended.stream()
                .map(each -> decider.decide(each, reaches.get(each.request().wanted())))
                .toList();
        var grouping = new BatchGrouping(rules.at(brand, now), ids);
        Map<SendId, SendBatchId> places = grouping.place(decided);
        batches.add(brand, grouping.batches());
        open.close();
        return result(decided, places);
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
