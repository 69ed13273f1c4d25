package cn.siyu.adapter.wecomsimulator.callback;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.PostRow;
import com.fasterxml.jackson.databind.node.TextNode;

/// Raises the events of a corp: each becomes one waiting callback per app that hears of it. Call
/// with the corp's lock held, as part of the change that the event tells of.
public final class CorpEvents {
    private CorpEvents() {}

    /// Member and customer have become contacts. `state` and `welcomeCode` are left out when empty.
    public static void contactAdded(Corp corp, String userid, String externalUserId, String state, String welcomeCode) {
        var event = contact(corp, "add_external_contact", userid, externalUserId)
                .optional("State", state)
                .optional("WelcomeCode", welcomeCode);
        raise(corp, userid, event);
    }

    /// The customer has agreed that the chat is archived. `welcomeCode` is left out when empty.
    public static void archiveAgreed(Corp corp, String userid, String externalUserId, String welcomeCode) {
        var event = contact(corp, "msg_audit_approved", userid, externalUserId).optional("WelcomeCode", welcomeCode);
        raise(corp, userid, event);
    }

    /// A customer has the member among its contacts, and the member has not answered yet.
    public static void contactHalfAdded(
            Corp corp, String userid, String externalUserId, String state, String welcomeCode) {
        var event = contact(corp, "add_half_external_contact", userid, externalUserId)
                .optional("State", state)
                .optional("WelcomeCode", welcomeCode);
        raise(corp, userid, event);
    }

    /// The member has changed remark or tags in the client.
    public static void contactEdited(Corp corp, String userid, String externalUserId) {
        raise(corp, userid, contact(corp, "edit_external_contact", userid, externalUserId));
    }

    /// The member has deleted the customer.
    public static void contactDeletedByMember(Corp corp, String userid, String externalUserId) {
        raise(corp, userid, contact(corp, "del_external_contact", userid, externalUserId));
    }

    /// The customer has gone over to another member, and is no longer this one's.
    public static void contactTransferred(Corp corp, String userid, String externalUserId) {
        raise(
                corp,
                userid,
                contact(corp, "del_external_contact", userid, externalUserId).text("Source", "DELETE_BY_TRANSFER"));
    }

    /// A transfer has come to nothing.
    /// @param reason `customer_refused` or `customer_limit_exceed`
    /// @param takeover the member who was to take over
    public static void transferFailed(Corp corp, String reason, String takeover, String externalUserId) {
        var event = new CallbackEvent(corp.corpId(), corp.clock().now(), "change_external_contact")
                .text("ChangeType", "transfer_fail")
                .text("FailReason", reason)
                .text("UserID", takeover)
                .text("ExternalUserID", externalUserId);
        raise(corp, takeover, event);
    }

    /// The customer has deleted the member.
    public static void memberDeletedByCustomer(Corp corp, String userid, String externalUserId) {
        raise(corp, userid, contact(corp, "del_follow_user", userid, externalUserId));
    }

    /// An administrator has created, updated or deleted a tag or group in the console.
    /// @param change `create`, `update` or `delete`
    /// @param strategyId the strategy it belongs to; 0 = the corp
    public static void tagChanged(Corp corp, String change, String id, boolean group, int strategyId) {
        var event = new CallbackEvent(corp.corpId(), corp.clock().now(), "change_external_tag")
                .text("Id", id)
                .text("TagType", group ? "tag_group" : "tag")
                .text("ChangeType", change)
                .number("StrategyId", strategyId);
        raise(corp, "", event);
    }

    /// An administrator has sorted the tags of a group, or without one the groups.
    public static void tagsShuffled(Corp corp, String groupId, int strategyId) {
        var event = new CallbackEvent(corp.corpId(), corp.clock().now(), "change_external_tag")
                .text("Id", groupId)
                .number("StrategyId", strategyId)
                .text("ChangeType", "shuffle");
        raise(corp, "", event);
    }

    private static CallbackEvent contact(Corp corp, String change, String userid, String externalUserId) {
        return new CallbackEvent(corp.corpId(), corp.clock().now(), "change_external_contact")
                .text("ChangeType", change)
                .text("UserID", userid)
                .text("ExternalUserID", externalUserId);
    }

    /// @param userid the member that the event concerns: apps that do not see it are not told; `""`
    ///     for all apps
    static void raise(Corp corp, String userid, CallbackEvent event) {
        for (var app : corp.directory().apps()) {
            var concerned = userid.isEmpty() || app.sees(userid);
            if (concerned) {
                raiseTo(corp, app.agentId(), event);
            }
        }
    }

    /// Tells one app, if it hears of customers at all.
    static void raiseTo(Corp corp, int agentId, CallbackEvent event) {
        corp.directory()
                .app(agentId)
                .filter(app -> app.callback() != null && app.customerContact() && app.enabled())
                .ifPresent(_ -> corp.put(new PostRow(
                        corp.outbox().nextSequence(),
                        PostRow.Kind.CALLBACK,
                        corp.clock().now(),
                        agentId,
                        "",
                        "",
                        TextNode.valueOf(event.xml()))));
    }
}
