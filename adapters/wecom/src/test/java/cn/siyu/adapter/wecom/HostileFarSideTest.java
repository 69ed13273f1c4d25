package cn.siyu.adapter.wecom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.client.TickingClock;
import cn.siyu.adapter.wecom.transport.HttpLimits;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.net.Socket;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call of every role against a far side that answers garbage: no exception, a read never
/// Unknown, and a change never done that was not confirmed.
class HostileFarSideTest {
    /// What a connection says of itself is no role.
    private static final Set<String> NO_ROLES = Set.of("name", "brand", "idScope", "reconcileEvery");

    /// A question about bounds, answered without a call.
    private static final Set<String> NO_CALLS = Set.of("media.mostBytes");

    /// A role or a method of one that nobody walks here would be one that nobody thought of.
    @Test
    void everyMethodOfEveryRoleIsWalked() {
        var walked = new TreeSet<String>();
        walked.addAll(RoleCalls.reads().keySet());
        walked.addAll(RoleCalls.changes().keySet());
        var there = new TreeSet<String>();
        for (var role : ChannelConnection.class.getMethods()) {
            if (!NO_ROLES.contains(role.getName())) {
                Stream.of(port(role).getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .forEach(method -> there.add(role.getName() + "." + method.getName()));
            }
        }
        there.removeAll(NO_CALLS);
        assertThat(walked).isEqualTo(there);
        assertThat(RoleCalls.soundAnswers().keySet()).isEqualTo(there);
    }

    private static Class<?> port(Method role) {
        return role.getGenericReturnType() instanceof ParameterizedType optional
                ? (Class<?>) optional.getActualTypeArguments()[0]
                : role.getReturnType();
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAnswerBecomesOneOfThreeOutcomes(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var confirmed = new AtomicBoolean();
        var tokensToo = seed % 10 == 9;
        try (var server = new ScriptedServer((request, connection) -> {
                    if (request.path().equals("/cgi-bin/gettoken") && !tokensToo) {
                        ScriptedServer.respond(
                                connection, 200, "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}");
                        return;
                    }
                    answer(connection, random, confirmed);
                });
                var http = TestHttp.with(
                        new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 20_000, Duration.ofSeconds(20)))) {
            var app = new WeComApp(
                    "fuzz",
                    "demo",
                    "wwfuzz",
                    "secret-of-fuzz",
                    "tok",
                    "a".repeat(43),
                    server.address(),
                    false,
                    Duration.ZERO,
                    1);
            var connection = new WeComAdapter(http).register(app, new TickingClock());
            connection.massMessages().fence();
            RoleCalls.reads()
                    .forEach((name, call) -> assertThat(call.apply(connection))
                            .as(name)
                            .isNotNull()
                            .isNotInstanceOf(Answer.Unknown.class));
            RoleCalls.changes().forEach((name, call) -> {
                confirmed.set(false);
                var answer = call.apply(connection);
                assertThat(answer).as(name).isNotNull();
                if (answer instanceof Answer.Done<?>) {
                    assertThat(confirmed).as(name + ": " + answer).isTrue();
                }
            });
        }
    }

    private static void answer(Socket connection, RandomGenerator random, AtomicBoolean confirmed) throws IOException {
        var garbage = new Garbage(random);
        switch (random.nextInt(12)) {
            case 0 -> ScriptedServer.reset(connection);
            case 1 -> {
                ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"errcode\":0");
                connection.close();
            }
            case 2 -> ScriptedServer.respond(connection, 500 + random.nextInt(5), "{\"errcode\":0}");
            case 3 -> ScriptedServer.respond(connection, 200, "<html>" + garbage.text() + "</html>");
            case 4 -> ScriptedServer.respond(connection, 200, "{\"errcode\":0,\"x\":\"" + "y".repeat(30_000) + "\"}");
            case 5 -> bytes(connection, "{\"errcode\":0,\"msgid\":\"名\"}".getBytes(Charset.forName("GBK")));
            case 6 -> bytes(connection, garbage.bytes());
            default -> {
                var body = garbage.envelope();
                confirmed.set(confirms(body));
                ScriptedServer.respond(connection, 200, body);
            }
        }
    }

    private static void bytes(Socket connection, byte[] body) throws IOException {
        var out = connection.getOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    /// What the rule says: a JSON object in UTF-8 whose errcode is the number 0.
    private static boolean confirms(String body) {
        try {
            var json = JsonMapper.builder().build().readTree(body.getBytes(UTF_8));
            var errcode = json == null ? null : json.get("errcode");
            return errcode != null
                    && errcode.isIntegralNumber()
                    && errcode.bigIntegerValue().signum() == 0;
        } catch (JsonProcessingException _) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }
}
