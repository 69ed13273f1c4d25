package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.behaviour.Feed;
import cn.siyu.adapter.wecomsimulator.people.Approach;
import cn.siyu.adapter.wecomsimulator.people.Console;
import cn.siyu.adapter.wecomsimulator.people.Encounters;
import cn.siyu.adapter.wecomsimulator.people.Encounters.Met;
import cn.siyu.adapter.wecomsimulator.people.Meeting;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import cn.siyu.adapter.wecomsimulator.world.TokenRow;
import cn.siyu.adapter.wecomsimulator.world.WayRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries out actions by hand, with the corp's lock held, and tells what came of them.
final class Acting {
    private static final int MOST_REPLIES = 1000;
    private final Corp corp;
    private final Feed feed;
    private final People people;
    private final TagActing tags;

    Acting(Corp corp, Feed feed) {
        this.corp = corp;
        this.feed = feed;
        this.people = new People(corp);
        this.tags = new TagActing(corp);
    }

    ObjectNode perform(Action action) {
        return switch (action) {
            case Action.Scan scan -> scan(scan);
            case Action.Add add -> add(add);
            case Action.Reply a -> reply(a);
            case Action.Visit a -> visit(a);
            case Action.Buy a -> buy(a);
            case Action.MemberDeletes a ->
                done(Encounters.memberDeletes(
                        corp, customer(a.customer()), member(a.userid()).userid()));
            case Action.CustomerDeletes a ->
                done(Encounters.customerDeletes(
                        corp, customer(a.customer()), member(a.userid()).userid()));
            case Action.Remark a ->
                done(Console.remarks(
                        corp,
                        customer(a.customer()),
                        member(a.userid()).userid(),
                        a.remark(),
                        a.description(),
                        a.mobiles()));
            case Action.Tag a ->
                done(Console.tags(
                        corp,
                        customer(a.customer()),
                        member(a.userid()).userid(),
                        tags.ids(a.add()),
                        tags.ids(a.remove())));
            case Action.Confirm confirm -> new Sending(corp).confirm(confirm);
            case Action.Send send -> new Sending(corp).send(send);
            case Action.CreateTag a -> tags.create(a);
            case Action.RenameTag a -> {
                tags.rename(a);
                yield done(true);
            }
            case Action.SortTags a -> {
                tags.sort(a);
                yield done(true);
            }
            case Action.DeleteTag a -> {
                tags.delete(a);
                yield done(true);
            }
            case LinkAction a -> new LinkActing(corp).perform(a);
            case Action.Accept a ->
                done(Meeting.accept(
                        corp, customer(a.customer()), member(a.userid()).userid()));
            case MemberAction a -> new MemberActing(corp).perform(a);
            case Action.VoidTokens a -> voidTokens(a.agentId());
            case Action.WithApp a -> new StaffActing(corp).perform(a);
            case Action.OnMoments a -> new MomentActing(corp).perform(a);
            case Action.InGroup a -> new GroupActing(corp).perform(a);
        };
    }

    private ObjectNode scan(Action.Scan scan) {
        var way = way(scan);
        var customer = customerOrNew(scan.customer(), scan.name());
        return met(customer, Encounters.scans(corp, customer, way, scan.waits()));
    }

    private ObjectNode add(Action.Add add) {
        var member = member(add.userid());
        var customer = customerOrNew(add.customer(), add.name());
        var state = add.state() == null ? "" : add.state();
        Values.addWay("addWay", add.addWay());
        var approach = Approach.other(add.addWay(), state)
                .askedByMember(add.byMember())
                .waiting(add.waits());
        return met(customer, Encounters.adds(corp, customer, member, approach));
    }

    private ObjectNode reply(Action.Reply reply) {
        var customer = customer(reply.customer());
        var userid = member(reply.userid()).userid();
        var count = times(reply.count());
        var could = true;
        for (var i = 0; i < count && could; i++) {
            var number = "by-hand-reply-" + corp.outbox().nextSequence();
            could = Encounters.chat(corp, customer, userid);
            if (could) {
                feed.interaction(corp, customer, userid, "REPLY", Feed.Touchpoint.PRIVATE_CHAT, number);
            }
        }
        return done(could);
    }

    /// How often somebody writes.
    static int times(@Nullable Integer count) {
        var times = count == null ? 1 : count;
        if (times < 1 || times > MOST_REPLIES) {
            throw ControlError.bad("count must be 1 to " + MOST_REPLIES);
        }
        return times;
    }

    private ObjectNode visit(Action.Visit visit) {
        var userid = member(visit.userid()).userid();
        var number = "by-hand-visit-" + corp.outbox().nextSequence();
        feed.interaction(corp, customer(visit.customer()), userid, "VISIT", Feed.Touchpoint.STORE, number);
        return done(true);
    }

    private ObjectNode buy(Action.Buy buy) {
        if (buy.amountMinor() <= 0) {
            throw ControlError.bad("amountMinor must be above 0");
        }
        var number = "by-hand-order-" + corp.outbox().nextSequence();
        var sku = buy.sku() == null ? "latte" : buy.sku();
        var store = buy.storeExternalId() == null ? "" : buy.storeExternalId();
        feed.order(corp, customer(buy.customer()), new Feed.Order(number, sku, "coffee", 1, buy.amountMinor(), store));
        return Json.object().put("order", number);
    }

    private WayRow way(Action.Scan scan) {
        Optional<WayRow> way = Optional.empty();
        if (scan.qrCode() != null) {
            way = corp.ways().byCode(scan.qrCode());
        } else if (scan.configId() != null) {
            way = corp.ways().byId(scan.configId());
        }
        return way.orElseThrow(() -> ControlError.notFound("no contact way has this qrCode or configId"));
    }

    /// What came of an attempt to add a member.
    static ObjectNode met(CustomerRow customer, Met met) {
        var answer = Json.object().put("externalUserId", customer.externalUserId());
        return switch (met) {
            case Met.Added(var userid, var code) ->
                answer.put("outcome", "ADDED").put("userid", userid).put("welcomeCode", code);
            case Met.Asked(var userid, var code) ->
                answer.put("outcome", "ASKED").put("userid", userid).put("welcomeCode", code);
            case Met.AlreadyFriends(var userid) ->
                answer.put("outcome", "ALREADY_FRIENDS").put("userid", userid);
            case Met.Nobody(var reason) -> answer.put("outcome", "NOBODY").put("reason", reason);
        };
    }

    private ObjectNode voidTokens(@Nullable Integer agentId) {
        var taken = 0;
        for (var app : List.copyOf(corp.directory().apps())) {
            var token = corp.directory().tokenOf(app);
            if (token.isPresent() && (agentId == null || agentId == app.agentId())) {
                corp.put(new TokenRow(
                        app.agentId(), token.get().value(), token.get().expiresAt(), true));
                taken++;
            }
        }
        return Json.object().put("tokens", taken);
    }

    private CustomerRow customerOrNew(@Nullable String externalUserId, @Nullable String name) {
        return people.customerOrNew(externalUserId, name);
    }

    private CustomerRow customer(String externalUserId) {
        return people.customer(externalUserId);
    }

    private StaffRow member(String userid) {
        return people.member(userid);
    }

    private static ObjectNode done(boolean changed) {
        return Json.object().put("changed", changed);
    }
}
