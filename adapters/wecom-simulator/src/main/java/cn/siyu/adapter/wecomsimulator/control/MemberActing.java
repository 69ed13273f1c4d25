package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.Employment;
import cn.siyu.adapter.wecomsimulator.people.Encounters;
import cn.siyu.adapter.wecomsimulator.people.Transfers;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Carries out what happens to members, with the corp's lock held.
final class MemberActing {
    private static final int LEFT = 5;
    private final Corp corp;
    private final People people;

    MemberActing(Corp corp) {
        this.corp = corp;
        this.people = new People(corp);
    }

    ObjectNode perform(MemberAction action) {
        return switch (action) {
            case MemberAction.MemberLeaves a -> done(Employment.leaves(corp, people.member(a.userid())));
            case MemberAction.MemberChanges a -> {
                Employment.change(corp, changed(people.member(a.userid()), a));
                yield done(true);
            }
            case MemberAction.MemberWrites a -> writes(a);
            case MemberAction.AgreeArchive a ->
                done(Encounters.agreesToArchive(
                        corp,
                        people.customer(a.customer()),
                        people.member(a.userid()).userid()));
            case MemberAction.TemporaryId a ->
                Json.object()
                        .put(
                                "tmpExternalUserId",
                                corp.ids()
                                        .temporaryIn(
                                                a.businessType(),
                                                people.customer(a.customer()).externalUserId()));
            case MemberAction.RefuseTransfer a -> done(Transfers.refuse(corp, people.customer(a.customer())));
        };
    }

    private ObjectNode writes(MemberAction.MemberWrites writing) {
        var customer = people.customer(writing.customer());
        var userid = people.member(writing.userid()).userid();
        var could = true;
        for (var i = 0; i < Acting.times(writing.count()) && could; i++) {
            could = Encounters.memberWrites(corp, customer, userid);
        }
        return done(could);
    }

    private StaffRow changed(StaffRow member, MemberAction.MemberChanges by) {
        var status = by.status() == null ? member.status() : by.status();
        Values.status("status", status);
        var old = member.standing();
        var left = status == LEFT;
        return member.with(
                status,
                by.customerContact() == null ? member.customerContact() : by.customerContact(),
                new StaffRow.Standing(
                        left && !member.hasLeft() ? corp.clock().now() : left ? old.leftAt() : 0,
                        by.lastLoginAt() == null
                                ? old.lastLoginAt()
                                : by.lastLoginAt().getEpochSecond(),
                        by.realName() == null ? old.unverified() : !by.realName(),
                        by.banned() == null ? old.banned() : by.banned(),
                        old.superAdmin(),
                        old.teamAccount(),
                        by.archived() == null ? old.archived() : by.archived(),
                        old.consoleWelcome()));
    }

    private static ObjectNode done(boolean changed) {
        return Json.object().put("changed", changed);
    }
}
