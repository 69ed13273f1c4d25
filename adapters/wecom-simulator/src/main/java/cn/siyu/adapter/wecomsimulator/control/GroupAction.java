package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person does in or with a customer group (客户群), by hand. `userid` names a
/// member of the corp, `customer` an external_userid.
@JsonSubTypes({
    @JsonSubTypes.Type(value = GroupAction.Create.class, name = "CREATE_GROUP"),
    @JsonSubTypes.Type(value = GroupAction.Join.class, name = "JOIN_GROUP"),
    @JsonSubTypes.Type(value = GroupAction.Leave.class, name = "LEAVE_GROUP"),
    @JsonSubTypes.Type(value = GroupAction.Remove.class, name = "REMOVE_FROM_GROUP"),
    @JsonSubTypes.Type(value = GroupAction.HandOver.class, name = "HAND_OVER_GROUP"),
    @JsonSubTypes.Type(value = GroupAction.Rename.class, name = "RENAME_GROUP"),
    @JsonSubTypes.Type(value = GroupAction.Announce.class, name = "GROUP_NOTICE"),
    @JsonSubTypes.Type(value = GroupAction.WelcomeBy.class, name = "GROUP_WELCOME"),
    @JsonSubTypes.Type(value = GroupAction.Appoint.class, name = "GROUP_ADMINS"),
    @JsonSubTypes.Type(value = GroupAction.Dismiss.class, name = "DISMISS_GROUP"),
    @JsonSubTypes.Type(value = GroupAction.Write.class, name = "WRITE_IN_GROUP"),
})
sealed interface GroupAction extends Action.InGroup {
    /// The member `userid` makes a group of itself and others.
    record Create(
            String userid,
            @Nullable String chatId,
            @Nullable String name,
            @Nullable String notice,
            @Nullable List<String> admins,
            @Nullable List<String> members,
            @Nullable List<String> customers)
            implements GroupAction {}

    /// A customer, or a member, joins; without both somebody new does. By invitation (`joinScene`
    /// 1, or 2 for a link) or by a code (3); or by the code of a join way, given by its address or
    /// its id instead of the group.
    record Join(
            @Nullable String chatId,
            @Nullable String qrCode,
            @Nullable String configId,
            @Nullable String customer,
            @Nullable String name,
            @Nullable String userid,
            @Nullable String invitor,
            int joinScene,
            @Nullable String nickname)
            implements GroupAction {}

    /// A customer or a member goes.
    record Leave(
            String chatId,
            @Nullable String customer,
            @Nullable String userid) implements GroupAction {}

    /// The owner, or an administrator, removes people.
    record Remove(
            String chatId,
            @Nullable List<String> customers,
            @Nullable List<String> userids) implements GroupAction {}

    /// The owner hands the group to the member `userid`, who is in it.
    record HandOver(String chatId, String userid) implements GroupAction {}

    /// The group gets another name.
    record Rename(String chatId, String name) implements GroupAction {}

    /// The group gets another notice (群公告).
    record Announce(String chatId, String notice) implements GroupAction {}

    /// The owner chooses the template that greets newcomers; none without it.
    record WelcomeBy(String chatId, @Nullable String templateId) implements GroupAction {}

    /// The owner chooses the administrators.
    record Appoint(String chatId, List<String> userids) implements GroupAction {}

    /// The owner dissolves the group.
    record Dismiss(String chatId) implements GroupAction {}

    /// A customer or a member writes, once or `messages` times.
    record Write(
            String chatId,
            @Nullable String customer,
            @Nullable String userid,
            int messages) implements GroupAction {}
}
