package cn.siyu.adapter.wecom.simulated;

import cn.siyu.adapter.wecom.WeComAdapter;
import cn.siyu.adapter.wecom.WeComApp;
import cn.siyu.adapter.wecom.client.TickingClock;
import cn.siyu.adapter.wecom.transport.HttpCall;
import cn.siyu.adapter.wecom.transport.HttpLimits;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.HttpOutcome;
import cn.siyu.adapter.wecom.transport.Origin;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.application.channel.port.AcquisitionLinks;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.FurtherWorld;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A simulator with one corp on a stepped clock, and our adapter connected to it.
final class SimulatedCorp implements FurtherWorld, AutoCloseable {
    static final String CORP = "wwcontract";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE";
    static final String TOKEN = "tok";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 1 << 20, Duration.ofSeconds(20));

    private final TickingClock clock = new TickingClock();
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final HttpOnce control = TestHttp.standard();
    private final HttpOnce http = TestHttp.with(LIMITS);
    private final ChannelConnection connection;
    private final Map<String, String> openGroupIds = new HashMap<>();

    SimulatedCorp() {
        this(0);
    }

    /// @param crowd how many customers there are from the start, spread evenly over the three
    ///     members
    SimulatedCorp(int crowd) {
        tell("/simulator/corps", """
                {"corpId": "%s", "clock": {"mode": "STEPPED", "now": "%s"},
                 "apps": [{"agentId": 1, "secret": "s3cret-of-the-test"}],
                 "staff": [{"userid": "ada"}, {"userid": "bo"}, {"userid": "idle"}], "moreCustomers": %d}
                """.formatted(CORP, clock.instant(), crowd));
        connection = new WeComAdapter(http).register(app(), clock);
    }

    WeComApp app() {
        return new WeComApp(
                "contract",
                "demo",
                CORP,
                "s3cret-of-the-test",
                TOKEN,
                AES_KEY,
                simulator.baseUrl(),
                true,
                Duration.ZERO,
                1);
    }

    TickingClock clock() {
        return clock;
    }

    /// Orders a fault for the next call of an API.
    void fault(String path, String rest) {
        tell("/simulator/faults", "{\"path\": \"" + path + "\", \"count\": 1, " + rest + "}");
    }

    JsonNode act(String action) {
        return tell("/simulator/corps/" + CORP + "/actions", action);
    }

    /// How often an API was called so far, as the simulator saw it.
    long calls(String api) {
        return lines("calls").stream()
                .filter(call -> call.path("path").asText().endsWith(api))
                .count();
    }

    List<JsonNode> lines(String record) {
        var read = new ArrayList<JsonNode>();
        exchange("/simulator/corps/" + CORP + "/" + record, null)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> read.add(json(line)));
        return read;
    }

    JsonNode tell(String path, String body) {
        return json(exchange(path, body));
    }

    JsonNode put(String path, String body) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return json(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private String exchange(String path, @Nullable String body) {
        var outcome = control.send(HttpCall.json(Origin.of(simulator.baseUrl()), path, body));
        if (outcome instanceof HttpOutcome.Answered(var status, var text) && status / 100 == 2) {
            return text;
        }
        throw new IllegalStateException(path + ": " + outcome);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static Met met(JsonNode answer) {
        return new Met(
                answer.path("externalUserId").asText(),
                answer.path("welcomeCode").asText());
    }

    @Override
    public ChannelConnection connection() {
        return connection;
    }

    @Override
    public String staff() {
        return "ada";
    }

    @Override
    public String otherStaff() {
        return "bo";
    }

    @Override
    public String idleStaff() {
        return "idle";
    }

    @Override
    public Met customerAdds(String staff) {
        return met(act("{\"type\": \"ADD\", \"userid\": \"" + staff + "\", \"addWay\": 3}"));
    }

    @Override
    public Met customerScans(String contactWayId) {
        return met(act("{\"type\": \"SCAN\", \"configId\": \"" + contactWayId + "\"}"));
    }

    @Override
    public void customerDeletes(String staff, String contactId) {
        act("{\"type\": \"CUSTOMER_DELETES\", \"customer\": \"" + contactId + "\", \"userid\": \"" + staff + "\"}");
    }

    @Override
    public void staffConfirms(String taskId, String staff) {
        act("{\"type\": \"CONFIRM\", \"msgid\": \"" + taskId + "\", \"userid\": \"" + staff + "\"}");
    }

    @Override
    public void pass(Duration time) {
        clock.tick(time);
        tell("/simulator/corps/" + CORP + "/clock/steps", "{\"to\": \"" + clock.instant() + "\"}");
    }

    @Override
    public String groupOf(String staff) {
        var made = act("{\"type\": \"CREATE_GROUP\", \"userid\": \"" + staff + "\", \"name\": \"业主群\"}");
        openGroupIds.put(made.path("chatId").asText(), made.path("opengid").asText());
        return made.path("chatId").asText();
    }

    @Override
    public void contactJoins(String groupId, String contactId) {
        act("{\"type\": \"JOIN_GROUP\", \"chatId\": \"" + groupId + "\", \"customer\": \"" + contactId
                + "\", \"invitor\": \"" + staff() + "\", \"joinScene\": 1}");
    }

    @Override
    public String customerScansJoinWay(String joinWayId) {
        return act("{\"type\": \"JOIN_GROUP\", \"configId\": \"" + joinWayId + "\"}")
                .path("externalUserId")
                .asText();
    }

    @Override
    public String openGroupId(String groupId) {
        return openGroupIds.getOrDefault(groupId, "");
    }

    @Override
    public void staffLeaves(String staff) {
        act("{\"type\": \"MEMBER_LEAVES\", \"userid\": \"" + staff + "\"}");
    }

    @Override
    public void contactRefusesTransfer(String contactId) {
        act("{\"type\": \"REFUSE_TRANSFER\", \"customer\": \"" + contactId + "\"}");
    }

    @Override
    public void staffPublishes(String momentId, String staff) {
        act("{\"type\": \"PUBLISH_MOMENT\", \"moment\": \"" + momentId + "\", \"userid\": \"" + staff + "\"}");
    }

    @Override
    public void contactLikes(String momentId, String staff, String contactId) {
        act("{\"type\": \"LIKE_MOMENT\", \"moment\": \"" + momentId + "\", \"userid\": \"" + staff
                + "\", \"customer\": \"" + contactId + "\"}");
    }

    @Override
    public Met customerComesBy(AcquisitionLinks.Link link, String channel) {
        return met(act(
                "{\"type\": \"ADD_BY_LINK\", \"link\": \"" + link.linkId() + "\", \"channel\": \"" + channel + "\"}"));
    }

    @Override
    public void grantLinkUses(int uses) {
        var nextYear = clock.instant().plus(Duration.ofDays(365));
        act("{\"type\": \"GRANT_LINK_USES\", \"uses\": " + uses + ", \"expiresAt\": \"" + nextYear + "\"}");
    }

    @Override
    public String staffOpensPage(String staff) {
        return act("{\"type\": \"OPEN_PAGE\", \"agentId\": 1, \"userid\": \"" + staff + "\"}")
                .path("code")
                .asText();
    }

    @Override
    public String contactOpensPage(String contactId) {
        return act("{\"type\": \"OPEN_PAGE\", \"agentId\": 1, \"customer\": \"" + contactId + "\"}")
                .path("code")
                .asText();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public void close() {
        http.close();
        control.close();
        simulator.close();
    }
}
