package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.StrategyRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Members and departments that a strategy is about (管理范围).
record StrategyRange(List<String> users, List<Integer> parties) {
    private static final int USER = 1;
    private static final int PARTY = 2;

    static StrategyRange of(StrategyRow row) {
        return new StrategyRange(row.users(), row.parties());
    }

    /// A list of nodes from a request.
    static StrategyRange read(Call call, String field) {
        var nodes = call.params().objects(field);
        if (nodes.size() > call.corp().limits().strategyNodesPerCall()) {
            throw Errcode.invalidParam(field);
        }
        var users = new LinkedHashSet<String>();
        var parties = new LinkedHashSet<Integer>();
        for (var node : nodes) {
            switch (Math.clamp(node.number("type", 0), 0, Integer.MAX_VALUE)) {
                case USER ->
                    users.add(StaffApi.visibleMember(call, node.text("userid")).userid());
                case PARTY -> parties.add(party(call, node));
                default -> throw Errcode.invalidParam(field);
            }
        }
        return new StrategyRange(List.copyOf(users), List.copyOf(parties));
    }

    private static int party(Call call, Params node) {
        var id = Math.clamp(node.number("partyid", 0), 0, Integer.MAX_VALUE);
        if (call.corp().directory().department(id).isEmpty()) {
            throw Errcode.BAD_PARTY.error();
        }
        return id;
    }

    boolean isEmpty() {
        return users.isEmpty() && parties.isEmpty();
    }

    StrategyRange changed(StrategyRange added, StrategyRange removed) {
        var newUsers = new LinkedHashSet<>(users);
        newUsers.removeAll(removed.users);
        newUsers.addAll(added.users);
        var newParties = new LinkedHashSet<>(parties);
        newParties.removeAll(removed.parties);
        newParties.addAll(added.parties);
        return new StrategyRange(List.copyOf(newUsers), List.copyOf(newParties));
    }

    /// The part of this range that lies inside another.
    StrategyRange within(Corp corp, StrategyRange outer) {
        var people = outer.people(corp);
        var departments = outer.departments(corp);
        return new StrategyRange(
                users.stream().filter(people::contains).toList(),
                parties.stream().filter(departments::contains).toList());
    }

    /// Everybody in the range.
    Set<String> people(Corp corp) {
        var people = new HashSet<>(users);
        corp.directory().membersOf(parties).forEach(member -> people.add(member.userid()));
        return people;
    }

    private Set<Integer> departments(Corp corp) {
        var all = new HashSet<Integer>();
        parties.forEach(party -> corp.directory().subtree(party).forEach(department -> all.add(department.id())));
        return all;
    }

    /// The nodes in one order: members, then departments.
    List<Object> nodes() {
        var nodes = new ArrayList<Object>(users);
        nodes.addAll(parties);
        return nodes;
    }
}
