package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.Quota;
import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow;
import cn.siyu.adapter.wecomsimulator.world.LinkRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Acquisition links (获客链接管理): made, read, changed and deleted. An app sees its own only.
final class LinkApi {
    private static final String ROOT = "/cgi-bin/externalcontact/customer_acquisition/";
    private static final int PAGE = 100;

    private LinkApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "list_link", LinkApi::list, "link_id_list"),
                Endpoint.contactPost(ROOT + "get", LinkApi::get),
                Endpoint.contactPost(ROOT + "create_link", LinkApi::create),
                Endpoint.contactPost(ROOT + "update_link", LinkApi::update),
                Endpoint.contactPost(ROOT + "delete_link", LinkApi::delete));
    }

    /// The link that a call names, if the calling app made it.
    static LinkRow named(Call call) {
        var id = call.params().text("link_id");
        if (id.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        return call.corp()
                .links()
                .link(id)
                .filter(link -> link.agentId() == call.app().agentId())
                .orElseThrow(() -> Errcode.invalidParam("link_id"));
    }

    private static void list(Call call, ObjectNode answer) {
        var limit = Page.limit(call.params(), PAGE, PAGE);
        var query = call.corp().corpId() + "|links|" + call.app().agentId();
        var start = Cursors.read(query, call.params().text("cursor"));
        var ids = answer.putArray("link_id_list");
        var next = "";
        var from = (int) Math.max(start.major(), 0);
        for (var link : call.corp().links().inOrder().tailMap(from).values()) {
            if (link.agentId() != call.app().agentId()) {
                continue;
            }
            if (ids.size() == limit) {
                next = Cursors.write(query, new Cursors.Position(link.sequence(), 0));
                break;
            }
            ids.add(link.linkId());
        }
        answer.put("next_cursor", next);
    }

    private static void get(Call call, ObjectNode answer) {
        var link = named(call);
        describe(link, answer.putObject("link"))
                .put("skip_verify", link.skipVerify())
                .put("mark_source", link.markSource());
        var range = answer.putObject("range");
        link.users().forEach(range.putArray("user_list")::add);
        link.parties().forEach(range.putArray("department_list")::add);
        if (link.priorityType() > 0) {
            var priority = answer.putObject("priority_option").put("priority_type", link.priorityType());
            link.priorityUsers().forEach(priority.putArray("priority_userid_list")::add);
        }
    }

    private static void create(Call call, ObjectNode answer) {
        var corp = call.corp();
        if (corp.links().acquisition().category() == AcquisitionRow.Category.NONE) {
            throw Errcode.NO_CATEGORY.error();
        }
        if (corp.limited() && corp.links().count() >= call.corp().limits().acquisitionLinks()) {
            throw Errcode.LINK_LIMIT.error();
        }
        var link = LinkForm.read(call);
        if (corp.links().nextSequence() == 0) {
            Quota.watch(corp);
        }
        corp.put(link);
        var node = answer.putObject("link").put("link_id", link.linkId());
        describe(link, node);
    }

    private static ObjectNode describe(LinkRow link, ObjectNode node) {
        return node.put("link_name", link.name()).put("url", link.url()).put("create_time", link.createdAt());
    }

    private static void update(Call call, ObjectNode answer) {
        call.corp().put(LinkForm.changed(call, named(call)));
    }

    private static void delete(Call call, ObjectNode answer) {
        call.corp().put(new LinkRow.Gone(named(call).linkId()));
    }
}
