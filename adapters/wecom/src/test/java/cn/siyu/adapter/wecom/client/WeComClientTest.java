package cn.siyu.adapter.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.ScriptedServer.Script;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeComClientTest {
    private static final String SECRET = "s3cret-canary-0123456789";
    private static final ApiCall READ = ApiCall.get("/cgi-bin/read", Map.of("userid", "a b&c"));
    private static final ApiCall CHANGE = ApiCall.post(
                    "/cgi-bin/change", JsonNodeFactory.instance.objectNode().put("x", 1))
            .as("batch-1");

    private final TickingClock clock = new TickingClock();
    private final AtomicInteger issued = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    private final Script script = (request, connection) -> {
        if (request.path().equals("/cgi-bin/gettoken")) {
            var token = "token-canary-" + issued.incrementAndGet();
            ScriptedServer.respond(
                    connection, 200, "{\"errcode\":0,\"access_token\":\"" + token + "\",\"expires_in\":7200}");
        } else {
            var next = answers.poll();
            ScriptedServer.respond(connection, 200, next == null ? "{\"errcode\":0}" : next);
        }
    };
    private final ScriptedServer server = new ScriptedServer(script);
    private final HttpOnce http = TestHttp.standard();
    private final WeComClient client = new WeComClient(
            http,
            server.origin(),
            new WeComClient.Credential("ww1", SECRET),
            clock,
            new CorpGates(CallRates.PUBLISHED));

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private Answer<Ack> read() {
        return client.read(READ, _ -> Ack.ACK);
    }

    private Answer<Ack> change() {
        return client.change(CHANGE, _ -> Ack.ACK);
    }

    private static NotDoneReason reason(Answer<?> answer) {
        if (answer instanceof Answer.NotDone<?> no) {
            return no.reason();
        }
        throw new AssertionError("not NotDone: " + answer);
    }

    @Test
    void carriesTheTokenInTheQueryAndFetchesItOnce() {
        assertThat(read()).isEqualTo(Answer.done(Ack.ACK));
        assertThat(change()).isEqualTo(Answer.done(Ack.ACK));
        assertThat(server.requests().stream().map(ScriptedServer.Received::target))
                .containsExactly(
                        "/cgi-bin/gettoken?corpid=ww1&corpsecret=" + SECRET,
                        "/cgi-bin/read?access_token=token-canary-1&userid=a+b%26c",
                        "/cgi-bin/change?access_token=token-canary-1");
    }

    @Test
    void fetchesOneTokenForFiftyCallsAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(50, this::read))) {
                assertThat(answer.get()).isEqualTo(Answer.done(Ack.ACK));
            }
        }
        assertThat(issued).hasValue(1);
        assertThat(server.requests("/cgi-bin/read")).hasSize(50);
    }

    @Test
    void asksAReadAgainWithAFreshTokenButOnlyOnce() {
        answers.add("{\"errcode\":42001}");
        assertThat(read()).isEqualTo(Answer.done(Ack.ACK));
        assertThat(issued).hasValue(2);
        answers.add("{\"errcode\":40014}");
        answers.add("{\"errcode\":40014}");
        assertThat(reason(read())).isEqualTo(NotDoneReason.CREDENTIAL);
        assertThat(server.requests("/cgi-bin/read")).hasSize(4);
    }

    @Test
    void neverRepeatsAChangeWhoseTokenWasRefusedButHasAFreshOneForTheNext() {
        answers.add("{\"errcode\":40014}");
        assertThat(reason(change())).isEqualTo(NotDoneReason.CREDENTIAL);
        assertThat(server.requests("/cgi-bin/change")).hasSize(1);
        assertThat(change()).isEqualTo(Answer.done(Ack.ACK));
        assertThat(issued).hasValue(2);
    }

    @Test
    void sendsAChangeWithinItsFenceOnly() {
        assertThat(reason(client.changeWithin(clock.instant(), CHANGE, _ -> Ack.ACK)))
                .isEqualTo(NotDoneReason.CREDENTIAL);
        var fence = client.fence();
        assertThat(fence).isEqualTo(Answer.done(TickingClock.START.plusSeconds(7200)));
        assertThat(client.changeWithin(TickingClock.START.plusSeconds(7200), CHANGE, _ -> Ack.ACK))
                .isEqualTo(Answer.done(Ack.ACK));
        clock.tick(Duration.ofHours(2));
        client.fence();
        assertThat(reason(client.changeWithin(TickingClock.START.plusSeconds(7200), CHANGE, _ -> Ack.ACK)))
                .isEqualTo(NotDoneReason.CREDENTIAL);
        assertThat(server.requests("/cgi-bin/change")).hasSize(1);
    }

    @Test
    void callsAWrongSecretForbiddenAndTriesItOnceAMinute() {
        Script refusing = (_, connection) ->
                ScriptedServer.respond(connection, 200, "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");
        try (var strict = new ScriptedServer(refusing)) {
            var other = new WeComClient(
                    http,
                    strict.origin(),
                    new WeComClient.Credential("ww1", SECRET),
                    clock,
                    new CorpGates(CallRates.PUBLISHED));
            assertThat(reason(other.read(READ, _ -> Ack.ACK))).isEqualTo(NotDoneReason.FORBIDDEN);
            assertThat(reason(other.change(CHANGE, _ -> Ack.ACK))).isEqualTo(NotDoneReason.FORBIDDEN);
            assertThat(strict.requests()).hasSize(1);
        }
    }

    @Test
    void asksNotWhenTheLimitIsReachedAndSaysWhenThereIsRoom() {
        var other = new WeComClient(
                http,
                server.origin(),
                new WeComClient.Credential("ww1", SECRET),
                clock,
                new CorpGates(new CallRates(4, 1000)));
        assertThat(other.change(CHANGE, _ -> Ack.ACK)).isEqualTo(Answer.done(Ack.ACK));
        assertThat(other.change(CHANGE, _ -> Ack.ACK)).isEqualTo(Answer.done(Ack.ACK));
        var refused = other.change(CHANGE, _ -> Ack.ACK);
        assertThat(reason(refused)).isEqualTo(NotDoneReason.THROTTLED);
        assertThat(((Answer.NotDone<Ack>) refused).retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(other.read(READ, _ -> Ack.ACK)).isEqualTo(Answer.done(Ack.ACK));
        assertThat(server.requests("/cgi-bin/change")).hasSize(2);
        clock.tick(Duration.ofSeconds(30));
        assertThat(other.change(CHANGE, _ -> Ack.ACK)).isEqualTo(Answer.done(Ack.ACK));
    }

    @Test
    void leavesAnApiAloneForAsLongAsThePlatformBlocksIt() {
        answers.add("{\"errcode\":45009}");
        assertThat(reason(read())).isEqualTo(NotDoneReason.THROTTLED);
        clock.tick(Duration.ofSeconds(59));
        assertThat(reason(read())).isEqualTo(NotDoneReason.THROTTLED);
        assertThat(server.requests("/cgi-bin/read")).hasSize(1);
        assertThat(change()).isEqualTo(Answer.done(Ack.ACK));
        clock.tick(Duration.ofSeconds(1));
        answers.add("{\"errcode\":45009}");
        var hour = read();
        assertThat(((Answer.NotDone<Ack>) hour).retryAfter()).isEqualTo(Duration.ofHours(1));
        clock.tick(Duration.ofHours(1));
        assertThat(read()).isEqualTo(Answer.done(Ack.ACK));
    }

    @Test
    void neverTellsSecretOrTokenInAnAnswer() {
        Script echoing = (request, connection) -> {
            if (request.path().endsWith("gettoken") && issued.get() == 0) {
                script.answer(request, connection);
            } else {
                ScriptedServer.respond(connection, 200, "{\"errcode\":0,\"msgid\":{}}");
            }
        };
        try (var odd = new ScriptedServer(echoing)) {
            var other = new WeComClient(
                    http,
                    odd.origin(),
                    new WeComClient.Credential("ww1", SECRET),
                    clock,
                    new CorpGates(CallRates.PUBLISHED));
            assertThat(other.change(CHANGE, body -> body.text("msgid")).toString())
                    .doesNotContain("canary");
        }
        server.close();
        assertThat(change().toString()).doesNotContain("canary");
        assertThat(new WeComClient.Credential("ww1", SECRET).toString()).doesNotContain(SECRET);
    }
}
