package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Cursors;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import cn.siyu.adapter.wecomsimulator.world.TransferBook.Between;
import cn.siyu.adapter.wecomsimulator.world.TransferRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What became of transfers, and which customers of members who left nobody has yet (待分配).
final class TransferRecordsApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int PAGE = 1000;
    private static final int NO_RECORD = 5;

    private TransferRecordsApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(
                        ROOT + "transfer_result", (call, answer) -> results(call, answer, false), "customer"),
                Endpoint.contactPost(
                        ROOT + "resigned/transfer_result", (call, answer) -> results(call, answer, true), "customer"),
                Endpoint.contactPost(ROOT + "get_transfer_result", TransferRecordsApi::resultOfOne),
                Endpoint.contactPost(ROOT + "get_unassigned_list", TransferRecordsApi::unassigned, "info"));
    }

    private static void results(Call call, ObjectNode answer, boolean resigned) {
        var members = TransferApi.Pair.of(call);
        var between =
                new Between(members.handover().userid(), members.takeover().userid(), resigned);
        var query = call.corp().corpId() + "|transfers|" + between;
        var start = Cursors.read(query, call.params().text("cursor"));
        var rows = answer.putArray("customer");
        var next = "";
        var from = (int) Math.max(start.major(), 0);
        for (var row : call.corp().transfers().between(between).tailMap(from).values()) {
            if (rows.size() == PAGE) {
                next = Cursors.write(query, new Cursors.Position(row.customer(), 0));
                break;
            }
            rows.addObject()
                    .put(
                            "external_userid",
                            call.corp().contacts().byNumber(row.customer()).externalUserId())
                    .put("status", row.state().code())
                    .put("takeover_time", row.takeoverTime());
        }
        answer.put("next_cursor", next);
    }

    /// The older call about one customer; the newest transfer between the two counts.
    private static void resultOfOne(Call call, ObjectNode answer) {
        var members = TransferApi.Pair.of(call);
        var customer = CustomerApi.named(call);
        var last = call.corp().transfers().ofCustomer(customer.number()).stream()
                .filter(row -> row.handover().equals(members.handover().userid()))
                .filter(row -> row.takeover().equals(members.takeover().userid()))
                .max(Comparator.comparingInt(TransferRow::sequence));
        answer.put("status", last.map(row -> row.state().code()).orElse(NO_RECORD));
        answer.put("takeover_time", last.map(TransferRow::takeoverTime).orElse(0L));
    }

    /// Page by page, in the order in which the members left. The older clients count pages by
    /// `page_id`.
    private static void unassigned(Call call, ObjectNode answer) {
        var asked = call.params().number("page_size", PAGE);
        var size = asked < 1 ? PAGE : (int) Math.min(asked, PAGE);
        var left = call.corp().directory().staff().stream()
                .filter(StaffRow::hasLeft)
                .filter(member -> call.app().sees(member.userid()))
                .sorted(Comparator.comparingLong(
                                (StaffRow member) -> member.standing().leftAt())
                        .thenComparing(StaffRow::userid))
                .toList();
        var query = call.corp().corpId() + "|unassigned";
        var start = Cursors.read(query, call.params().text("cursor"));
        var skip = call.params().text("cursor").isEmpty()
                ? Math.max(0, call.params().number("page_id", 0)) * size
                : 0;
        var rows = answer.putArray("info");
        var next = new Next(query, size, skip);
        for (var m = (int) Math.max(start.major(), 0); m < left.size() && next.cursor.isEmpty(); m++) {
            next.take(call, left.get(m), m, m == start.major() ? (int) start.minor() : 0, rows);
        }
        answer.put("is_last", next.cursor.isEmpty()).put("next_cursor", next.cursor);
    }

    /// Fills a page and remembers where the next one begins.
    private static final class Next {
        private final String query;
        private final int size;
        private long skip;
        private String cursor = "";

        Next(String query, int size, long skip) {
            this.query = query;
            this.size = size;
            this.skip = skip;
        }

        void take(Call call, StaffRow member, int position, int from, ArrayNode rows) {
            for (var relation : waiting(call, member, from).toList()) {
                if (skip > 0) {
                    skip--;
                } else if (rows.size() == size) {
                    cursor = Cursors.write(query, new Cursors.Position(position, relation.customer()));
                    return;
                } else {
                    var id =
                            call.corp().contacts().byNumber(relation.customer()).externalUserId();
                    rows.addObject()
                            .put("handover_userid", member.userid())
                            .put("external_userid", id)
                            .put("dimission_time", member.standing().leftAt());
                }
            }
        }

        /// No more than can be needed: a member may leave 20,000 customers.
        private Stream<RelationRow> waiting(Call call, StaffRow member, int from) {
            return call.corp().contacts().customersOf(member.userid()).tailMap(from).values().stream()
                    .filter(relation -> !relation.oneSided())
                    .filter(relation -> call.corp()
                            .transfers()
                            .waiting(relation.customer())
                            .filter(row -> Objects.equals(row.handover(), member.userid()))
                            .isEmpty())
                    .limit(skip + size + 1);
        }
    }
}
