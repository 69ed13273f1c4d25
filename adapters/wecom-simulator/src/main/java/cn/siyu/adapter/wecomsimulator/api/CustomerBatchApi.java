package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Customers of several members, page by page (批量获取客户详情). A page begins at a member and a
/// customer number, so that the last page costs what the first one does.
final class CustomerBatchApi {
    private static final int USERS = 100;
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private CustomerBatchApi() {}

    static List<Endpoint> endpoints() {
        return List.of(Endpoint.contactPost(
                "/cgi-bin/externalcontact/batch/get_by_user", CustomerBatchApi::byUser, "external_contact_list"));
    }

    private static void byUser(Call call, ObjectNode answer) {
        var userids = call.params().texts("userid_list");
        if (userids.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (userids.size() > USERS) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        var members = userids.stream()
                .map(userid -> StaffApi.visibleMember(call, userid).userid())
                .toList();
        var query = call.corp().corpId() + "|by_user|" + members;
        var start = Cursors.read(query, call.params().text("cursor"));
        var limit = Page.limit(call.params(), PAGE, LARGEST_PAGE);
        var rows = answer.putArray("external_contact_list");
        var next = "";
        for (var m = (int) Math.max(start.major(), 0); m < members.size() && next.isEmpty(); m++) {
            var from = m == start.major() ? (int) start.minor() : 0;
            for (var relation : call.corp()
                    .contacts()
                    .customersOf(members.get(m))
                    .tailMap(from)
                    .values()) {
                if (rows.size() == limit) {
                    next = Cursors.write(query, new Cursors.Position(m, relation.customer()));
                    break;
                }
                describe(call, relation, rows.addObject());
            }
        }
        answer.put("next_cursor", next);
        answer.putObject("fail_info").putArray("unlicensed_userid_list");
    }

    private static void describe(Call call, RelationRow relation, ObjectNode node) {
        CustomerApi.describe(
                call.corp(), call.corp().contacts().byNumber(relation.customer()), node.putObject("external_contact"));
        var info = node.putObject("follow_info");
        info.put("userid", relation.userid()).put("remark", relation.remark());
        info.put("description", relation.description()).put("createtime", relation.createdAt());
        relation.tags().forEach(info.putArray("tag_id")::add);
        CustomerApi.describe(call.corp(), relation, info);
    }
}
