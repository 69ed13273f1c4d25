package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.behaviour.Feed.Touchpoint;
import cn.siyu.adapter.wecomsimulator.fault.FaultRules;
import cn.siyu.adapter.wecomsimulator.people.Console;
import cn.siyu.adapter.wecomsimulator.people.Encounters;
import cn.siyu.adapter.wecomsimulator.people.GroupTransfers;
import cn.siyu.adapter.wecomsimulator.people.MassSending;
import cn.siyu.adapter.wecomsimulator.people.Quota;
import cn.siyu.adapter.wecomsimulator.people.TempChats;
import cn.siyu.adapter.wecomsimulator.people.Transfers;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The people of a corp do what their agenda says.
final class Residents implements Play {
    private static final long WEEK = Duration.ofDays(7).toSeconds();
    private final Plans plans;
    private final Arrivals arrivals;
    private final Habits habits;
    private final Feed feed;
    private final FaultRules faults;

    Residents(Plans plans, Arrivals arrivals, Habits habits, Feed feed, FaultRules faults) {
        this.plans = plans;
        this.arrivals = arrivals;
        this.habits = habits;
        this.feed = feed;
        this.faults = faults;
    }

    @Override
    public OptionalLong nextArrival(Corp corp) {
        return arrivals.next(corp);
    }

    @Override
    public Done arrive(Corp corp) {
        return arrivals.arrive(corp);
    }

    @Override
    public Done perform(Corp corp, EventRow event) {
        corp.locked(() -> {
            corp.put(new EventRow.Done(event.id()));
            happen(corp, event, Happening.valueOf(event.kind()));
        });
        return Done.HAPPENED;
    }

    private void happen(Corp corp, EventRow event, Happening kind) {
        switch (kind) {
            case CONFIRM ->
                corp.messages()
                        .message(event.reference())
                        .filter(_ -> !faults.silences(
                                corp.corpId(), event.userid(), corp.clock().now()))
                        .ifPresent(message -> MassSending.confirm(corp, message, event.userid()));
            case MOMENT_JOB, MOMENT_PUBLISH, MOMENT_LIKE, MOMENT_COMMENT -> MomentPlay.happen(corp, event, kind);
            case REFUND -> refund(corp, event);
            case MESSAGE_DELETE, LEAVE -> Encounters.customerDeletes(corp, customer(corp, event), event.userid());
            case NOTE -> note(corp, event);
            case QUOTA -> Quota.due(corp, event.n(), Long.parseLong(event.reference()));
            case TEMP_CHAT -> TempChats.due(corp, event.reference());
            case GROUP_INHERITED -> GroupTransfers.complete(corp, event.reference());
            case TRANSFER -> Transfers.due(corp, event.n());
            case WELCOME_REPLY, MESSAGE_REPLY, REPLY ->
                friend(corp, event).ifPresent(relation -> reply(corp, event, relation));
            case ANSWER -> Encounters.memberWrites(corp, customer(corp, event), event.userid());
            case MESSAGE_CLICK ->
                friend(corp, event).ifPresent(_ -> report(corp, event, "CLICK", Touchpoint.MINI_PROGRAM));
            case MESSAGE_COUPON ->
                friend(corp, event).ifPresent(_ -> report(corp, event, "COUPON_CLAIMED", Touchpoint.MINI_PROGRAM));
            case VISIT -> friend(corp, event).ifPresent(_ -> report(corp, event, "VISIT", place(corp, event)));
            case MESSAGE_BUY, BUY -> friend(corp, event).ifPresent(relation -> buy(corp, event, relation));
        }
        if (event.customer() >= 0) {
            friend(corp, event).ifPresent(relation -> habits.again(corp, relation, kind, event.n() + 1));
        }
    }

    /// Who has parted does nothing any more.
    private static Optional<RelationRow> friend(Corp corp, EventRow event) {
        return corp.contacts().relation(event.customer(), event.userid()).filter(relation -> !relation.oneSided());
    }

    private static CustomerRow customer(Corp corp, EventRow event) {
        return corp.contacts().byNumber(event.customer());
    }

    private void reply(Corp corp, EventRow event, RelationRow relation) {
        if (Encounters.chat(corp, customer(corp, event), event.userid())) {
            habits.written(corp, relation, Happening.valueOf(event.kind()), event.n());
            report(corp, event, "REPLY", Touchpoint.PRIVATE_CHAT);
        }
    }

    private void report(Corp corp, EventRow event, String kind, Touchpoint touchpoint) {
        feed.interaction(corp, customer(corp, event), event.userid(), kind, touchpoint, number(event));
    }

    private Touchpoint place(Corp corp, EventRow event) {
        return dice(corp).happens(0.5, event.customer(), "place", event.n())
                ? Touchpoint.STORE
                : Touchpoint.MINI_PROGRAM;
    }

    private void buy(Corp corp, EventRow event, RelationRow relation) {
        var plan = plans.of(corp);
        var dice = dice(corp);
        var goods = plan.shop().goods();
        var good = goods.get(dice.below(goods.size(), event.customer(), event.kind() + "-good", event.n()));
        var quantity = 1 + dice.below(2, event.customer(), event.kind() + "-quantity", event.n());
        var amount = good.amountMinor() * quantity;
        var order = new Feed.Order(number(event), good.sku(), good.category(), quantity, amount, store(plan, event));
        feed.order(corp, customer(corp, event), order);
        if (dice.happens(plan.customers().refund(), event.customer(), event.kind() + "-refund", event.n())) {
            var delay = dice.unit(event.customer(), event.kind() + "-refund-delay", event.n()) * WEEK;
            habits.schedule(corp, relation, Happening.REFUND, (long) delay, (int) amount, order.number());
        }
    }

    private static String store(BehaviourPlan plan, EventRow event) {
        var stores = plan.shop().storeExternalIds();
        var dice = new Dice(plan.seed());
        if (stores.isEmpty() || !dice.happens(0.6, event.customer(), event.kind() + "-in-store", event.n())) {
            return "";
        }
        // a customer has one store near home
        return stores.get(dice.below(stores.size(), event.customer(), "home-store", 0));
    }

    /// The event's number is the amount to give back.
    private void refund(Corp corp, EventRow event) {
        feed.refund(corp, event.reference(), event.n());
    }

    private static void note(Corp corp, EventRow event) {
        var customer = customer(corp, event);
        Console.remarks(corp, customer, event.userid(), customer.name() + "-老客", null, null);
    }

    private Dice dice(Corp corp) {
        return new Dice(plans.of(corp).seed());
    }

    /// A number of the shop's or archive's own for what an event made; unique, because the event's
    /// key is.
    private static String number(EventRow event) {
        return event.id()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_.@-]+", "-")
                .replaceAll("-$", "");
    }
}
