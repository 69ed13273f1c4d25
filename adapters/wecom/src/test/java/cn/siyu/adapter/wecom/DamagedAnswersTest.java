package cn.siyu.adapter.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.client.TickingClock;
import cn.siyu.adapter.wecom.transport.HttpLimits;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.NotDoneReason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A sound answer of each API, damaged in one place: one field away, null, of another type, far too
/// long, or twice.
class DamagedAnswersTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> WRONG = List.of(
            "null", "7", "-7", "1.5", "9223372036854775808", "\"x\"", "\"\"", "true", "[]", "[7]", "{}", "[[]]");

    /// Its reader takes a page that names itself as the last one, and compares with the full list
    /// of ids.
    private static final Set<String> BEARS_A_CIRCLE = Set.of("contacts.byStaff");

    /// Where ids stand: alone, or in a list.
    private static final String ID = ".*/([a-z_]*userid|msgid|(?!media_id)[a-z]+_id|id|jobid|openid|owner)"
            + "|.*/(fail_list|external_userid|follow_user|tag_id|link_id_list|chat_id_list|admin_list|user_list)/0";

    private final AtomicReference<String> answer = new AtomicReference<>("{}");
    private final ScriptedServer server = new ScriptedServer((request, connection) -> ScriptedServer.respond(
            connection,
            200,
            request.path().equals("/cgi-bin/gettoken") && answer.get().startsWith("{\"errcode\":0,\"errmsg")
                    ? "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}"
                    : answer.get()));
    private final HttpOnce http = TestHttp.with(
            new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1 << 20, Duration.ofSeconds(20)));

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private ChannelConnection connection() {
        var app = new WeComApp(
                "damaged",
                "demo",
                "wwdamaged",
                "secret-of-damaged",
                "tok",
                "a".repeat(43),
                server.address(),
                false,
                Duration.ZERO,
                1);
        return new WeComAdapter(http).register(app, new TickingClock());
    }

    static Stream<String> calls() {
        return RoleCalls.soundAnswers().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void endInOneOfThreeOutcomes(String name) throws JsonProcessingException {
        var all = new LinkedHashMap<String, Function<ChannelConnection, Answer<?>>>(RoleCalls.reads());
        all.putAll(RoleCalls.changes());
        var call = Objects.requireNonNull(all.get(name), name);
        var sound = JSON.readTree(RoleCalls.soundAnswers().get(name));
        answer.set(sound.toString());
        var connection = connection();
        connection.massMessages().fence();
        assertThat(call.apply(connection)).as(name + " with its sound answer").isInstanceOf(Answer.Done.class);
        for (var damaged : damaged(sound).entrySet()) {
            answer.set(damaged.getValue());
            var became = call.apply(connection);
            var how = name + " " + damaged.getKey() + ": " + became;
            switch (became) {
                case Answer.Done<?> _ -> {}
                case Answer.NotDone<?> no -> {
                    assertThat(RoleCalls.reads()).as(how).containsKey(name);
                    assertThat(no.reason()).as(how).isEqualTo(NotDoneReason.UNANSWERED);
                }
                case Answer.Unknown<?> _ ->
                    assertThat(RoleCalls.changes()).as(how).containsKey(name);
            }
            assertThat(String.valueOf(became)).as(how).doesNotContain("長長長長", "x".repeat(65));
        }
    }

    /// A platform that names the page that was just read as the next one would never come to an
    /// end.
    @ParameterizedTest
    @MethodSource("calls")
    void neverGoInACircle(String name) throws JsonProcessingException {
        var sound = JSON.readTree(RoleCalls.soundAnswers().get(name));
        var read = RoleCalls.reads().get(name);
        if (read != null && sound.has("next_cursor") && !BEARS_A_CIRCLE.contains(name)) {
            ((ObjectNode) sound).put("next_cursor", "C");
            answer.set(sound.toString());
            assertThat(read.apply(connection())).as(name).isInstanceOf(Answer.NotDone.class);
        }
    }

    /// Every damage there is, by where and what.
    private static Map<String, String> damaged(JsonNode sound) throws JsonProcessingException {
        var damaged = new LinkedHashMap<String, String>();
        for (var at : places(sound, "")) {
            put(damaged, sound, at, "is away", null);
            for (var wrong : WRONG) {
                put(damaged, sound, at, "is " + wrong, JSON.readTree(wrong));
            }
            if (at.matches(ID)) {
                put(damaged, sound, at, "is no id", JSON.getNodeFactory().textNode("x".repeat(65)));
            }
            put(damaged, sound, at, "is endless", JSON.getNodeFactory().textNode("長".repeat(9_000)));
        }
        twice(damaged, sound, "");
        return damaged;
    }

    private static List<String> places(JsonNode node, String at) {
        var places = new ArrayList<String>();
        node.properties().forEach(field -> {
            if (!(at.isEmpty() && List.of("errcode", "errmsg").contains(field.getKey()))) {
                places.add(at + "/" + field.getKey());
                places.addAll(places(field.getValue(), at + "/" + field.getKey()));
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places.add(at + "/" + i);
                places.addAll(places(node.get(i), at + "/" + i));
            }
        }
        return places;
    }

    private static void put(
            Map<String, String> damaged, JsonNode sound, String at, String what, @Nullable JsonNode value) {
        var copy = sound.deepCopy();
        int end = at.lastIndexOf('/');
        var field = at.substring(end + 1);
        switch (copy.at(at.substring(0, end))) {
            case ObjectNode parent when value == null -> parent.remove(field);
            case ObjectNode parent -> parent.set(field, value);
            case ArrayNode parent when value == null -> parent.remove(Integer.parseInt(field));
            case ArrayNode parent -> parent.set(Integer.parseInt(field), value);
            default -> throw new IllegalStateException(at);
        }
        damaged.put(at + " " + what, copy.toString());
    }

    private static void twice(Map<String, String> damaged, JsonNode sound, String root) {
        for (var at : places(sound, root)) {
            var copy = sound.deepCopy();
            if (copy.at(at) instanceof ArrayNode array && !array.isEmpty()) {
                array.add(array.get(0).deepCopy());
                damaged.put(at + " has something twice", copy.toString());
            }
        }
    }
}
