package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.channel.port.Strategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Strategies (规则组) for customers, `customer_strategy/…`, and for moments, `moment_strategy/…`:
/// the same calls with other privileges.
public final class WeComStrategies implements Strategies {
    private static final int PAGE = 1000;
    private static final int MOST_NODES = 100;
    private static final int MOST_ADMINS = 20;

    private final WeComClient client;
    private final String root;

    private WeComStrategies(WeComClient client, String family) {
        this.client = client;
        this.root = "/cgi-bin/externalcontact/" + family + "/";
    }

    public static WeComStrategies forCustomers(WeComClient client) {
        return new WeComStrategies(client, "customer_strategy");
    }

    public static WeComStrategies forMoments(WeComClient client) {
        return new WeComStrategies(client, "moment_strategy");
    }

    @Override
    public Answer<Slice<Long>> list(@Nullable String cursor) {
        return client.read(
                ApiCall.post(root + "list", Bodies.page(Bodies.body(), cursor, PAGE)),
                answer -> new Slice<>(
                        answer.objects("strategy", row -> row.number("strategy_id")), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Strategy> fetch(long id) {
        return client.read(
                ApiCall.post(root + "get", of(id)).as(Long.toString(id)),
                answer -> strategy(answer.object("strategy")));
    }

    @Override
    public Answer<Slice<Node>> range(long id, @Nullable String cursor) {
        return client.read(
                ApiCall.post(root + "get_range", Bodies.page(of(id), cursor, PAGE))
                        .as(Long.toString(id)),
                answer -> new Slice<>(answer.objects("range", WeComStrategies::node), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Long> create(Request request) {
        if (request.range().size() > MOST_NODES || request.admins().size() > MOST_ADMINS) {
            return tooMany();
        }
        var body = Bodies.texts(Bodies.body("strategy_name", request.name()), "admin_list", request.admins());
        if (request.parent() != null) {
            body.put("parent_id", request.parent());
        }
        if (!request.denied().isEmpty()) {
            privileges(body, Set.of(), request.denied());
        }
        nodes(body, "range", request.range());
        return client.change(
                ApiCall.post(root + "create", body).as(request.name()), answer -> answer.number("strategy_id"));
    }

    @Override
    public Answer<Ack> change(long id, Change change) {
        if (change.rangeToo().size() > MOST_NODES || change.rangeNoMore().size() > MOST_NODES) {
            return tooMany();
        }
        var body = of(id);
        if (change.name() != null) {
            body.put("strategy_name", change.name());
        }
        if (change.admins() != null) {
            Bodies.texts(body, "admin_list", change.admins());
        }
        if (!change.allowed().isEmpty() || !change.denied().isEmpty()) {
            privileges(body, change.allowed(), change.denied());
        }
        nodes(body, "range_add", change.rangeToo());
        nodes(body, "range_del", change.rangeNoMore());
        return client.change(ApiCall.post(root + "edit", body).as(Long.toString(id)), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(long id) {
        return client.change(ApiCall.post(root + "del", of(id)).as(Long.toString(id)), _ -> Ack.ACK);
    }

    private static <T> Answer<T> tooMany() {
        return Answer.notDone(
                NotDoneReason.INVALID, "at most " + MOST_NODES + " nodes and " + MOST_ADMINS + " administrators");
    }

    private static ObjectNode of(long id) {
        return Bodies.body().put("strategy_id", id);
    }

    private static void privileges(ObjectNode body, Set<String> allowed, Set<String> denied) {
        var privilege = body.putObject("privilege");
        allowed.forEach(name -> privilege.put(name, true));
        denied.forEach(name -> privilege.put(name, false));
    }

    private static void nodes(ObjectNode body, String field, List<Node> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        var array = body.putArray(field);
        nodes.forEach(node -> {
            switch (node) {
                case Node.Staff(var id) -> array.addObject().put("type", 1).put("userid", id);
                case Node.Department(var id) -> array.addObject().put("type", 2).put("partyid", id);
            }
        });
    }

    private static Node node(AnswerBody row) throws MalformedAnswer {
        var type = row.number("type");
        if (type == 1) {
            return new Node.Staff(row.id("userid"));
        }
        if (type == 2) {
            return new Node.Department(row.number("partyid"));
        }
        throw new MalformedAnswer("a range of an unknown type");
    }

    private static Strategy strategy(AnswerBody row) throws MalformedAnswer {
        var parent = row.numberOr("parent_id", 0);
        return new Strategy(
                row.number("strategy_id"),
                parent == 0 ? null : parent,
                row.textOr("strategy_name", ""),
                row.time("create_time"),
                new HashSet<>(row.ids("admin_list")),
                row.has("privilege") ? row.object("privilege").namesOfTrue() : Set.of());
    }
}
