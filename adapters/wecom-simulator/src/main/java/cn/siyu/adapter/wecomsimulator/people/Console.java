package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.CorpEvents;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.RequestRow;
import cn.siyu.adapter.wecomsimulator.world.TagGroupRow;
import cn.siyu.adapter.wecomsimulator.world.TagRow;
import cn.siyu.adapter.wecomsimulator.world.WelcomeSent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What members do to a customer's record in their client, and administrators to the tags in the
/// console; unlike the same through the API, apps are told.
public final class Console {
    private Console() {}

    /// The member changes remark, description or mobile numbers; null leaves as it is.
    /// @return whether the relation exists
    public static boolean remarks(
            Corp corp,
            CustomerRow customer,
            String userid,
            @Nullable String remark,
            @Nullable String description,
            @Nullable List<String> mobiles) {
        var relation = corp.contacts().relation(customer.number(), userid);
        relation.ifPresent(old -> {
            corp.put(old.withRemarks(
                    remark == null ? old.remark() : remark,
                    description == null ? old.description() : description,
                    old.remarkCompany(),
                    mobiles == null ? old.mobiles() : mobiles));
            CorpEvents.contactEdited(corp, userid, customer.externalUserId());
        });
        return relation.isPresent();
    }

    /// The member sets and removes corp tags.
    /// @return whether the relation exists
    public static boolean tags(Corp corp, CustomerRow customer, String userid, Set<String> added, Set<String> removed) {
        var relation = corp.contacts().relation(customer.number(), userid);
        relation.ifPresent(old -> {
            corp.put(old.withTags(added, removed));
            CorpEvents.contactEdited(corp, userid, customer.externalUserId());
        });
        return relation.isPresent();
    }

    /// What the console's setting greets a member's new customers with.
    static Optional<String> greeting(Corp corp, String userid) {
        return corp.directory().staff(userid).map(member -> member.standing().consoleWelcome());
    }

    /// The platform greets a new customer by the console's setting.
    static void greets(Corp corp, CustomerRow customer, RequestRow asked) {
        greeting(corp, asked.userid()).filter(_ -> !asked.greeted()).ifPresent(text -> {
            var sent = new WelcomeSent(
                    corp.clock().now(), customer.number(), asked.userid(), text, JsonNodeFactory.instance.arrayNode());
            corp.put(sent);
            corp.reactions().welcomed(corp, sent);
        });
    }

    /// An administrator adds a tag; the group is made when there is none of that name.
    public static TagRow createTag(Corp corp, String groupName, String name) {
        var group = corp.tags().groupNamed(groupName).orElseGet(() -> {
            var id = corp.ids().tag("console|" + groupName, corp.tags()::taken);
            var fresh = new TagGroupRow(id, groupName, 0, corp.clock().now());
            corp.put(fresh);
            CorpEvents.tagChanged(corp, "create", id, true, 0);
            return fresh;
        });
        var id = corp.ids().tag("console|" + groupName + "|" + name, corp.tags()::taken);
        var tag = new TagRow(id, group.id(), name, 0, corp.clock().now(), 0);
        corp.put(tag);
        CorpEvents.tagChanged(corp, "create", id, false, group.strategyId());
        return tag;
    }

    /// An administrator renames a tag.
    public static void renameTag(Corp corp, TagRow tag, String name) {
        corp.put(tag.with(name, tag.order()));
        CorpEvents.tagChanged(corp, "update", tag.id(), false, strategyOf(corp, tag));
    }

    /// An administrator renames a group of tags.
    public static void renameGroup(Corp corp, TagGroupRow group, String name) {
        corp.put(group.with(name, group.order()));
        CorpEvents.tagChanged(corp, "update", group.id(), true, group.strategyId());
    }

    /// An administrator deletes a group with all its tags, which is told as the group's end only.
    public static void deleteGroup(Corp corp, TagGroupRow group) {
        corp.put(new TagGroupRow.Gone(group.id()));
        CorpEvents.tagChanged(corp, "delete", group.id(), true, group.strategyId());
    }

    /// An administrator deletes a tag; deleting the last one deletes its group, which is told as
    /// the group's end only.
    public static void deleteTag(Corp corp, TagRow tag) {
        if (corp.tags().tagsOf(tag.groupId()).size() == 1) {
            var strategy = strategyOf(corp, tag);
            corp.put(new TagGroupRow.Gone(tag.groupId()));
            CorpEvents.tagChanged(corp, "delete", tag.groupId(), true, strategy);
        } else {
            corp.put(new TagRow.Gone(tag.id()));
            CorpEvents.tagChanged(corp, "delete", tag.id(), false, strategyOf(corp, tag));
        }
    }

    /// An administrator puts the tags of a group into the order in which they are given.
    public static void sortTags(Corp corp, TagGroupRow group, List<TagRow> tags) {
        var order = tags.size();
        for (var tag : tags) {
            corp.put(tag.with(tag.name(), order--));
        }
        CorpEvents.tagsShuffled(corp, group.id(), group.strategyId());
    }

    /// An administrator puts the corp's groups into the order in which they are given.
    public static void sortGroups(Corp corp, List<TagGroupRow> groups) {
        var order = groups.size();
        for (var group : groups) {
            corp.put(group.with(group.name(), order--));
        }
        CorpEvents.tagsShuffled(corp, "", 0);
    }

    private static int strategyOf(Corp corp, TagRow tag) {
        return corp.tags().group(tag.groupId()).map(TagGroupRow::strategyId).orElse(0);
    }
}
