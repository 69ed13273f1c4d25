package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.StrategyRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/// Strategies for customers and for moments (客户联系规则组, 客户朋友圈规则组): made, read, changed
/// and deleted.
final class StrategyApi {
    private static final int PAGE = 1000;
    private final StrategyKind kind;

    private StrategyApi(StrategyKind kind) {
        this.kind = kind;
    }

    static List<Endpoint> endpoints() {
        return Arrays.stream(StrategyKind.values())
                .flatMap(kind -> new StrategyApi(kind).calls().stream())
                .toList();
    }

    private List<Endpoint> calls() {
        var root = "/cgi-bin/externalcontact/" + kind.path() + "/";
        return List.of(
                Endpoint.contactPost(root + "list", this::list, "strategy"),
                Endpoint.contactPost(root + "get", this::get),
                Endpoint.contactPost(root + "get_range", this::range, "range"),
                Endpoint.contactPost(root + "create", this::create),
                Endpoint.contactPost(root + "edit", this::edit),
                Endpoint.contactPost(root + "del", this::delete));
    }

    /// The strategy for customers that a call names.
    static StrategyRow named(Call call, String field) {
        return named(StrategyKind.CUSTOMERS, call, field);
    }

    private static StrategyRow named(StrategyKind kind, Call call, String field) {
        if (!call.params().has(field)) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var id = Math.clamp(call.params().number(field, 0), 0, Integer.MAX_VALUE);
        return kind.book(call.corp()).strategy(id).orElseThrow(() -> Errcode.invalidParam(field));
    }

    private void list(Call call, ObjectNode answer) {
        var query = call.corp().corpId() + "|" + kind.path();
        var start = Cursors.read(query, call.params().text("cursor"));
        var limit = Page.limit(call.params(), PAGE, PAGE);
        var rows = answer.putArray("strategy");
        var from = (int) Math.max(start.major(), 0);
        for (var id : kind.book(call.corp()).inOrder().tailMap(from).keySet()) {
            if (rows.size() == limit) {
                answer.put("next_cursor", Cursors.write(query, new Cursors.Position(id, 0)));
                return;
            }
            rows.addObject().put("strategy_id", id);
        }
    }

    private void get(Call call, ObjectNode answer) {
        var row = named(kind, call, "strategy_id");
        var node = answer.putObject("strategy").put("strategy_id", row.id());
        node.put("parent_id", row.parentId()).put("strategy_name", row.name());
        node.put("create_time", row.createdAt());
        row.admins().forEach(node.putArray("admin_list")::add);
        kind.privileges().describe(kind.book(call.corp()), row, node.putObject("privilege"));
    }

    private void range(Call call, ObjectNode answer) {
        var row = named(kind, call, "strategy_id");
        var query = call.corp().corpId() + "|" + kind.path() + "|" + row.id();
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

    private void create(Call call, ObjectNode answer) {
        var corp = call.corp();
        var params = call.params();
        var parent = params.number("parent_id", 0) == 0
                ? 0
                : named(kind, call, "parent_id").id();
        if (corp.limited()
                && kind.book(corp).path(parent).size() >= corp.limits().strategyLevels()) {
            throw Errcode.invalidParam("parent_id");
        }
        var range = StrategyRange.read(call, "range");
        if (range.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var row = new StrategyRow(
                kind.book(corp).nextId(),
                parent,
                name(call),
                call.now(),
                admins(call),
                kind.privileges()
                        .read(params.object("privilege"), kind.privileges().names()),
                range.users(),
                range.parties());
        checkRange(corp, row);
        kind.put(corp, row);
        answer.put("strategy_id", row.id());
    }

    private void edit(Call call, ObjectNode answer) {
        var params = call.params();
        var old = named(kind, call, "strategy_id");
        var range = StrategyRange.of(old)
                .changed(StrategyRange.read(call, "range_add"), StrategyRange.read(call, "range_del"));
        var row = new StrategyRow(
                old.id(),
                old.parentId(),
                params.has("strategy_name") ? name(call) : old.name(),
                old.createdAt(),
                params.has("admin_list") ? admins(call) : old.admins(),
                kind.privileges().read(params.object("privilege"), old.privileges()),
                range.users(),
                range.parties());
        checkRange(call.corp(), row);
        kind.put(call.corp(), row);
        narrowBelow(call.corp(), row);
    }

    /// What is below a strategy stays inside its range.
    private void narrowBelow(Corp corp, StrategyRow above) {
        for (var below : kind.book(corp).below(above.id())) {
            var kept = StrategyRange.of(below).within(corp, StrategyRange.of(above));
            var narrowed = below.ranging(kept.users(), kept.parties());
            if (!narrowed.equals(below)) {
                kind.put(corp, narrowed);
            }
            narrowBelow(corp, narrowed);
        }
    }

    private void delete(Call call, ObjectNode answer) {
        delete(call.corp(), named(kind, call, "strategy_id"));
    }

    /// With everything below it, and their tags.
    private void delete(Corp corp, StrategyRow row) {
        kind.book(corp).below(row.id()).forEach(below -> delete(corp, below));
        kind.end(corp, row.id());
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

    private void checkRange(Corp corp, StrategyRow row) {
        if (row.nodes() > corp.limits().strategyNodes()) {
            throw Errcode.invalidParam("range");
        }
        var range = StrategyRange.of(row);
        kind.book(corp).strategy(row.parentId()).ifPresent(parent -> {
            if (!range.within(corp, StrategyRange.of(parent)).equals(range)) {
                throw Errcode.invalidParam("range");
            }
        });
    }
}
