package cn.siyu.adapter.wecom;

import static cn.siyu.application.channel.port.Answers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeComFarSideTest {
    private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");

    private final AtomicReference<String> answer = new AtomicReference<>("{}");
    private final ScriptedServer server =
            new ScriptedServer((_, connection) -> ScriptedServer.respond(connection, 200, answer.get()));
    private final HttpOnce http = TestHttp.standard();
    private final WeComAdapter adapter = new WeComAdapter(http);
    private final WeComFarSide farSide = new WeComFarSide(adapter, http);

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private void register(boolean simulated) {
        adapter.register(
                new WeComApp(
                        "demo",
                        "demo",
                        "wwdemo",
                        "a-secret-of-the-test",
                        "QDG6eK",
                        "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
                        server.address(),
                        simulated),
                InstantSource.fixed(TO));
    }

    @Test
    void readsTheNextDueMoment() {
        register(true);
        answer.set("{\"mode\":\"STEPPED\",\"nextDueAt\":\"2026-03-01T09:30:00Z\"}");
        assertThat(farSide.nextDueAt("demo"))
                .isEqualTo(Answer.done(Optional.of(Instant.parse("2026-03-01T09:30:00Z"))));
        answer.set("{\"mode\":\"STEPPED\",\"nextDueAt\":null}");
        assertThat(farSide.nextDueAt("demo")).isEqualTo(Answer.done(Optional.empty()));
        assertThat(server.requests("/simulator/corps/wwdemo/clock")).hasSize(2);
    }

    @Test
    void stepsToAMoment() {
        register(true);
        answer.set("{\"events\":3,\"halted\":false}");
        assertThat(farSide.stepTo("demo", TO)).isEqualTo(Answer.done(Ack.ACK));
        assertThat(server.requests())
                .containsExactly(new ScriptedServer.Received(
                        "POST", "/simulator/corps/wwdemo/clock/steps", "{\"to\":\"2026-03-02T00:00:00Z\"}"));
    }

    @Test
    void isNotDoneWhenTheStepHalted() {
        register(true);
        answer.set("{\"events\":3,\"halted\":true}");
        assertThat(reason(farSide.stepTo("demo", TO))).isEqualTo(NotDoneReason.CONFLICT);
    }

    @Test
    void isNotDoneWhenTheSimulatorIsGoneOrTalksNonsense() {
        register(true);
        answer.set("<html>");
        assertThat(reason(farSide.nextDueAt("demo"))).isEqualTo(NotDoneReason.UNANSWERED);
        answer.set("{\"nextDueAt\":\"tomorrow\"}");
        assertThat(reason(farSide.nextDueAt("demo"))).isEqualTo(NotDoneReason.UNANSWERED);
        server.close();
        assertThat(reason(farSide.stepTo("demo", TO))).isEqualTo(NotDoneReason.UNREACHABLE);
    }

    @Test
    void hasNothingToStepForARealCorpOrNone() {
        register(false);
        for (var brand : List.of("demo", "other")) {
            assertThat(farSide.stepTo(brand, TO)).isEqualTo(Answer.done(Ack.ACK));
            assertThat(farSide.nextDueAt(brand)).isEqualTo(Answer.done(Optional.empty()));
        }
        assertThat(server.requests()).isEmpty();
    }
}
