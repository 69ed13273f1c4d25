package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person does, by hand: `POST …/actions` with `type` and these fields. `customer`
/// is an external_userid.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Scan.class, name = "SCAN"),
    @JsonSubTypes.Type(value = Action.Add.class, name = "ADD"),
    @JsonSubTypes.Type(value = Action.Reply.class, name = "REPLY"),
    @JsonSubTypes.Type(value = Action.Visit.class, name = "VISIT"),
    @JsonSubTypes.Type(value = Action.Buy.class, name = "BUY"),
    @JsonSubTypes.Type(value = Action.MemberDeletes.class, name = "MEMBER_DELETES"),
    @JsonSubTypes.Type(value = Action.CustomerDeletes.class, name = "CUSTOMER_DELETES"),
    @JsonSubTypes.Type(value = Action.Remark.class, name = "REMARK"),
    @JsonSubTypes.Type(value = Action.Tag.class, name = "TAG"),
    @JsonSubTypes.Type(value = Action.Confirm.class, name = "CONFIRM"),
    @JsonSubTypes.Type(value = Action.Send.class, name = "SEND"),
    @JsonSubTypes.Type(value = Action.CreateTag.class, name = "CREATE_TAG"),
    @JsonSubTypes.Type(value = Action.RenameTag.class, name = "RENAME_TAG"),
    @JsonSubTypes.Type(value = Action.DeleteTag.class, name = "DELETE_TAG"),
    @JsonSubTypes.Type(value = Action.SortTags.class, name = "SORT_TAGS"),
    @JsonSubTypes.Type(value = Action.VoidTokens.class, name = "VOID_TOKENS"),
    @JsonSubTypes.Type(StaffAction.class),
    @JsonSubTypes.Type(MomentAction.class),
    @JsonSubTypes.Type(GroupAction.class),
    @JsonSubTypes.Type(MemberAction.class),
    @JsonSubTypes.Type(LinkAction.class),
    @JsonSubTypes.Type(value = Action.Accept.class, name = "ACCEPT"),
})
sealed interface Action {
    /// Something done with an app.
    sealed interface WithApp extends Action permits StaffAction {}

    /// Something done with moments.
    sealed interface OnMoments extends Action permits MomentAction {}

    /// Something done in or with a customer group.
    sealed interface InGroup extends Action permits GroupAction {}

    /// Something that happens to a member, or to the customers it hands over.
    sealed interface OfMember extends Action permits MemberAction {}

    /// Something done with an acquisition link.
    sealed interface ByLink extends Action permits LinkAction {}

    /// Scans a code, given by its address or by the contact way's id; without `customer` somebody
    /// new does. With `waits` the member has not answered yet.
    record Scan(
            @Nullable String customer,
            @Nullable String name,
            @Nullable String qrCode,
            @Nullable String configId,
            boolean waits)
            implements Action {}

    /// Adds a member otherwise; without `customer` somebody new does. `byMember`: the member asks.
    /// With `waits` the other side has not answered yet.
    record Add(
            @Nullable String customer,
            @Nullable String name,
            String userid,
            int addWay,
            @Nullable String state,
            boolean byMember,
            boolean waits)
            implements Action {}

    /// The other side says yes.
    record Accept(String customer, String userid) implements Action {}

    /// Writes to the member, `count` times (1 when not given); reported to the product.
    record Reply(String customer, String userid, @Nullable Integer count) implements Action {}

    /// Visits a store; reported to the product.
    record Visit(String customer, String userid) implements Action {}

    /// Buys; reported to the product.
    record Buy(
            String customer,
            long amountMinor,
            @Nullable String sku,
            @Nullable String storeExternalId) implements Action {}

    /// The member deletes the customer.
    record MemberDeletes(String customer, String userid) implements Action {}

    /// The customer deletes the member.
    record CustomerDeletes(String customer, String userid) implements Action {}

    /// The member changes the customer's remark, description or mobile numbers.
    record Remark(
            String customer,
            String userid,
            @Nullable String remark,
            @Nullable String description,
            @Nullable List<String> mobiles)
            implements Action {}

    /// The member sets and removes corp tags, by id.
    record Tag(
            String customer,
            String userid,
            @Nullable List<String> add,
            @Nullable List<String> remove) implements Action {}

    /// A member, or without `userid` every member, confirms its part of a mass message; where the
    /// message leaves the groups to the member, to `chats`, or to all that it owns; where it lets
    /// the member choose (`allow_select`), to `customers` only.
    record Confirm(
            String msgid,
            @Nullable String userid,
            @Nullable List<String> chats,
            @Nullable List<String> customers) implements Action {}

    /// A member sends a mass message of its own, at once: to customers, or to groups it owns.
    record Send(
            String userid,
            @Nullable String text,
            @Nullable List<String> customers,
            @Nullable List<String> chats) implements Action {}

    /// An administrator makes a tag, and its group when there is none of that name.
    record CreateTag(String group, String name) implements Action {}

    /// An administrator renames a tag, or with the id of a group that group.
    record RenameTag(String tag, String name) implements Action {}

    /// An administrator deletes a tag, or with the id of a group that group and all its tags.
    record DeleteTag(String tag) implements Action {}

    /// An administrator sorts the tags of a group, by their ids; without `group` the groups.
    record SortTags(@Nullable String group, @Nullable List<String> ids) implements Action {}

    /// The platform takes back the tokens of an app, or of all, before their time.
    record VoidTokens(@Nullable Integer agentId) implements Action {}
}
