package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every [Welcomes] does whose window is 20 s.
public interface WelcomesContract {
    OutboundMessage HELLO = OutboundMessage.text("欢迎光临");

    ChannelWorld world();

    @Test
    default void greetsOnceWithinTheWindow() {
        var world = world();
        var code = world.customerAdds(world.staff()).welcomeCode();
        var welcomes = world.connection().welcomes();
        assertThat(welcomes.send("send-1", code, HELLO)).isEqualTo(Answer.done(Ack.ACK));
        assertThat(reason(welcomes.send("send-1", code, HELLO))).isEqualTo(NotDoneReason.TOO_LATE);
    }

    @Test
    default void comesTooLateAfterTheWindow() {
        var world = world();
        var code = world.customerAdds(world.staff()).welcomeCode();
        world.pass(Duration.ofSeconds(21));
        assertThat(reason(world.connection().welcomes().send("send-1", code, HELLO)))
                .isEqualTo(NotDoneReason.TOO_LATE);
    }

    @Test
    default void comesTooLateWithACodeThatIsNone() {
        var world = world();
        assertThat(reason(world.connection().welcomes().send("send-1", "CODEOFNOBODY", HELLO)))
                .isEqualTo(NotDoneReason.TOO_LATE);
    }

    @Test
    default void refusesATextAboveItsLimitAndKeepsTheCodeUsable() {
        var world = world();
        var code = world.customerAdds(world.staff()).welcomeCode();
        var welcomes = world.connection().welcomes();
        assertThat(reason(welcomes.send("send-1", code, OutboundMessage.text("好".repeat(1334)))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(welcomes.send("send-1", code, HELLO)).isEqualTo(Answer.done(Ack.ACK));
    }
}
