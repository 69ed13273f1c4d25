package cn.siyu.adapter.wecom.simulated;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.OutboundMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the platform does when it fails, seen from both sides: our answer, and what really happened
/// over there.
class SimulatedFaultsTest {
    private final SimulatedCorp corp = new SimulatedCorp();
    private final MassMessages messages = corp.connection().massMessages();
    private final MassMessages.Batch batch = new MassMessages.Batch(
            "batch-1", corp.staff(), List.of(corp.customerAdds(corp.staff()).contactId()), OutboundMessage.text("八折券"));

    @AfterEach
    void close() {
        corp.close();
    }

    private Answer<MassMessages.Receipt> create() {
        return messages.create(batch, value(messages.fence()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"TIMEOUT_AFTER_WORK\", \"delayMillis\": 4000 | 1",
                "\"kind\": \"RESET_BEFORE_WORK\" | 0",
                "\"kind\": \"RESET_AFTER_WORK\" | 1",
                "\"kind\": \"TRUNCATED_BODY\" | 1",
                "\"kind\": \"HTML_BODY\" | 1",
                "\"kind\": \"HTTP_500\", \"afterWork\": true | 1",
                "\"kind\": \"HTTP_500\", \"afterWork\": false | 0",
                "\"kind\": \"ERRCODE\", \"errcode\": -1, \"afterWork\": true | 1",
                "\"kind\": \"ERRCODE\", \"errcode\": -1, \"afterWork\": false | 0"
            })
    void aSendIsUnknownAndNeverRepeatedWhetherOrNotItWorked(String fault, int made) {
        corp.fault("add_msg_template", fault);
        assertThat(create()).isInstanceOf(Answer.Unknown.class);
        assertThat(corp.calls("add_msg_template")).isEqualTo(1);
        assertThat(corp.lines("mass-messages")).hasSize(made);
    }

    @ParameterizedTest
    @CsvSource({"45009, THROTTLED", "45033, THROTTLED", "48002, FORBIDDEN", "42001, CREDENTIAL", "40058, INVALID"})
    void aRefusedSendIsCertainlyNotDone(int errcode, NotDoneReason why) {
        corp.fault("add_msg_template", "\"kind\": \"ERRCODE\", \"errcode\": " + errcode);
        var refused = create();
        assertThat(reason(refused)).isEqualTo(why);
        assertThat(corp.lines("mass-messages")).isEmpty();
        if (refused instanceof Answer.NotDone<?> no && no.retryAfter() != null) {
            corp.clock().tick(no.retryAfter());
        }
        assertThat(create()).isInstanceOf(Answer.Done.class);
        assertThat(corp.lines("mass-messages")).hasSize(1);
    }

    @Test
    void aSendWithAVoidTokenIsNotDoneAndTheNextOneHasAFreshToken() {
        var fence = value(messages.fence());
        corp.act("{\"type\": \"VOID_TOKENS\"}");
        assertThat(reason(messages.create(batch, fence))).isEqualTo(NotDoneReason.CREDENTIAL);
        assertThat(create()).isInstanceOf(Answer.Done.class);
        assertThat(corp.calls("gettoken")).isEqualTo(2);
    }

    @Test
    void aReadWithAVoidTokenIsAskedAgainAtOnce() {
        value(messages.fence());
        corp.act("{\"type\": \"VOID_TOKENS\"}");
        assertThat(value(corp.connection().staff().contactStaff())).contains(corp.staff());
    }

    @ParameterizedTest
    @CsvSource({"RESET_AFTER_WORK", "TRUNCATED_BODY", "HTML_BODY", "HTTP_500"})
    void aFailedReadIsAPlainFailure(String kind) {
        corp.fault("get_follow_user_list", "\"kind\": \"" + kind + "\"");
        assertThat(reason(corp.connection().staff().contactStaff())).isEqualTo(NotDoneReason.UNANSWERED);
        assertThat(value(corp.connection().staff().contactStaff())).contains(corp.staff());
    }

    @Test
    void nothingIsSentWhileThePlatformIsAwayAndAllGoesOnAfterwards() {
        corp.put("/simulator/outage", "{\"mode\": \"RESET\"}");
        assertThat(messages.fence()).isInstanceOf(Answer.NotDone.class);
        corp.put("/simulator/outage", "{\"mode\": \"NONE\"}");
        assertThat(create()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aWelcomeThatWorkedWithoutAnAnswerIsNotGivenTwice() {
        var met = corp.customerAdds(corp.staff());
        var welcomes = corp.connection().welcomes();
        corp.fault("send_welcome_msg", "\"kind\": \"RESET_AFTER_WORK\"");
        assertThat(welcomes.send("send-1", met.welcomeCode(), OutboundMessage.text("欢迎")))
                .isInstanceOf(Answer.Unknown.class);
        assertThat(reason(welcomes.send("send-1", met.welcomeCode(), OutboundMessage.text("欢迎"))))
                .isEqualTo(NotDoneReason.TOO_LATE);
        assertThat(corp.lines("ledger")).hasSize(1);
    }
}
