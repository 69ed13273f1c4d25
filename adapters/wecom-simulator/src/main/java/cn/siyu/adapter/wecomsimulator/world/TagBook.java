package cn.siyu.adapter.wecomsimulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A corp's tags and tag groups (企业标签库).
public final class TagBook {
    private final Map<String, TagGroupRow> groups = new LinkedHashMap<>();
    private final Map<String, TagRow> tags = new LinkedHashMap<>();

    void apply(TagGroupRow row) {
        groups.put(row.id(), row);
    }

    void apply(TagRow row) {
        tags.put(row.id(), row);
    }

    void apply(TagGroupRow.Gone row) {
        groups.remove(row.id());
        tags.values().removeIf(tag -> tag.groupId().equals(row.id()));
    }

    void apply(TagRow.Gone row) {
        tags.remove(row.id());
    }

    Stream<Row> rows() {
        return Stream.concat(groups.values().stream(), tags.values().stream());
    }

    public int count() {
        return tags.size();
    }

    public Optional<TagGroupRow> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /// The corp's group of a name.
    public Optional<TagGroupRow> groupNamed(String name) {
        return groups().stream().filter(group -> group.name().equals(name)).findFirst();
    }

    public Optional<TagRow> tag(String id) {
        return Optional.ofNullable(tags.get(id));
    }

    /// Tag or group ids, all of them.
    public boolean taken(String id) {
        return groups.containsKey(id) || tags.containsKey(id);
    }

    /// The corp's groups.
    public List<TagGroupRow> groups() {
        return groups.values().stream().filter(group -> group.strategyId() == 0).toList();
    }

    /// The groups of strategies.
    public List<TagGroupRow> strategyGroups() {
        return groups.values().stream().filter(group -> group.strategyId() > 0).toList();
    }

    public List<TagRow> tagsOf(String groupId) {
        return tags.values().stream()
                .filter(tag -> tag.groupId().equals(groupId))
                .toList();
    }
}
