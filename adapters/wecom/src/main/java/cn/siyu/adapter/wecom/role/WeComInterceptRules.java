package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.InterceptRules;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rules against words (管理聊天敏感词): `…_intercept_rule`. An app changes only what it made.
public final class WeComInterceptRules implements InterceptRules {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int BLOCKS = 1;
    private static final int WARNS = 2;

    /// What the numbers mean, by the number less one.
    private static final List<Pattern> PATTERNS =
            List.of(Pattern.PHONE_NUMBER, Pattern.MAIL_ADDRESS, Pattern.RED_PACKET);

    private final WeComClient client;

    public WeComInterceptRules(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<List<Listed>> list() {
        return client.read(
                ApiCall.get(ROOT + "get_intercept_rule_list", Map.of()),
                answer -> answer.objects(
                        "rule_list",
                        row -> new Listed(row.id("rule_id"), row.textOr("rule_name", ""), row.time("create_time"))));
    }

    @Override
    public Answer<Rule> fetch(String ruleId) {
        return client.read(
                ApiCall.post(ROOT + "get_intercept_rule", Bodies.body("rule_id", ruleId))
                        .as(ruleId),
                answer -> rule(answer.object("rule")));
    }

    @Override
    public Answer<String> create(Request request) {
        var body = Bodies.texts(Bodies.body("rule_name", request.name()), "word_list", request.words());
        numbers(body.putArray("semantics_list"), request.patterns());
        body.put("intercept_type", request.blocks() ? BLOCKS : WARNS);
        var range = Bodies.texts(body.putObject("applicable_range"), "user_list", request.staff());
        var departments = range.putArray("department_list");
        request.departments().forEach(departments::add);
        return client.change(
                ApiCall.post(ROOT + "add_intercept_rule", body).as(request.name()), answer -> answer.id("rule_id"));
    }

    @Override
    public Answer<Ack> change(String ruleId, Change change) {
        var body = Bodies.body("rule_id", ruleId);
        if (change.name() != null) {
            body.put("rule_name", change.name());
        }
        if (!change.words().isEmpty()) {
            Bodies.texts(body, "word_list", change.words());
        }
        if (change.patterns() != null) {
            numbers(body.putObject("extra_rule").putArray("semantics_list"), change.patterns());
        }
        if (change.blocks() != null) {
            body.put("intercept_type", change.blocks() ? BLOCKS : WARNS);
        }
        range(body, "add_applicable_range", change.staffToo());
        range(body, "remove_applicable_range", change.staffNoMore());
        return client.change(ApiCall.post(ROOT + "update_intercept_rule", body).as(ruleId), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(String ruleId) {
        return client.change(
                ApiCall.post(ROOT + "del_intercept_rule", Bodies.body("rule_id", ruleId))
                        .as(ruleId),
                _ -> Ack.ACK);
    }

    private static void range(ObjectNode body, String field, Set<String> staff) {
        if (!staff.isEmpty()) {
            Bodies.texts(body.putObject(field), "user_list", staff);
        }
    }

    private static void numbers(ArrayNode array, Set<Pattern> patterns) {
        patterns.stream().map(PATTERNS::indexOf).sorted().forEach(place -> array.add(place + 1));
    }

    private static Rule rule(AnswerBody row) throws MalformedAnswer {
        var words = row.texts("word_list");
        var range = row.object("applicable_range");
        var staff = new HashSet<>(range.ids("user_list"));
        var departments = new HashSet<>(range.numbers("department_list"));
        if (words.isEmpty() || (staff.isEmpty() && departments.isEmpty())) {
            throw new MalformedAnswer("a rule without words or range");
        }
        var semantics = row.has("extra_rule") ? row.object("extra_rule") : row;
        return new Rule(
                row.id("rule_id"),
                new Request(
                        row.textOr("rule_name", ""),
                        words,
                        patterns(semantics.numbers("semantics_list")),
                        row.number("intercept_type") == BLOCKS,
                        staff,
                        departments));
    }

    /// A number of a later day is left out.
    private static Set<Pattern> patterns(List<Long> numbers) {
        var patterns = EnumSet.noneOf(Pattern.class);
        numbers.stream()
                .filter(number -> number >= 1 && number <= PATTERNS.size())
                .forEach(number -> patterns.add(PATTERNS.get(Math.toIntExact(number - 1))));
        return patterns;
    }
}
