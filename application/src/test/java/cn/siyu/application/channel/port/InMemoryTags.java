package cn.siyu.application.channel.port;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Corp tags in memory.
final class InMemoryTags implements TagDirectory {
    private final InMemoryFarSide farSide;

    InMemoryTags(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    @Override
    public Answer<List<TagGroup>> list() {
        return farSide.read(() -> Answer.done(List.copyOf(farSide.tagGroups.values())));
    }

    @Override
    public Answer<TagGroup> create(String groupName, List<String> tagNames) {
        return farSide.change(() -> {
            var group = farSide.tagGroups.values().stream()
                    .filter(g -> g.name().equals(groupName))
                    .findFirst()
                    .orElseGet(() -> new TagGroup("et" + farSide.next(), groupName, List.of()));
            if (group.tags().stream().anyMatch(tag -> tagNames.contains(tag.name()))) {
                return Answer.notDone(NotDoneReason.INVALID, "the name is taken");
            }
            var fresh = tagNames.stream()
                    .distinct()
                    .map(name -> new Tag("et" + farSide.next(), name))
                    .toList();
            var all = Stream.concat(group.tags().stream(), fresh.stream()).toList();
            farSide.tagGroups.put(group.id(), new TagGroup(group.id(), groupName, all));
            return Answer.done(new TagGroup(group.id(), groupName, fresh));
        });
    }

    @Override
    public Answer<Ack> rename(String id, String name) {
        return farSide.change(() -> {
            if (!ids().contains(id) && !farSide.tagGroups.containsKey(id)) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "no tag " + id);
            }
            farSide.tagGroups.replaceAll((_, group) -> new TagGroup(
                    group.id(),
                    group.id().equals(id) ? name : group.name(),
                    group.tags().stream()
                            .map(tag -> tag.id().equals(id) ? new Tag(id, name) : tag)
                            .toList()));
            return Answer.done(Ack.ACK);
        });
    }

    @Override
    public Answer<Ack> delete(Set<String> tagIds) {
        return farSide.change(() -> {
            if (!ids().containsAll(tagIds)) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "no such tag");
            }
            farSide.tagGroups.replaceAll((_, group) -> new TagGroup(
                    group.id(),
                    group.name(),
                    group.tags().stream()
                            .filter(tag -> !tagIds.contains(tag.id()))
                            .toList()));
            farSide.tagGroups.values().removeIf(group -> group.tags().isEmpty());
            return Answer.done(Ack.ACK);
        });
    }

    @Override
    public Answer<Ack> mark(String staff, String contactId, Set<String> add, Set<String> remove) {
        return farSide.change(() -> {
            var pair = new InMemoryFarSide.Pair(staff, contactId);
            var follower = farSide.relations.get(pair);
            if (follower == null || !ids().containsAll(add)) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "no such relationship or tag");
            }
            var tags = new LinkedHashSet<>(follower.tagIds());
            tags.removeAll(remove);
            tags.addAll(add);
            farSide.relations.put(pair, withTags(follower, new ArrayList<>(tags)));
            return Answer.done(Ack.ACK);
        });
    }

    private Set<String> ids() {
        return farSide.tagGroups.values().stream()
                .flatMap(group -> group.tags().stream())
                .map(Tag::id)
                .collect(Collectors.toSet());
    }

    private static ContactDirectory.Follower withTags(ContactDirectory.Follower f, List<String> tags) {
        return new ContactDirectory.Follower(
                f.staff(),
                f.remark(),
                f.description(),
                f.since(),
                tags,
                f.mobiles(),
                f.addWay(),
                f.state(),
                f.openedBy());
    }
}
