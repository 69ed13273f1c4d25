package cn.siyu.application.channel.port;

import java.util.List;
import java.util.Set;

/// Corp tags (企业标签) in their groups, and marking relationships with them (客户打标签).
public interface TagDirectory {
    /// All groups with their tags, in the far side's order.
    Answer<List<TagGroup>> list();

    /// Adds tags to the group of that name, which is made if there is none. The answer holds the
    /// group and the new tags only. NotDone(INVALID) when one of the names is taken in the group.
    Answer<TagGroup> create(String groupName, List<String> tagNames);

    /// Renames a tag or a group.
    Answer<Ack> rename(String id, String name);

    /// Deletes tags; a group goes with its last tag.
    Answer<Ack> delete(Set<String> tagIds);

    /// Adds and removes tags on one relationship. Repeating it changes nothing.
    Answer<Ack> mark(String staff, String contactId, Set<String> add, Set<String> remove);

    record TagGroup(String id, String name, List<Tag> tags) {
        public TagGroup {
            tags = List.copyOf(tags);
        }
    }

    record Tag(String id, String name) {}
}
