package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.Employment;
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
            case MemberAction.RefuseTransfer a -> done(Transfers.refuse(corp, people.customer(a.customer())));
        };
    }

    private StaffRow changed(StaffRow member, MemberAction.MemberChanges by) {
        var status = by.status() == null ? member.status() : by.status();
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
                        old.superAdmin()));
    }

    private static ObjectNode done(boolean changed) {
        return Json.object().put("changed", changed);
    }
}
