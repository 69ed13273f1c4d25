package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.ChatMemberRow;
import cn.siyu.adapter.wecomsimulator.world.ChatRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Everybody who is served (获取已服务的外部联系人): friends of members first, then people in
/// customer groups. Each person has a temporary id that is another one in each traversal; a
/// traversal lives four hours.
final class ServedContactsApi {
    private static final int PAGE = 1000;
    private static final long LIFE = Duration.ofHours(4).toSeconds();
    private static final int CUSTOMER_BITS = 32;
    private static final int COUNTER_BITS = 20;
    private static final long GROUPS = 1L << 62;
    private final AtomicLong traversals = new AtomicLong();

    private ServedContactsApi() {}

    static List<Endpoint> endpoints() {
        var api = new ServedContactsApi();
        return List.of(Endpoint.contactPost("/cgi-bin/externalcontact/contact_list", api::list, "info_list"));
    }

    /// One page while it is filled.
    private record Filling(Call call, String query, long traversal, int limit, ArrayNode rows) {
        boolean full() {
            return rows.size() == limit;
        }

        String next(long position) {
            return Cursors.write(query, new Cursors.Position(traversal, position));
        }
    }

    private void list(Call call, ObjectNode answer) {
        var query = call.corp().corpId() + "|served|" + call.app().agentId();
        var start = Cursors.read(query, call.params().text("cursor"));
        var first = start.equals(Cursors.Position.START);
        if (!first && (start.major() >> COUNTER_BITS) + LIFE < call.now()) {
            throw Errcode.BAD_CURSOR.error();
        }
        var count = traversals.incrementAndGet() & ((1L << COUNTER_BITS) - 1);
        var traversal = first ? call.now() << COUNTER_BITS | count : start.major();
        var page = new Filling(
                call, query, traversal, Page.limit(call.params(), PAGE, PAGE), answer.putArray("info_list"));
        var from = first ? 0 : start.minor();
        var next = from < GROUPS ? friends(page, from) : "";
        answer.put("next_cursor", next.isEmpty() ? grouped(page, Math.max(0, from - GROUPS)) : next);
    }

    private static String friends(Filling page, long from) {
        var staff = List.copyOf(page.call().corp().directory().staff());
        for (var m = (int) (from >> CUSTOMER_BITS); m < staff.size(); m++) {
            var userid = staff.get(m).userid();
            var customer = m == from >> CUSTOMER_BITS ? (int) from : 0;
            if (!page.call().app().sees(userid)) {
                continue;
            }
            for (var relation : page.call()
                    .corp()
                    .contacts()
                    .customersOf(userid)
                    .tailMap(customer)
                    .values()) {
                if (page.full()) {
                    return page.next((long) m << CUSTOMER_BITS | relation.customer());
                }
                friend(page, relation);
            }
        }
        return "";
    }

    private static void friend(Filling page, RelationRow relation) {
        var id = page.call().corp().contacts().byNumber(relation.customer()).externalUserId();
        page.rows()
                .addObject()
                .put("is_customer", true)
                .put("tmp_openid", temporary(page, id))
                .put("external_userid", id)
                .put("follow_userid", relation.userid())
                .put("add_time", relation.createdAt());
    }

    private static String grouped(Filling page, long from) {
        var chats =
                page.call().corp().chats().from((int) (from >> CUSTOMER_BITS)).toList();
        for (var chat : chats) {
            var skip = chat.sequence() == from >> CUSTOMER_BITS ? (int) from : 0;
            if (chat.dismissedAt() > 0 || !page.call().app().sees(chat.rule().owner())) {
                continue;
            }
            var people = page.call().corp().chats().members(chat.chatId()).stream()
                    .filter(ChatMemberRow::external)
                    .toList();
            for (var i = skip; i < people.size(); i++) {
                if (page.full()) {
                    return page.next(GROUPS + ((long) chat.sequence() << CUSTOMER_BITS | i));
                }
                grouped(page, chat, people.get(i));
            }
        }
        return "";
    }

    /// Somebody in a group who is nobody's customer shows a masked name and no id.
    private static void grouped(Filling page, ChatRow chat, ChatMemberRow person) {
        var contacts = page.call().corp().contacts();
        var row = contacts.byId(person.member());
        var customer = row.filter(found -> !contacts.followersOf(found.number()).isEmpty())
                .isPresent();
        var node = page.rows().addObject().put("is_customer", customer);
        node.put("tmp_openid", temporary(page, person.member()));
        if (customer) {
            node.put("external_userid", person.member());
        } else {
            node.put("name", masked(row.map(found -> found.name()).orElse("")));
        }
        node.put("follow_userid", chat.rule().owner());
        node.put("chat_id", chat.chatId()).put("add_time", person.joinedAt());
    }

    private static String masked(String name) {
        var last = name.isEmpty() ? "" : name.substring(name.offsetByCodePoints(name.length(), -1));
        return "**" + last;
    }

    private static String temporary(Filling page, String externalUserId) {
        return page.call().corp().ids().temporary(page.traversal() + "|" + externalUserId);
    }
}
