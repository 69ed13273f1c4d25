package cn.siyu.adapter.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.wecom.transport.HttpCall;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.HttpOutcome;
import cn.siyu.adapter.wecom.transport.Origin;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.SimulatedFarSide;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Steps the clock of a simulated corp through the simulator's control API. A step names its
/// target, so every failure may simply be asked again.
final class WeComFarSide implements SimulatedFarSide {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WeComAdapter adapter;
    private final HttpOnce http;

    WeComFarSide(WeComAdapter adapter, HttpOnce http) {
        this.adapter = adapter;
        this.http = http;
    }

    @Override
    public Answer<Optional<Instant>> nextDueAt(String brand) {
        var app = adapter.simulated(brand);
        if (app.isEmpty()) {
            return Answer.done(Optional.empty());
        }
        return call(app.get(), "clock", null, json -> {
            var next = json.path("nextDueAt");
            return Answer.done(next.isTextual() ? Optional.of(Instant.parse(next.textValue())) : Optional.empty());
        });
    }

    /// A step halts when a callback finds nobody at our address: what was due then is still due,
    /// and the step is to be asked for again.
    @Override
    public Answer<Ack> stepTo(String brand, Instant to) {
        var app = adapter.simulated(brand);
        if (app.isEmpty()) {
            return Answer.done(Ack.ACK);
        }
        var body = JsonNodeFactory.instance.objectNode().put("to", to.toString());
        return call(
                app.get(),
                "clock/steps",
                body.toString(),
                json -> json.path("halted").asBoolean()
                        ? Answer.notDone(NotDoneReason.CONFLICT, "a callback could not be delivered to us")
                        : Answer.done(Ack.ACK));
    }

    private interface Reading<T> {
        Answer<T> read(JsonNode json);
    }

    private <T> Answer<T> call(WeComApp app, String path, @Nullable String body, Reading<T> reading) {
        var target = "/simulator/corps/" + URLEncoder.encode(app.corpId(), UTF_8) + "/" + path;
        return switch (http.send(HttpCall.json(Origin.of(app.baseUrl()), target, body))) {
            case HttpOutcome.NotWritten(var why) -> Answer.notDone(NotDoneReason.UNREACHABLE, why);
            case HttpOutcome.Lost(var why) -> Answer.notDone(NotDoneReason.UNANSWERED, why);
            case HttpOutcome.Answered(var status, var text) ->
                status / 100 == 2
                        ? read(text, reading)
                        : Answer.notDone(NotDoneReason.UNANSWERED, "HTTP status " + status);
        };
    }

    private static <T> Answer<T> read(String text, Reading<T> reading) {
        try {
            return reading.read(JSON.readTree(text));
        } catch (JsonProcessingException | DateTimeException _) {
            return Answer.notDone(NotDoneReason.UNANSWERED, "the simulator's answer is not readable");
        }
    }
}
