package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.WayRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// Contact ways (联系我): made, read, changed and deleted.
final class ContactWayApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final long DEFAULT_SPAN = Duration.ofDays(90).toSeconds();
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private ContactWayApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "add_contact_way", ContactWayApi::add),
                Endpoint.contactPost(ROOT + "get_contact_way", ContactWayApi::get),
                Endpoint.contactPost(ROOT + "list_contact_way", ContactWayApi::list, "contact_way"),
                Endpoint.contactPost(ROOT + "update_contact_way", ContactWayApi::update),
                Endpoint.contactPost(ROOT + "del_contact_way", ContactWayApi::delete));
    }

    /// Lasting contact ways and group join ways share one limit.
    static void checkRoom(Corp corp) {
        var count = corp.ways().lasting() + corp.joinWays().count();
        if (corp.limited() && count >= corp.limits().contactWays()) {
            throw Errcode.WAY_LIMIT.error();
        }
    }

    private static void add(Call call, ObjectNode answer) {
        var corp = call.corp();
        if (!call.params().flag("is_temp", false)) {
            checkRoom(corp);
        } else if (corp.limited()
                && corp.ways().temporaryOn(CorpClock.day(call.now()))
                        >= corp.limits().temporaryWaysPerDay()) {
            throw Errcode.WAY_LIMIT.error();
        }
        var way = ContactWayForm.read(call);
        corp.put(way);
        answer.put("config_id", way.configId());
        if (way.scene() == 2) {
            answer.put("qr_code", way.qrCode());
        }
    }

    private static void get(Call call, ObjectNode answer) {
        var way = named(call);
        var node = answer.putObject("contact_way");
        node.put("config_id", way.configId()).put("type", way.type()).put("scene", way.scene());
        if (way.scene() == 1) {
            node.put("style", way.style());
        }
        node.put("remark", way.remark()).put("skip_verify", way.skipVerify()).put("state", way.state());
        if (way.scene() == 2) {
            node.put("qr_code", way.qrCode());
        }
        way.users().forEach(node.putArray("user")::add);
        way.parties().forEach(node.putArray("party")::add);
        node.put("is_temp", way.temporary());
        if (way.temporary()) {
            node.put("expires_in", way.expiresIn()).put("chat_expires_in", way.chatExpiresIn());
            node.put("unionid", way.unionid());
        }
        node.put("mark_source", way.markSource());
        if (way.conclusions() != null) {
            node.set("conclusions", Conclusions.readBack(way.conclusions()));
        }
    }

    private static void list(Call call, ObjectNode answer) {
        var from = call.params().number("start_time", call.now() - DEFAULT_SPAN);
        var to = call.params().number("end_time", call.now());
        if (from > to) {
            throw Errcode.BAD_TIME_RANGE.error();
        }
        var limit = Page.limit(call.params(), PAGE, LARGEST_PAGE);
        var query = call.corp().corpId() + "|ways|" + from + "|" + to;
        var start = Cursors.read(query, call.params().text("cursor"));
        var ways = answer.putArray("contact_way");
        var next = "";
        var first = (int) Math.max(start.major(), 0);
        for (var way : call.corp().ways().inOrder().tailMap(first).values()) {
            if (way.temporary() || way.createdAt() < from || way.createdAt() > to) {
                continue;
            }
            if (ways.size() == limit) {
                next = Cursors.write(query, new Cursors.Position(way.sequence(), 0));
                break;
            }
            ways.addObject().put("config_id", way.configId());
        }
        answer.put("next_cursor", next);
    }

    private static void update(Call call, ObjectNode answer) {
        call.corp().put(ContactWayForm.changed(call, named(call)));
    }

    private static void delete(Call call, ObjectNode answer) {
        call.corp().put(new WayRow.Gone(named(call).configId()));
    }

    private static WayRow named(Call call) {
        var id = call.params().text("config_id");
        if (id.isEmpty()) {
            throw Errcode.WAY_NO_CONFIG_ID.error();
        }
        return call.corp().ways().byId(id).orElseThrow(Errcode.WAY_BAD_CONFIG_ID::error);
    }
}
