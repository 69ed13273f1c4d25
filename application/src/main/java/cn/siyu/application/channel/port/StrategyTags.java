package cn.siyu.application.channel.port;

import java.util.List;
import java.util.Set;

/// Tags that belong to one strategy for customers (规则组标签): only its people see them. See
/// [Strategies]; only those of the first level have tags.
public interface StrategyTags {
    Answer<List<TagDirectory.TagGroup>> list(long strategy);

    /// Makes tags in a group of this name, which is made when there is none. Answers the group with
    /// the new tags.
    Answer<TagDirectory.TagGroup> create(long strategy, String groupName, List<String> tagNames);

    /// Renames a tag or a group.
    Answer<Ack> rename(String id, String name);

    /// The last tag of a group takes the group with it.
    Answer<Ack> delete(Set<String> tagIds);
}
