package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnsupportedTest {
    @Test
    void refusesEveryCallOfARole() {
        var groups = Unsupported.role(CustomerGroups.class);
        assertThat(reason(groups.fetch("wr1"))).isEqualTo(NotDoneReason.UNSUPPORTED);
        assertThat(reason(groups.list(List.of(), null))).isEqualTo(NotDoneReason.UNSUPPORTED);
        assertThat(groups).hasToString("no CustomerGroups");
        assertThat(groups).isEqualTo(Unsupported.role(CustomerGroups.class)).isNotEqualTo("no Moments");
    }
}
