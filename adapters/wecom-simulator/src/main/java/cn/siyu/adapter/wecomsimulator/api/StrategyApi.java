package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.StrategyRow;
import cn.siyu.adapter.wecomsimulator.world.TagGroupRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Customer strategies (客户联系规则组): made, read, changed and deleted.
final class StrategyApi {
    private static final String ROOT = "/cgi-bin/externalcontact/customer_strategy/";
    private static final int PAGE = 1000;

    private StrategyApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "list", StrategyApi::list, "strategy"),
                Endpoint.contactPost(ROOT + "get", StrategyApi::get),
                Endpoint.contactPost(ROOT + "get_range", StrategyApi::range, "range"),
                Endpoint.contactPost(ROOT + "create", StrategyApi::create),
                Endpoint.contactPost(ROOT + "edit", StrategyApi::edit),
                Endpoint.contactPost(ROOT + "del", StrategyApi::delete));
    }

    /// The strategy that a call names.
    static StrategyRow named(Call call, String field) {
        if (!call.params().has(field)) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var id = Math.clamp(call.params().number(field, 0), 0, Integer.MAX_VALUE);
        return call.corp().strategies().strategy(id).orElseThrow(() -> Errcode.invalidParam(field));
    }

    private static void list(Call call, ObjectNode answer) {
        var query = call.corp().corpId() + "|strategies";
        var start = Cursors.read(query, call.params().text("cursor"));
        var limit = Page.limit(call.params(), PAGE, PAGE);
        var rows = answer.putArray("strategy");
        var from = (int) Math.max(start.major(), 0);
        for (var id : call.corp().strategies().inOrder().tailMap(from).keySet()) {
            if (rows.size() == limit) {
                answer.put("next_cursor", Cursors.write(query, new Cursors.Position(id, 0)));
                return;
            }
            rows.addObject().put("strategy_id", id);
        }
    }

    private static void get(Call call, ObjectNode answer) {
        var row = named(call, "strategy_id");
        var node = answer.putObject("strategy").put("strategy_id", row.id());
        node.put("parent_id", row.parentId()).put("strategy_name", row.name());
        node.put("create_time", row.createdAt());
        row.admins().forEach(node.putArray("admin_list")::add);
        Privileges.describe(call.corp(), row, node.putObject("privilege"));
    }

    private static void range(Call call, ObjectNode answer) {
        var row = named(call, "strategy_id");
        var query = call.corp().corpId() + "|strategy|" + row.id();
        var start = Cursors.read(query, call.params().text("cursor"));
        var limit = Page.limit(call.params(), PAGE, PAGE);
        var nodes = StrategyRange.of(row).nodes();
        var rows = answer.putArray("range");
        for (var i = (int) Math.max(start.major(), 0); i < nodes.size(); i++) {
            if (rows.size() == limit) {
                answer.put("next_cursor", Cursors.write(query, new Cursors.Position(i, 0)));
                return;
            }
            switch (nodes.get(i)) {
                case String userid -> rows.addObject().put("type", 1).put("userid", userid);
                case Integer party -> rows.addObject().put("type", 2).put("partyid", party);
                default -> throw new IllegalStateException("a range has members and departments only");
            }
        }
    }

    private static void create(Call call, ObjectNode answer) {
        var corp = call.corp();
        var params = call.params();
        var parent = params.number("parent_id", 0) == 0
                ? 0
                : named(call, "parent_id").id();
        if (corp.limited()
                && corp.strategies().path(parent).size() >= corp.limits().strategyLevels()) {
            throw Errcode.invalidParam("parent_id");
        }
        var range = StrategyRange.read(call, "range");
        if (range.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var row = new StrategyRow(
                corp.strategies().nextId(),
                parent,
                name(call),
                call.now(),
                admins(call),
                Privileges.read(params.object("privilege"), Privileges.all()),
                range.users(),
                range.parties());
        checkRange(corp, row);
        corp.put(row);
        answer.put("strategy_id", row.id());
    }

    private static void edit(Call call, ObjectNode answer) {
        var params = call.params();
        var old = named(call, "strategy_id");
        var range = StrategyRange.of(old)
                .changed(StrategyRange.read(call, "range_add"), StrategyRange.read(call, "range_del"));
        var row = new StrategyRow(
                old.id(),
                old.parentId(),
                params.has("strategy_name") ? name(call) : old.name(),
                old.createdAt(),
                params.has("admin_list") ? admins(call) : old.admins(),
                Privileges.read(params.object("privilege"), old.privileges()),
                range.users(),
                range.parties());
        checkRange(call.corp(), row);
        call.corp().put(row);
        narrowBelow(call.corp(), row);
    }

    /// What is below a strategy stays inside its range.
    private static void narrowBelow(Corp corp, StrategyRow above) {
        for (var below : corp.strategies().below(above.id())) {
            var kept = StrategyRange.of(below).within(corp, StrategyRange.of(above));
            var narrowed = below.ranging(kept.users(), kept.parties());
            if (!narrowed.equals(below)) {
                corp.put(narrowed);
            }
            narrowBelow(corp, narrowed);
        }
    }

    private static void delete(Call call, ObjectNode answer) {
        delete(call.corp(), named(call, "strategy_id"));
    }

    /// With everything below it, and their tags.
    private static void delete(Corp corp, StrategyRow row) {
        corp.strategies().below(row.id()).forEach(below -> delete(corp, below));
        corp.tags().strategyGroups().stream()
                .filter(group -> group.strategyId() == row.id())
                .forEach(group -> corp.put(new TagGroupRow.Gone(group.id())));
        corp.put(new StrategyRow.Gone(row.id()));
    }

    private static String name(Call call) {
        var name = call.params().text("strategy_name");
        if (name.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        return name;
    }

    private static List<String> admins(Call call) {
        var admins = call.params().texts("admin_list").stream()
                .distinct()
                .map(userid -> StaffApi.visibleMember(call, userid))
                .toList();
        if (admins.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (admins.size() > call.corp().limits().strategyAdmins()) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        if (admins.stream().anyMatch(member -> member.standing().superAdmin())) {
            throw Errcode.invalidParam("admin_list");
        }
        return admins.stream().map(member -> member.userid()).toList();
    }

    private static void checkRange(Corp corp, StrategyRow row) {
        if (row.nodes() > corp.limits().strategyNodes()) {
            throw Errcode.invalidParam("range");
        }
        var range = StrategyRange.of(row);
        corp.strategies().strategy(row.parentId()).ifPresent(parent -> {
            if (!range.within(corp, StrategyRange.of(parent)).equals(range)) {
                throw Errcode.invalidParam("range");
            }
        });
    }
}
