package cn.siyu.adapter.http.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.sop.Enrolment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SendReasonTest {
    @Test
    void knowsEachReasonForWhichAnEnrolmentTakesItsSendsBack() {
        assertThat(Stream.of(SendReason.values()).map(Enum::name))
                .containsAll(
                        Stream.of(Enrolment.ExitReason.values()).map(Enum::name).toList());
    }
}
