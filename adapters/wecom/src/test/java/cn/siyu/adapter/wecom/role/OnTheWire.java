package cn.siyu.adapter.wecom.role;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.client.CallRates;
import cn.siyu.adapter.wecom.client.CorpGates;
import cn.siyu.adapter.wecom.client.TickingClock;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.TestHttp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;

/// A client whose far side answers what it is told, and keeps what it was asked.
abstract class OnTheWire {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    final ScriptedServer server = new ScriptedServer((request, connection) -> {
        if (request.path().equals("/cgi-bin/gettoken")) {
            ScriptedServer.respond(connection, 200, "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}");
            return;
        }
        var next = answers.poll();
        ScriptedServer.respond(connection, 200, next == null ? "{\"errcode\":0,\"errmsg\":\"ok\"}" : next);
    });
    private final HttpOnce http = TestHttp.standard();
    final WeComClient client = new WeComClient(
            http,
            server.origin(),
            new WeComClient.Credential("ww1", "secret"),
            new TickingClock(),
            new CorpGates(CallRates.PUBLISHED));

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /// The last call went to the path below `/cgi-bin/`, with this body.
    void sent(String path, String body) {
        var last = server.requests().getLast();
        assertThat(last.path()).isEqualTo("/cgi-bin/" + path);
        assertThat(json(last.body())).isEqualTo(json(body));
    }
}
