package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;

/// A member's corp tags on a customer (编辑客户企业标签).
final class MarkTagApi {
    private MarkTagApi() {}

    static List<Endpoint> endpoints() {
        return List.of(Endpoint.contactPost("/cgi-bin/externalcontact/mark_tag", MarkTagApi::mark));
    }

    private static void mark(Call call, ObjectNode answer) {
        var added = new LinkedHashSet<>(call.params().texts("add_tag"));
        var removed = new LinkedHashSet<>(call.params().texts("remove_tag"));
        var relation = CustomerApi.relation(call);
        if (added.isEmpty() && removed.isEmpty()) {
            throw Errcode.NO_TAG.error();
        }
        TagApi.checkTags(call.corp(), added);
        TagApi.checkTags(call.corp(), removed);
        added.forEach(tag -> checkStrategy(call.corp(), relation.userid(), tag));
        var changed = relation.withTags(added, removed);
        if (call.corp().limited()
                && changed.tags().size() > call.corp().limits().tagsPerRelation()) {
            throw Errcode.CUSTOMER_TAG_LIMIT.error();
        }
        call.corp().put(changed);
    }

    /// A tag of a strategy is for the members in its range.
    private static void checkStrategy(Corp corp, String userid, String tag) {
        corp.tags()
                .tag(tag)
                .flatMap(found -> corp.tags().group(found.groupId()))
                .flatMap(group -> corp.strategies().strategy(group.strategyId()))
                .filter(strategy -> !StrategyRange.of(strategy).people(corp).contains(userid))
                .ifPresent(_ -> {
                    throw Errcode.BAD_TAG.error("invalid tagid: " + tag);
                });
    }
}
