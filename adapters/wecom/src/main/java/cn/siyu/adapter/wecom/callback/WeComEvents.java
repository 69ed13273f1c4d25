package cn.siyu.adapter.wecom.callback;

import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.ChannelEvent.ContactAdded;
import cn.siyu.application.channel.port.ChannelEvent.ContactDeletedByCustomer;
import cn.siyu.application.channel.port.ChannelEvent.ContactDeletedByStaff;
import cn.siyu.application.channel.port.ChannelEvent.ContactEdited;
import cn.siyu.application.channel.port.ChannelEvent.Ignored;
import cn.siyu.application.channel.port.ChannelEvent.TagCreated;
import cn.siyu.application.channel.port.ChannelEvent.TagDeleted;
import cn.siyu.application.channel.port.ChannelEvent.TagUpdated;
import cn.siyu.application.channel.port.ChannelEvent.TagsShuffled;
import cn.siyu.application.channel.port.ChannelEvent.TransferFailed;
import cn.siyu.application.channel.port.ChannelEventTranslator;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the customer and tag events of the platform (客户联系事件); everything else is ignored
/// with its name.
public final class WeComEvents implements ChannelEventTranslator {
    @Override
    public ChannelEvent translate(String payload) {
        return FlatXml.read(payload).map(WeComEvents::event).orElse(new Ignored("not readable as an event"));
    }

    private static ChannelEvent event(Map<String, String> fields) {
        var event = fields.getOrDefault("Event", "");
        var change = fields.getOrDefault("ChangeType", "");
        var at = time(fields.getOrDefault("CreateTime", ""));
        if (!"event".equals(fields.get("MsgType")) || at.isEmpty()) {
            return new Ignored("not an event with a time");
        }
        return switch (event) {
            case "change_external_contact" -> aboutContact(change, fields, at.get());
            case "change_external_tag" -> aboutTags(change, fields, at.get());
            default -> notFollowed(event, change);
        };
    }

    private static ChannelEvent aboutContact(String change, Map<String, String> fields, Instant at) {
        var staff = given(fields, "UserID");
        var contact = given(fields, "ExternalUserID");
        if (staff == null || contact == null) {
            return new Ignored(change + " without a member or a contact");
        }
        return switch (change) {
            case "add_external_contact" -> added(staff, contact, fields, false, at);
            case "add_half_external_contact" -> added(staff, contact, fields, true, at);
            case "edit_external_contact" -> new ContactEdited(staff, contact, at);
            case "del_external_contact" ->
                new ContactDeletedByStaff(staff, contact, "DELETE_BY_TRANSFER".equals(fields.get("Source")), at);
            case "del_follow_user" -> new ContactDeletedByCustomer(staff, contact, at);
            case "transfer_fail" -> new TransferFailed(staff, contact, failure(fields.get("FailReason")), at);
            default -> notFollowed("change_external_contact", change);
        };
    }

    private static ContactAdded added(
            String staff, String contact, Map<String, String> fields, boolean half, Instant at) {
        return new ContactAdded(staff, contact, given(fields, "State"), given(fields, "WelcomeCode"), half, at);
    }

    private static TransferFailed.Failure failure(@Nullable String reason) {
        return switch (reason) {
            case "customer_refused" -> TransferFailed.Failure.REFUSED_BY_CUSTOMER;
            case "customer_limit_exceed" -> TransferFailed.Failure.STAFF_FULL;
            case null, default -> TransferFailed.Failure.UNRECOGNISED;
        };
    }

    private static ChannelEvent aboutTags(String change, Map<String, String> fields, Instant at) {
        var id = given(fields, "Id");
        if (change.equals("shuffle")) {
            return new TagsShuffled(id, at);
        }
        if (id == null) {
            return new Ignored(shortened(change) + " without a tag");
        }
        var group = "tag_group".equals(fields.get("TagType"));
        return switch (change) {
            case "create" -> new TagCreated(id, group, at);
            case "update" -> new TagUpdated(id, group, at);
            case "delete" -> new TagDeleted(id, group, at);
            default -> notFollowed("change_external_tag", change);
        };
    }

    private static Ignored notFollowed(String event, String change) {
        return new Ignored("not followed: " + shortened(event) + "/" + shortened(change));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 60)).replaceAll("[^A-Za-z0-9_]", "?");
    }

    private static @Nullable String given(Map<String, String> fields, String name) {
        var value = fields.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Optional<Instant> time(String seconds) {
        return seconds.matches("[0-9]{1,11}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
