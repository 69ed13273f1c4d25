package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.channel.port.Transfers;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Transfer of customers (在职继承, 离职继承) and groups. `errcode` 0 of a customer only means that
/// the transfer has begun.
public final class WeComTransfers implements Transfers {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int MOST = 100;

    /// What `status` means, by its number less one.
    private static final List<State> STATES = List.of(State.DONE, State.WAITING, State.REFUSED, State.FULL);

    private final WeComClient client;

    public WeComTransfers(WeComClient client) {
        this.client = client;
    }

    private record Item(String id, long errcode) {}

    @Override
    public Answer<Outcome> customers(Handover handover, Set<String> contacts) {
        if (contacts.isEmpty() || contacts.size() > MOST) {
            return Answer.notDone(NotDoneReason.INVALID, "1 to " + MOST + " customers, not " + contacts.size());
        }
        var body = Bodies.texts(members(handover), "external_userid", contacts);
        if (handover.message() != null && !handover.left()) {
            body.put("transfer_success_msg", handover.message());
        }
        return client.change(
                ApiCall.post(path(handover, "transfer_customer"), body).as(handover.from()),
                answer -> outcome(
                        contacts,
                        answer.objects("customer", row -> new Item(row.id("external_userid"), row.number("errcode")))));
    }

    /// A customer of whom the answer says nothing was not accepted, as far as we know.
    private static Outcome outcome(Set<String> asked, List<Item> items) {
        var codes = items.stream().collect(Collectors.toMap(Item::id, Item::errcode, Math::max));
        return new Outcome(asked.stream()
                .map(id -> Map.entry(id, codes.getOrDefault(id, -1L)))
                .filter(one -> one.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, one -> refusal(one.getValue()))));
    }

    @Override
    public Answer<Slice<Progress>> results(Handover handover, @Nullable String cursor) {
        var body = withCursor(members(handover), cursor);
        return client.read(
                ApiCall.post(path(handover, "transfer_result"), body).as(handover.from()),
                answer -> new Slice<>(answer.objects("customer", WeComTransfers::progress), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Slice<Unassigned>> unassigned(@Nullable String cursor) {
        return client.read(
                ApiCall.post(
                        ROOT + "get_unassigned_list", withCursor(Bodies.body().put("page_size", 1000), cursor)),
                answer -> new Slice<>(
                        answer.objects(
                                "info",
                                row -> new Unassigned(
                                        row.id("handover_userid"),
                                        row.id("external_userid"),
                                        row.time("dimission_time"))),
                        answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Outcome> groups(Set<String> groups, String newOwner, boolean ownerLeft) {
        if (groups.isEmpty() || groups.size() > MOST) {
            return Answer.notDone(NotDoneReason.INVALID, "1 to " + MOST + " groups, not " + groups.size());
        }
        var body = Bodies.texts(Bodies.body("new_owner", newOwner), "chat_id_list", groups);
        var api = ROOT + "groupchat/" + (ownerLeft ? "transfer" : "onjob_transfer");
        return client.change(
                ApiCall.post(api, body).as(newOwner),
                answer -> failed(
                        answer.objects("failed_chat_list", row -> new Item(row.id("chat_id"), row.number("errcode")))));
    }

    private static Outcome failed(List<Item> items) {
        return new Outcome(items.stream()
                .collect(Collectors.toMap(Item::id, item -> refusal(item.errcode()), (first, _) -> first)));
    }

    private static ObjectNode members(Handover handover) {
        return Bodies.body("handover_userid", handover.from()).put("takeover_userid", handover.to());
    }

    private static String path(Handover handover, String api) {
        return ROOT + (handover.left() ? "resigned/" : "") + api;
    }

    private static ObjectNode withCursor(ObjectNode body, @Nullable String cursor) {
        return Optional.ofNullable(cursor).map(text -> body.put("cursor", text)).orElse(body);
    }

    private static Progress progress(AnswerBody row) throws MalformedAnswer {
        return new Progress(
                row.id("external_userid"),
                Codes.at(STATES, row.number("status") - 1, State.UNRECOGNISED),
                row.optionalTime("takeover_time"));
    }

    private static final Map<Long, Refusal> REFUSALS = Map.copyOf(List.of(
                    Map.entry(Refusal.NOT_FOUND, List.of(40096L, 40131L, 84061L, 90501L, 40050L)),
                    Map.entry(Refusal.WRONG_KIND, List.of(40097L, 90500L, 90502L)),
                    Map.entry(Refusal.FULL, List.of(40099L, 90503L)),
                    Map.entry(Refusal.UNDER_WAY, List.of(40100L, 40129L, 90507L, 90508L)),
                    Map.entry(Refusal.TOO_OFTEN, List.of(40128L)),
                    Map.entry(Refusal.NOT_TODAY, List.of(45009L)),
                    Map.entry(Refusal.TAKER_UNFIT, List.of(40098L, 40130L, 40132L, 40143L, 90504L)))
            .stream()
            .flatMap(one -> one.getValue().stream().map(code -> Map.entry(code, one.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));

    private static Refusal refusal(long errcode) {
        return REFUSALS.getOrDefault(errcode, Refusal.UNRECOGNISED);
    }
}
