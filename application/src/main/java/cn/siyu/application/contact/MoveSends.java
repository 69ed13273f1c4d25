package cn.siyu.application.contact;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Lets messages that are not on their way yet go over another relationship (触达转移), since
/// somebody else serves the customer now. What was planned over the old account is decided again at
/// once, for the new one; what a person has to send goes on with whoever has the task. What is
/// intended or sent stays what it is.
public final class MoveSends {
    /// Why a send is decided again: its customer changed hands.
    public static final String TRANSFERRED = "TRANSFERRED";

    private final Sends sends;
    private final SendBatches batches;
    private final Ledgers ledgers;
    private final Rules rules;

    public MoveSends(Sends sends, SendBatches batches, Ledgers ledgers, Rules rules) {
        this.sends = sends;
        this.batches = batches;
        this.ledgers = ledgers;
        this.rules = rules;
    }

    /// Where a relationship's messages go.
    ///
    /// @param account the account of the new relationship
    public record Target(RelationshipId relationship, ChannelAccountId account) {}

    /// Inside the caller's transaction.
    ///
    /// @param targets by old relationship
    /// @return how many sends go another way now
    /// @throws StaleAggregate if others keep deciding about one of them; the transaction may be
    ///     tried again
    public int move(BrandId brand, Collection<CustomerId> customers, Map<RelationshipId, Target> targets, Instant now) {
        List<Send> held = new OpenSends(sends, batches, brand)
                .take(() -> over(brand, customers, targets).stream()
                        .filter(send -> send.decision().verdict() != Verdict.BY_TASK)
                        .toList())
                .orElseThrow(() -> new StaleAggregate(
                        "sends of customer", customers.iterator().next().value()));
        List<Send> moved = new ArrayList<>();
        held.forEach(send -> moved.add(again(moved(send, targets), now)));
        over(brand, customers, targets).stream()
                .filter(send -> send.decision().verdict() == Verdict.BY_TASK)
                .forEach(send -> moved.add(moved(send, targets)));
        sends.decideAgain(brand, moved);
        refund(brand, held, now);
        return moved.size();
    }

    private List<Send> over(BrandId brand, Collection<CustomerId> customers, Map<RelationshipId, Target> targets) {
        return sends.openFor(brand, customers).stream()
                .filter(send ->
                        send.route() != null && targets.containsKey(send.route().relationship()))
                .toList();
    }

    private static Send moved(Send send, Map<RelationshipId, Target> targets) {
        var route = Objects.requireNonNull(send.route());
        var target = Objects.requireNonNull(targets.get(route.relationship()));
        return send.over(new Send.Route(target.relationship(), target.account(), route.identity(), route.recipient()));
    }

    /// What was planned is decided again now; what was put off stays put off.
    private static Send again(Send send, Instant now) {
        if (send.decision().verdict() == Verdict.DEFERRED) {
            return send;
        }
        var explanation = new Explanation(send.decision().explanation().policy(), List.of(), null)
                .and(TRANSFERRED, Map.of(), "TIME");
        return send.decided(new Send.Decision(Verdict.DEFERRED, TRANSFERRED, explanation, now), null, null);
    }

    /// The quota that was reserved for the old account is free again.
    private void refund(BrandId brand, List<Send> held, Instant now) {
        List<Send> planned = held.stream().filter(send -> send.batch() != null).toList();
        var moment = rules.at(brand, now);
        Map<SendBatchId, String> channels = batches.channels(
                brand,
                planned.stream().map(Send::batch).filter(Objects::nonNull).collect(Collectors.toSet()));
        ledgers.refund(
                brand,
                planned,
                send -> moment.platform(channels.getOrDefault(Objects.requireNonNull(send.batch()), ""))
                        .zone());
    }
}
