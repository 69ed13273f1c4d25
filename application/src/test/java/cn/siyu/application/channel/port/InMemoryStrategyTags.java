package cn.siyu.application.channel.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tags of strategies, in memory.
final class InMemoryStrategyTags implements StrategyTags {
    private final InMemoryFarSide farSide;
    private final Map<String, Kept> groups = new LinkedHashMap<>();

    InMemoryStrategyTags(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    private record Kept(long strategy, TagDirectory.TagGroup group) {}

    @Override
    public Answer<List<TagDirectory.TagGroup>> list(long strategy) {
        return farSide.read(() -> farSide.customerStrategies.firstLevel(strategy)
                ? Answer.done(groups.values().stream()
                        .filter(kept -> kept.strategy() == strategy)
                        .map(Kept::group)
                        .toList())
                : none());
    }

    @Override
    public Answer<TagDirectory.TagGroup> create(long strategy, String groupName, List<String> tagNames) {
        return farSide.change(() -> {
            if (!farSide.customerStrategies.firstLevel(strategy)) {
                return none();
            }
            var before = groups.values().stream()
                    .filter(kept ->
                            kept.strategy() == strategy && kept.group().name().equals(groupName))
                    .findFirst();
            var id = before.map(kept -> kept.group().id()).orElseGet(() -> "st" + farSide.next());
            var made = tagNames.stream()
                    .map(name -> new TagDirectory.Tag("st" + farSide.next(), name))
                    .toList();
            var all = new ArrayList<TagDirectory.Tag>();
            before.ifPresent(kept -> all.addAll(kept.group().tags()));
            all.addAll(made);
            groups.put(id, new Kept(strategy, new TagDirectory.TagGroup(id, groupName, all)));
            return Answer.done(new TagDirectory.TagGroup(id, groupName, made));
        });
    }

    @Override
    public Answer<Ack> rename(String id, String name) {
        return farSide.change(() -> {
            boolean known = groups.values().stream()
                    .anyMatch(kept -> kept.group().id().equals(id)
                            || kept.group().tags().stream()
                                    .anyMatch(tag -> tag.id().equals(id)));
            if (!known) {
                return none();
            }
            groups.replaceAll((_, kept) -> new Kept(kept.strategy(), renamed(kept.group(), id, name)));
            return Answer.done(Ack.ACK);
        });
    }

    private static TagDirectory.TagGroup renamed(TagDirectory.TagGroup group, String id, String name) {
        return new TagDirectory.TagGroup(
                group.id(),
                group.id().equals(id) ? name : group.name(),
                group.tags().stream()
                        .map(tag -> tag.id().equals(id) ? new TagDirectory.Tag(id, name) : tag)
                        .toList());
    }

    @Override
    public Answer<Ack> delete(Set<String> tagIds) {
        return farSide.change(() -> {
            groups.replaceAll((_, kept) -> new Kept(
                    kept.strategy(),
                    new TagDirectory.TagGroup(
                            kept.group().id(),
                            kept.group().name(),
                            kept.group().tags().stream()
                                    .filter(tag -> !tagIds.contains(tag.id()))
                                    .toList())));
            groups.values().removeIf(kept -> kept.group().tags().isEmpty());
            return Answer.done(Ack.ACK);
        });
    }

    private static <T> Answer<T> none() {
        return Answer.notDone(NotDoneReason.INVALID, "no such strategy, tag or group");
    }
}
