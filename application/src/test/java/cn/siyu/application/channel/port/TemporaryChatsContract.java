package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every [TemporaryChats] does.
public interface TemporaryChatsContract {
    FurtherWorld world();

    private static TemporaryChats.Request request(FurtherWorld world, Duration codeLives, Duration chatLives) {
        return new TemporaryChats.Request(world.staff(), "clinic", codeLives, chatLives, null, "祝您健康");
    }

    @Test
    default void lastsUntilItIsClosed() {
        var world = world();
        var chats = world.connection().temporaryChats().orElseThrow();
        var code = value(chats.open(request(world, Duration.ofDays(1), Duration.ofHours(2))));
        assertThat(code.qrCodeUrl()).startsWith("http");
        var contact = world.customerScans(code.id()).contactId();
        value(chats.close(world.staff(), contact));
        assertThat(reason(chats.close(world.staff(), contact))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void endsByItself() {
        var world = world();
        var chats = world.connection().temporaryChats().orElseThrow();
        var code = value(chats.open(request(world, Duration.ofDays(1), Duration.ofHours(2))));
        var contact = world.customerScans(code.id()).contactId();
        world.pass(Duration.ofHours(3));
        assertThat(reason(chats.close(world.staff(), contact))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void isNoOrdinaryChat() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        assertThat(reason(world.connection().temporaryChats().orElseThrow().close(world.staff(), contact)))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void livesNoLongerThanTwoWeeks() {
        var world = world();
        var chats = world.connection().temporaryChats().orElseThrow();
        assertThat(reason(chats.open(request(world, Duration.ofDays(15), Duration.ofHours(2)))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(chats.open(request(world, Duration.ofDays(1), Duration.ZERO))))
                .isEqualTo(NotDoneReason.INVALID);
    }
}
