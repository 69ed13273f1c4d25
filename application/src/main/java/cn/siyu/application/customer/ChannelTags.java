package cn.siyu.application.customer;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.customer.SynchronizeContact.SeenTag;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.application.customer.port.Tags.Noted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings the tags of a relationship in line with the channel's; inside the caller's transaction.
/// What we still have to tell the channel is left as we have it.
public final class ChannelTags {
    private static final String CHANNEL = "CHANNEL";

    private final Tags tags;
    private final ChannelCommands commands;
    private final IdSource ids;

    public ChannelTags(Tags tags, ChannelCommands commands, IdSource ids) {
        this.tags = tags;
        this.commands = commands;
        this.ids = ids;
    }

    void take(BrandId brand, Relationship relationship, String contactId, List<SeenTag> seen, Instant now) {
        var untold = commands.untoldTags(brand, relationship.account(), contactId);
        var there = known(brand, seen, now).stream()
                .map(tag -> new Assignment(relationship.customer(), tag, relationship.account()))
                .filter(assignment -> !untold.contains(assignment.tag()))
                .collect(Collectors.toSet());
        var here = tags.of(brand, List.of(relationship.customer())).stream()
                .filter(assignment -> relationship.account().equals(assignment.account()))
                .filter(assignment -> !untold.contains(assignment.tag()))
                .collect(Collectors.toSet());
        note(brand, tags.set(brand, minus(there, here), CHANNEL, now), true, now);
        note(brand, tags.unset(brand, minus(here, there)), false, now);
    }

    /// A relationship and the tags that the channel has on it.
    record Tagged(Relationship relationship, String contactId, List<SeenTag> seen) {}

    /// As [#take], for many.
    ///
    /// @return the relationships whose tags were other than the channel's
    Set<RelationshipId> takeAll(BrandId brand, List<Tagged> tagged, Instant now) {
        var numbers = numbers(brand, tagged, now);
        var untold = new HashMap<ChannelAccountId, Map<String, Set<TagId>>>();
        var here = here(brand, tagged);
        var coming = new LinkedHashSet<Assignment>();
        var going = new LinkedHashSet<Assignment>();
        var changed = new HashSet<RelationshipId>();
        for (Tagged one : tagged) {
            var relationship = one.relationship();
            var left = untold.computeIfAbsent(relationship.account(), account -> commands.untoldTags(brand, account))
                    .getOrDefault(one.contactId(), Set.of());
            var there = new LinkedHashSet<Assignment>();
            for (SeenTag tag : one.seen()) {
                there.add(new Assignment(
                        relationship.customer(),
                        Objects.requireNonNull(numbers.get(tag.channelRef())),
                        relationship.account()));
            }
            var had = here.getOrDefault(new Holder(relationship.customer(), relationship.account()), Set.of());
            there.removeIf(assignment -> left.contains(assignment.tag()));
            boolean more = coming.addAll(minus(there, had));
            boolean less = going.addAll(minus(had, there).stream()
                    .filter(assignment -> !left.contains(assignment.tag()))
                    .toList());
            if (more || less) {
                changed.add(relationship.id());
            }
        }
        note(brand, tags.set(brand, coming, CHANNEL, now), true, now);
        note(brand, tags.unset(brand, going), false, now);
        return changed;
    }

    private record Holder(CustomerId customer, @Nullable ChannelAccountId account) {}

    private Map<Holder, Set<Assignment>> here(BrandId brand, List<Tagged> tagged) {
        var customers = tagged.stream()
                .map(one -> one.relationship().customer())
                .distinct()
                .toList();
        var here = new HashMap<Holder, Set<Assignment>>();
        for (Assignment one : tags.of(brand, customers)) {
            here.computeIfAbsent(new Holder(one.customer(), one.account()), _ -> new LinkedHashSet<>())
                    .add(one);
        }
        return here;
    }

    /// Our numbers of the channel's tags; each tag that is not known yet is made once.
    private Map<String, TagId> numbers(BrandId brand, List<Tagged> tagged, Instant now) {
        var byRef = new LinkedHashMap<String, SeenTag>();
        tagged.forEach(one -> one.seen().forEach(tag -> byRef.putIfAbsent(tag.channelRef(), tag)));
        var numbers = new HashMap<String, TagId>();
        tags.byChannelRefs(brand, byRef.keySet())
                .forEach(tag -> numbers.put(String.valueOf(tag.channelRef()), tag.id()));
        byRef.forEach((ref, tag) -> numbers.computeIfAbsent(ref, _ -> adopted(brand, tag, now)));
        return numbers;
    }

    private Set<TagId> known(BrandId brand, List<SeenTag> seen, Instant now) {
        Map<String, Tag> byRef = tags
                .byChannelRefs(brand, seen.stream().map(SeenTag::channelRef).toList())
                .stream()
                .collect(Collectors.toMap(tag -> String.valueOf(tag.channelRef()), Function.identity()));
        var found = new HashSet<TagId>();
        for (SeenTag one : seen) {
            var tag = byRef.get(one.channelRef());
            found.add(tag == null ? adopted(brand, one, now) : tag.id());
        }
        return found;
    }

    /// A tag of ours by that name gets the channel's id; without one it is made.
    private TagId adopted(BrandId brand, SeenTag seen, Instant now) {
        var named = tags.byName(brand, seen.group(), seen.name());
        if (named.isPresent()) {
            var tag = named.get();
            tags.replace(
                    brand,
                    new Tag(
                            tag.id(),
                            tag.publicId(),
                            tag.group(),
                            tag.name(),
                            seen.channelRef(),
                            tag.version() + 1,
                            tag.createdAt(),
                            now));
            return tag.id();
        }
        long id = ids.next();
        tags.add(
                brand,
                new Tag(
                        new TagId(id),
                        ids.publicId(id, now),
                        seen.group(),
                        seen.name(),
                        seen.channelRef(),
                        1,
                        now,
                        now));
        return new TagId(id);
    }

    private void note(BrandId brand, Set<Assignment> changed, boolean set, Instant now) {
        var changes = new ArrayList<Noted>();
        changed.forEach(assignment -> changes.add(new Noted(ids.next(), assignment, set, CHANNEL, now)));
        tags.note(brand, changes);
    }

    private static Set<Assignment> minus(Set<Assignment> all, Set<Assignment> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
