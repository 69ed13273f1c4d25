package cn.siyu.adapter.wecom.client;

import cn.siyu.adapter.wecom.transport.HttpOutcome;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Sorts what came back into the three outcomes. For a call that changes something, only two things
/// prove that it had no effect: nothing was written, or the platform refused it with a code on the
/// list of [Refusals].
record Judge<T>(Effect effect, AnswerBody.Reader<T> reader, LongConsumer heard) {
    enum Effect {
        READS,
        CHANGES
    }

    Judge(Effect effect, AnswerBody.Reader<T> reader) {
        this(effect, reader, _ -> {});
    }

    /// The same judge, who passes every errcode on.
    Judge<T> telling(LongConsumer listener) {
        return new Judge<>(effect, reader, listener);
    }

    private static final int DETAIL_CHARS = 200;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(32).build());
    }

    Answer<T> judge(ApiCall call, HttpOutcome outcome) {
        var api = call.name();
        return switch (outcome) {
            case HttpOutcome.NotWritten(var why) ->
                new Answer.NotDone<>(NotDoneReason.UNREACHABLE, api + ": " + why, SOON);
            case HttpOutcome.Lost(var why) -> unproven(api, why);
            case HttpOutcome.Answered(var status, var body) ->
                status == 200 ? judge(call, body) : unproven(api, "HTTP status " + status);
        };
    }

    private Answer<T> judge(ApiCall call, String body) {
        var api = call.name();
        try {
            var json = JSON.readTree(body);
            var errcode = errcode(json);
            heard.accept(errcode);
            if (errcode == 0 || call.emptyCodes().contains(errcode)) {
                return Answer.done(reader.read(new AnswerBody(json)));
            }
            var said = "errcode " + errcode + errmsg(json);
            var refusal = Refusals.of(errcode);
            return refusal.isPresent()
                    ? new Answer.NotDone<>(
                            refusal.get().reason(),
                            api + ": " + said,
                            refusal.get().retryAfter())
                    : unproven(api, said);
        } catch (JsonProcessingException _) {
            return unproven(api, "the answer is no JSON");
        } catch (MalformedAnswer e) {
            return unproven(api, "malformed answer, " + e.getMessage());
        } catch (RuntimeException e) { // a reader met what its author did not think of: still only an odd answer
            return unproven(api, "unreadable answer, " + e.getClass().getSimpleName());
        }
    }

    private Answer<T> unproven(String api, String why) {
        return switch (effect) {
            case READS -> new Answer.NotDone<>(NotDoneReason.UNANSWERED, api + ": " + why, SOON);
            case CHANGES -> new Answer.Unknown<>(api + ": " + why);
        };
    }

    private static long errcode(@Nullable JsonNode json) throws MalformedAnswer {
        var errcode = json == null || !json.isObject() ? null : json.get("errcode");
        if (errcode == null || !errcode.isIntegralNumber() || !errcode.canConvertToLong()) {
            throw new MalformedAnswer("no errcode");
        }
        return errcode.longValue();
    }

    /// The text before the hint, for people only: programs test the code. Control characters would
    /// forge log lines.
    private static String errmsg(JsonNode json) {
        var text = json.path("errmsg").asText("").split(", hint:", 2)[0].replaceAll("\\p{Cntrl}", " ");
        if (text.isBlank()) {
            return "";
        }
        var cut = text.substring(0, Math.min(text.length(), DETAIL_CHARS));
        return " (" + cut.strip() + ")";
    }
}
