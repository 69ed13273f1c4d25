package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.Console;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.TagGroupRow;
import cn.siyu.adapter.wecomsimulator.world.TagRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries out what administrators do to tags and their groups in the console, with the corp's lock
/// held.
final class TagActing {
    private static final int LONGEST = 30;
    private final Corp corp;

    TagActing(Corp corp) {
        this.corp = corp;
    }

    ObjectNode create(Action.CreateTag action) {
        var group = Values.text("group", action.group(), LONGEST);
        var name = Values.text("name", action.name(), LONGEST);
        return Json.object().put("tag", Console.createTag(corp, group, name).id());
    }

    /// Renames a tag, or a group where `tag` is the id of one.
    void rename(Action.RenameTag action) {
        var name = Values.text("name", action.name(), LONGEST);
        var group = corp.tags().group(String.valueOf(action.tag()));
        if (group.isPresent()) {
            Console.renameGroup(corp, group.get(), name);
        } else {
            Console.renameTag(corp, tag(action.tag()), name);
        }
    }

    /// Deletes a tag, or a group with all its tags where `tag` is the id of one.
    void delete(Action.DeleteTag action) {
        var group = corp.tags().group(String.valueOf(action.tag()));
        if (group.isPresent()) {
            Console.deleteGroup(corp, group.get());
        } else {
            Console.deleteTag(corp, tag(action.tag()));
        }
    }

    void sort(Action.SortTags sort) {
        var ids = sort.ids() == null ? List.<String>of() : sort.ids();
        if (sort.group() == null) {
            Console.sortGroups(corp, ids.stream().map(this::group).toList());
        } else {
            Console.sortTags(
                    corp, group(sort.group()), ids.stream().map(this::tag).toList());
        }
    }

    /// The ids of tags that exist.
    Set<String> ids(@Nullable List<String> ids) {
        var found = new LinkedHashSet<String>();
        (ids == null ? List.<String>of() : ids).forEach(id -> found.add(tag(id).id()));
        return found;
    }

    private TagRow tag(String id) {
        return corp.tags().tag(String.valueOf(id)).orElseThrow(() -> ControlError.notFound("there is no tag " + id));
    }

    private TagGroupRow group(String id) {
        return corp.tags()
                .group(String.valueOf(id))
                .orElseThrow(() -> ControlError.notFound("there is no tag group " + id));
    }
}
