package cn.siyu.adapter.wecomsimulator.callback;

import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.LinkRow;
import java.util.List;

/// The events of acquisition links (获客助手事件通知). What concerns a link is told to the app that
/// made it; what concerns the corp's quota, to every app that has made one.
public final class AcquisitionEvents {
    private AcquisitionEvents() {}

    /// The quota has changed.
    /// @param change `balance_low`, `balance_exhausted` or `balance_increased`
    public static void balance(Corp corp, String change) {
        toMakers(corp, event(corp, change));
    }

    /// Uses will end.
    public static void quotaEnds(Corp corp, long expiresAt, long left) {
        toMakers(
                corp,
                event(corp, "quota_expire_soon").number("ExpireTime", expiresAt).number("ExpireQuotaNum", left));
    }

    /// Nobody behind the link can serve.
    public static void linkUnavailable(Corp corp, LinkRow link) {
        CorpEvents.raiseTo(corp, link.agentId(), event(corp, "link_unavailable").text("LinkId", link.linkId()));
    }

    /// An administrator has deleted the link.
    public static void linkDeleted(Corp corp, LinkRow link) {
        CorpEvents.raiseTo(corp, link.agentId(), event(corp, "delete_link").text("LinkId", link.linkId()));
    }

    /// Somebody has opened the link.
    public static void profileOpened(Corp corp, LinkRow link, String channel) {
        CorpEvents.raiseTo(corp, link.agentId(), ofLink(corp, "open_profile", link, channel));
    }

    /// Somebody has asked to be added through the link.
    public static void friendRequested(Corp corp, LinkRow link, String channel) {
        CorpEvents.raiseTo(corp, link.agentId(), ofLink(corp, "friend_request", link, channel));
    }

    /// The customer has written for the first time.
    public static void chatStarted(Corp corp, LinkRow link, String userid, String externalUserId) {
        var event = event(corp, "customer_start_chat")
                .text("UserID", userid)
                .text("ExternalUserID", externalUserId)
                .text("LinkId", link.linkId());
        CorpEvents.raiseTo(corp, link.agentId(), event);
    }

    /// The customer has written its third, fifth or tenth message.
    public static void messagesFromCustomer(Corp corp, LinkRow link, String chatKey) {
        var event = event(corp, "message_from_customer")
                .text("LinkId", link.linkId())
                .text("ChatKey", chatKey);
        CorpEvents.raiseTo(corp, link.agentId(), event);
    }

    /// The customer has deleted the member.
    public static void memberDeleted(Corp corp, LinkRow link, String userid, String externalUserId, String channel) {
        var event = event(corp, "del_follow_user")
                .text("UserID", userid)
                .text("ExternalUserID", externalUserId)
                .text("LinkId", link.linkId())
                .text("State", channel);
        CorpEvents.raiseTo(corp, link.agentId(), event);
    }

    private static CallbackEvent ofLink(Corp corp, String change, LinkRow link, String channel) {
        return event(corp, change).text("LinkId", link.linkId()).text("State", channel);
    }

    private static CallbackEvent event(Corp corp, String change) {
        return new CallbackEvent(corp.corpId(), corp.clock().now(), "customer_acquisition").text("ChangeType", change);
    }

    private static void toMakers(Corp corp, CallbackEvent event) {
        var makers = corp.links().inOrder().values().stream()
                .map(LinkRow::agentId)
                .distinct()
                .toList();
        List.copyOf(corp.directory().apps()).stream()
                .map(AppRow::agentId)
                .filter(makers::contains)
                .forEach(agentId -> CorpEvents.raiseTo(corp, agentId, event));
    }
}
