package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.ChatKeyRow;
import cn.siyu.adapter.wecomsimulator.world.LinkDayRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToIntFunction;

/// What acquisition links brought: customers, numbers, chats, and what is left to be used
/// (获客助手额度管理与使用统计).
final class LinkRecordsApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int PAGE = 1000;

    private LinkRecordsApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(
                        ROOT + "customer_acquisition/customer", LinkRecordsApi::customers, "customer_list"),
                Endpoint.contactAny(ROOT + "customer_acquisition_quota", LinkRecordsApi::quota, "quota_list"),
                Endpoint.contactAny(ROOT + "customer_acquisition/statistic", LinkRecordsApi::statistic),
                Endpoint.contactPost(ROOT + "customer_acquisition/get_chat_info", LinkRecordsApi::chat));
    }

    private static void customers(Call call, ObjectNode answer) {
        var link = LinkApi.named(call);
        var limit = Page.limit(call.params(), PAGE, PAGE);
        var query = call.corp().corpId() + "|link|" + link.linkId();
        var start = Cursors.read(query, call.params().text("cursor"));
        var rows = answer.putArray("customer_list");
        var next = "";
        var from = (int) Math.max(start.major(), 0);
        for (var row :
                call.corp().links().customersOf(link.linkId()).tailMap(from).values()) {
            if (rows.size() == limit) {
                next = Cursors.write(query, new Cursors.Position(row.sequence(), 0));
                break;
            }
            rows.addObject()
                    .put(
                            "external_userid",
                            call.corp().contacts().byNumber(row.customer()).externalUserId())
                    .put("userid", row.userid())
                    .put("chat_status", row.messages() > 0 ? 1 : 0)
                    .put("state", row.state());
        }
        answer.put("next_cursor", next);
    }

    private static void quota(Call call, ObjectNode answer) {
        var row = call.corp().links().acquisition();
        answer.put("total", row.used()).put("balance", row.balance(call.now()));
        var packs = answer.putArray("quota_list");
        row.live(call.now())
                .forEach(pack ->
                        packs.addObject().put("expire_date", pack.expiresAt()).put("balance", pack.balance()));
    }

    private static void statistic(Call call, ObjectNode answer) {
        var link = LinkApi.named(call);
        var range = DayRange.read(call);
        answer.put("click_link_customer_cnt", sum(call, link.linkId(), range, LinkDayRow::clicks));
        answer.put("new_customer_cnt", sum(call, link.linkId(), range, LinkDayRow::added));
    }

    private static int sum(Call call, String linkId, DayRange range, ToIntFunction<LinkDayRow> part) {
        return range.days()
                .map(day -> part.applyAsInt(call.corp().links().day(linkId, day)))
                .sum();
    }

    private static void chat(Call call, ObjectNode answer) {
        var links = call.corp().links();
        var key = links.key(call.params().text("chat_key"))
                .filter(found -> found.expiresAt() >= call.now())
                .filter(found -> madeByCaller(call, found))
                .orElseThrow(Errcode.BAD_CHAT_KEY::error);
        answer.put("userid", key.userid());
        answer.put(
                "external_userid",
                call.corp().contacts().byNumber(key.customer()).externalUserId());
        var state =
                links.came(key.customer(), key.userid()).map(row -> row.state()).orElse("");
        answer.putObject("chat_info")
                .put("recv_msg_cnt", key.messages())
                .put("link_id", key.linkId())
                .put("state", state);
    }

    private static boolean madeByCaller(Call call, ChatKeyRow key) {
        return call.corp()
                .links()
                .link(key.linkId())
                .filter(link -> link.agentId() == call.app().agentId())
                .isPresent();
    }
}
