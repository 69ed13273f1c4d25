package cn.siyu.adapter.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.transport.HttpOutcome;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final ApiCall CALL =
            ApiCall.post("/cgi-bin/externalcontact/add_msg_template", JsonNodeFactory.instance.objectNode());

    private static Answer<String> change(HttpOutcome outcome) {
        return new Judge<>(Judge.Effect.CHANGES, body -> body.text("msgid")).judge(CALL, outcome);
    }

    private static Answer<String> read(HttpOutcome outcome) {
        return new Judge<>(Judge.Effect.READS, body -> body.text("msgid")).judge(CALL, outcome);
    }

    private static HttpOutcome ok(String body) {
        return new HttpOutcome.Answered(200, body);
    }

    @Test
    void isDoneWithErrcodeZeroAndEverythingThatWasPromised() {
        assertThat(change(ok("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m1\",\"new\":[1]}")))
                .isEqualTo(Answer.done("m1"));
    }

    @ParameterizedTest
    @CsvSource({
        "40001, CREDENTIAL",
        "40014, CREDENTIAL",
        "42001, CREDENTIAL",
        "41001, CREDENTIAL",
        "45009, THROTTLED",
        "45033, THROTTLED",
        "45035, CONFLICT",
        "41063, CONFLICT",
        "41096, CONFLICT",
        "48002, FORBIDDEN",
        "60020, FORBIDDEN",
        "60011, FORBIDDEN",
        "40013, FORBIDDEN",
        "84074, FORBIDDEN",
        "40003, NOT_FOUND",
        "40096, NOT_FOUND",
        "84061, NOT_FOUND",
        "40068, NOT_FOUND",
        "60111, NOT_FOUND",
        "41047, NOT_FOUND",
        "41044, NOT_FOUND",
        "41048, NO_RECIPIENT",
        "41050, TOO_LATE",
        "41051, TOO_LATE",
        "41093, TOO_LATE",
        "40126, QUOTA",
        "41045, QUOTA",
        "41094, QUOTA",
        "40058, INVALID",
        "40063, INVALID",
        "40071, INVALID",
        "41035, INVALID",
        "41064, INVALID",
        "40007, INVALID"
    })
    void isCertainlyNotDoneWhenTheCodeProvesIt(long errcode, NotDoneReason reason) {
        var answer = change(ok("{\"errcode\":" + errcode + ",\"errmsg\":\"no\"}"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotDone.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"40014, PT0S", "42001, PT0S", "45009, PT1M", "45033, PT1S", "45035, PT2S", "48002,"})
    void saysHowLongToWait(long errcode, Duration wait) {
        assertThat(change(ok("{\"errcode\":" + errcode + "}")))
                .isInstanceOfSatisfying(
                        Answer.NotDone.class, no -> assertThat(no.retryAfter()).isEqualTo(wait));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errcode\":-1,\"errmsg\":\"system error\"}",
                "{\"errcode\":6000}",
                "{\"errcode\":45036}",
                "{\"errcode\":99999}",
                "{\"errcode\":\"0\",\"msgid\":\"m1\"}",
                "{\"errcode\":0.0,\"msgid\":\"m1\"}",
                "{\"errcode\":null,\"msgid\":\"m1\"}",
                "{\"errcode\":0}",
                "{\"errcode\":0,\"msgid\":\"\"}",
                "{\"errcode\":0,\"msgid\":17}",
                "{\"errcode\":0,\"msgid\":[\"m1\"]}",
                "{\"errcode\":0,\"errcode\":40058,\"msgid\":\"m1\"}",
                "{\"errcode\":0,\"msgid\":\"m1\"} trailing",
                "{\"errcode\":0,\"msgid\":\"m",
                "{\"msgid\":\"m1\"}",
                "[0]",
                "0",
                "",
                "null",
                "<html><body>502 Bad Gateway</body></html>",
                "{\"errcode\":123456789012345678901234567890}"
            })
    void isUnknownForAChangeAndAFailureForAReadWhenNothingIsProven(String body) {
        assertThat(change(ok(body))).isInstanceOf(Answer.Unknown.class);
        assertThat(read(ok(body)))
                .isInstanceOfSatisfying(
                        Answer.NotDone.class, no -> assertThat(no.reason()).isEqualTo(NotDoneReason.UNANSWERED));
    }

    @Test
    void isUnknownWhenNestedTooDeep() {
        assertThat(change(ok("{\"errcode\":0,\"a\":" + "[".repeat(100) + "]".repeat(100) + ",\"msgid\":\"m\"}")))
                .isInstanceOf(Answer.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 403, 404, 500, 502, 503, 504})
    void isUnknownForAChangeWithAnyOtherHttpStatus(int status) {
        var answered = new HttpOutcome.Answered(status, "{\"errcode\":0,\"msgid\":\"m1\"}");
        assertThat(change(answered)).isInstanceOf(Answer.Unknown.class);
        assertThat(read(answered)).isInstanceOf(Answer.NotDone.class);
    }

    @Test
    void isUnknownForAChangeThatWasLostAndCertainForOneThatWasNeverWritten() {
        assertThat(change(new HttpOutcome.Lost("reset"))).isInstanceOf(Answer.Unknown.class);
        assertThat(change(new HttpOutcome.NotWritten("refused")))
                .isInstanceOfSatisfying(
                        Answer.NotDone.class, no -> assertThat(no.reason()).isEqualTo(NotDoneReason.UNREACHABLE));
    }

    @Test
    void keepsTheMessageShortAndOnOneLine() {
        var answer = change(ok("{\"errcode\":40058,\"errmsg\":\"bad\\nfake log line" + "x".repeat(500)
                + ", hint: [1], from ip: 10.0.0.1\"}"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotDone.class,
                        no -> assertThat(no.detail())
                                .doesNotContain("\n", "10.0.0.1")
                                .hasSizeLessThan(300));
    }
}
