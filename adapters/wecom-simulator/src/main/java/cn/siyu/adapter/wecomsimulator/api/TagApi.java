package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.ApiError;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.TagGroupRow;
import cn.siyu.adapter.wecomsimulator.world.TagRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The corp's tag library (企业标签库): read, add, edit, delete. An app edits and deletes what it
/// has made itself.
final class TagApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int NAME = 30;
    private static final long ORDERS = 1L << 32;

    private TagApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(
                        ROOT + "get_corp_tag_list",
                        (call, answer) -> list(call, answer, TagScope.corp(call)),
                        "tag_group"),
                Endpoint.contactPost(ROOT + "add_corp_tag", (call, answer) -> add(call, answer, TagScope.corp(call))),
                Endpoint.contactPost(ROOT + "edit_corp_tag", (call, _) -> edit(call, TagScope.corp(call))),
                Endpoint.contactPost(ROOT + "del_corp_tag", (call, _) -> delete(call, TagScope.corp(call))),
                Endpoint.contactPost(
                        ROOT + "get_strategy_tag_list",
                        (call, answer) -> list(call, answer, TagScope.strategies(call, false)),
                        "tag_group"),
                Endpoint.contactPost(
                        ROOT + "add_strategy_tag",
                        (call, answer) -> add(call, answer, TagScope.strategies(call, true))),
                Endpoint.contactPost(
                        ROOT + "edit_strategy_tag", (call, _) -> edit(call, TagScope.strategies(call, false))),
                Endpoint.contactPost(
                        ROOT + "del_strategy_tag", (call, _) -> delete(call, TagScope.strategies(call, false))));
    }

    private static void list(Call call, ObjectNode answer, TagScope scope) {
        var book = call.corp().tags();
        var groupIds = call.params().texts("group_id");
        var tagIds = groupIds.isEmpty() ? call.params().texts("tag_id") : List.<String>of();
        var wanted = new LinkedHashMap<TagGroupRow, List<TagRow>>();
        for (var id : groupIds) {
            var group = scope.group(book, id).orElseThrow(() -> badTag(id));
            wanted.put(group, book.tagsOf(id));
        }
        for (var id : tagIds) {
            var tag = scope.tag(book, id).orElseThrow(() -> badTag(id));
            wanted.computeIfAbsent(book.group(tag.groupId()).orElseThrow(), _ -> new ArrayList<>())
                    .add(tag);
        }
        if (groupIds.isEmpty() && tagIds.isEmpty()) {
            scope.groups(book).forEach(group -> wanted.put(group, book.tagsOf(group.id())));
        }
        var asked = !groupIds.isEmpty() || !tagIds.isEmpty();
        var groups = answer.putArray("tag_group");
        wanted.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getKey().order()))
                .forEach(entry -> {
                    var node = describe(entry.getKey(), groups.addObject());
                    if (!tagIds.isEmpty()) {
                        node.put("deleted", false);
                    }
                    describe(entry.getValue(), node, asked);
                });
    }

    private static void add(Call call, ObjectNode answer, TagScope scope) {
        var corp = call.corp();
        var forms = names(call.params().objects("tag"));
        if (forms.isEmpty()) {
            throw Errcode.NO_TAG_NAME.error();
        }
        if (corp.limited() && corp.tags().count() + forms.size() > corp.limits().tagsPerCorp()) {
            throw Errcode.CORP_TAG_LIMIT.error();
        }
        var group = group(call, scope);
        var present = corp.tags().tagsOf(group.id());
        if (present.stream().anyMatch(tag -> forms.containsKey(tag.name()))) {
            throw Errcode.TAG_NAME_EXISTS.error();
        }
        if (corp.tags().group(group.id()).isEmpty()) {
            corp.put(group);
        }
        var made = new ArrayList<TagRow>();
        forms.forEach((name, order) -> {
            var id = corp.ids().tag(group.id() + "|" + name, corp.tags()::taken);
            var tag = new TagRow(id, group.id(), name, order, call.now(), scope.agentId());
            corp.put(tag);
            made.add(tag);
        });
        describe(made, describe(group, answer.putObject("tag_group")), false);
    }

    /// The names to add with their order; a name given twice counts once.
    private static Map<String, Long> names(List<Params> forms) {
        var names = new LinkedHashMap<String, Long>();
        for (var form : forms) {
            names.putIfAbsent(name(form.text("name")), order(form, 0));
        }
        return names;
    }

    private static TagGroupRow group(Call call, TagScope scope) {
        var book = call.corp().tags();
        var id = call.params().text("group_id");
        if (!id.isEmpty()) {
            return scope.group(book, id).orElseThrow(() -> badTag(id));
        }
        var name = name(call.params().text("group_name"));
        return scope.groupNamed(book, name)
                .orElseGet(() -> new TagGroupRow(
                        call.corp().ids().tag("group|" + name, book::taken),
                        name,
                        order(call.params(), 0),
                        call.now(),
                        scope.strategyId(),
                        scope.agentId()));
    }

    private static void edit(Call call, TagScope scope) {
        var corp = call.corp();
        var id = call.params().text("id");
        if (id.isEmpty()) {
            throw Errcode.NO_TAG.error();
        }
        var renamed = call.params().has("name");
        var name = renamed ? name(call.params().text("name")) : "";
        var tag = scope.tag(corp.tags(), id);
        if (tag.isPresent()) {
            var old = tag.get();
            scope.checkCreator(old.agentId());
            if (renamed && corp.tags().tagsOf(old.groupId()).stream().anyMatch(other -> clashes(other, old, name))) {
                throw Errcode.TAG_NAME_EXISTS.error();
            }
            corp.put(old.with(renamed ? name : old.name(), order(call.params(), old.order())));
            return;
        }
        var group = scope.group(corp.tags(), id).orElseThrow(() -> badTag(id));
        scope.checkCreator(group.agentId());
        if (renamed
                && scope.groupNamed(corp.tags(), name)
                        .filter(other -> !other.id().equals(id))
                        .isPresent()) {
            throw Errcode.TAG_NAME_EXISTS.error();
        }
        corp.put(group.with(renamed ? name : group.name(), order(call.params(), group.order())));
    }

    private static boolean clashes(TagRow other, TagRow old, String name) {
        return !other.id().equals(old.id()) && other.name().equals(name);
    }

    private static void delete(Call call, TagScope scope) {
        var corp = call.corp();
        var tags = call.params().texts("tag_id");
        var groups = call.params().texts("group_id");
        if (tags.isEmpty() && groups.isEmpty()) {
            throw Errcode.NO_TAG.error();
        }
        for (var id : groups) {
            scope.checkCreator(
                    scope.group(corp.tags(), id).orElseThrow(() -> badTag(id)).agentId());
        }
        for (var id : tags) {
            scope.checkCreator(
                    scope.tag(corp.tags(), id).orElseThrow(() -> badTag(id)).agentId());
        }
        groups.forEach(id -> corp.put(new TagGroupRow.Gone(id)));
        for (var id : tags) {
            corp.tags().tag(id).ifPresent(tag -> {
                var last = corp.tags().tagsOf(tag.groupId()).size() == 1;
                corp.put(last ? new TagGroupRow.Gone(tag.groupId()) : new TagRow.Gone(id));
            });
        }
    }

    /// Larger ones come first.
    private static long order(Params params, long absent) {
        var order = params.number("order", absent);
        if (order < 0 || order >= ORDERS) {
            throw Errcode.invalidParam("order");
        }
        return order;
    }

    private static String name(String name) {
        if (name.isEmpty()) {
            throw Errcode.NO_TAG_NAME.error();
        }
        if (Words.characters(name) > NAME) {
            throw Errcode.TAG_NAME_LENGTH.error();
        }
        return name;
    }

    /// Refuses with 40068 unless all of these are tags.
    static void checkTags(Corp corp, Collection<String> ids) {
        for (var id : ids) {
            if (corp.tags().tag(id).isEmpty()) {
                throw badTag(id);
            }
        }
    }

    private static ApiError badTag(String id) {
        return Errcode.BAD_TAG.error("invalid tagid: " + id);
    }

    private static ObjectNode describe(TagGroupRow group, ObjectNode node) {
        node.put("group_id", group.id()).put("group_name", group.name());
        if (group.strategyId() > 0) {
            node.put("strategy_id", group.strategyId());
        }
        return node.put("create_time", group.createdAt()).put("order", group.order());
    }

    private static void describe(List<TagRow> tags, ObjectNode group, boolean withDeleted) {
        var nodes = group.putArray("tag");
        tags.stream().sorted(Comparator.comparingLong(tag -> -tag.order())).forEach(tag -> {
            var node = nodes.addObject().put("id", tag.id()).put("name", tag.name());
            node.put("create_time", tag.createdAt()).put("order", tag.order());
            if (withDeleted) {
                node.put("deleted", false);
            }
        });
    }
}
