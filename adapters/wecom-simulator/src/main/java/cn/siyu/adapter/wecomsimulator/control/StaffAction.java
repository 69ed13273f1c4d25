package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.jspecify.annotations.Nullable;

/// Something that a member or customer does that an app or a rule is concerned with, by hand.
@JsonSubTypes({
    @JsonSubTypes.Type(value = StaffAction.OpenPage.class, name = "OPEN_PAGE"),
    @JsonSubTypes.Type(value = StaffAction.Write.class, name = "MEMBER_SENDS"),
})
sealed interface StaffAction extends Action.WithApp {
    /// A member, or a customer, opens a page of an app; the answer's `code` tells the app who,
    /// once, within five minutes.
    record OpenPage(
            int agentId, @Nullable String userid, @Nullable String customer) implements StaffAction {}

    /// A member writes to a customer, or sends a red packet; the rules against words look at it
    /// first.
    record Write(String userid, String customer, @Nullable String text, boolean redPacket) implements StaffAction {}
}
