package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [StaffNotices] does.
public interface StaffNoticesContract {
    FurtherWorld world();

    StaffNotices.Notice HURRY = new StaffNotices.Notice.Text("有客户在等");

    @Test
    default void tellsWhomItDidNotReach() {
        var world = world();
        var notices = world.connection().notices().orElseThrow();
        assertThat(value(notices.send("n1", List.of(world.staff(), "nobody-of-this-name"), HURRY)))
                .isEqualTo(new StaffNotices.Receipt("n1", Set.of("nobody-of-this-name")));
        var card = new StaffNotices.Notice.Card("任务", "今天 3 位客户", "https://example.com/tasks");
        assertThat(value(notices.send("n2", List.of(world.otherStaff()), card)).unreached())
                .isEmpty();
    }

    @Test
    default void isNotDoneIfItReachesNobody() {
        var notices = world().connection().notices().orElseThrow();
        assertThat(reason(notices.send("n1", List.of("nobody-of-this-name"), HURRY)))
                .isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(notices.send("n2", List.of(), HURRY))).isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void refusesANoticeAboveItsLimit() {
        var world = world();
        var notices = world.connection().notices().orElseThrow();
        assertThat(reason(notices.send("n1", List.of(world.staff()), new StaffNotices.Notice.Text("好".repeat(683)))))
                .isEqualTo(NotDoneReason.INVALID);
    }
}
