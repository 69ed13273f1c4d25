package cn.siyu.adapter.wecom.client;

import cn.siyu.adapter.wecom.transport.HttpCall;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.Origin;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.SharedSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls of the API in the name of one app (自建应用). One attempt per call; a read whose token was
/// refused is asked once more with a fresh one, a change never is.
public final class WeComClient {
    private static final Logger LOG = LoggerFactory.getLogger(WeComClient.class);
    private static final long TOO_MANY = 45009;
    private static final long TOO_MANY_AT_ONCE = 45033;

    private final HttpOnce http;
    private final Origin origin;
    private final InstantSource clock;
    private final CorpGates gates;
    private final TokenCache tokens;

    /// A client whose token is this process's own.
    public WeComClient(HttpOnce http, Origin origin, Credential credential, InstantSource clock, CorpGates gates) {
        this.http = http;
        this.origin = origin;
        this.clock = clock;
        this.gates = gates;
        this.tokens = new TokenCache(clock, new OwnTokens(clock, () -> issue(credential)));
    }

    /// A client that shares its token with the other nodes.
    ///
    /// @param machine the clock of `secrets`; `clock` is the brand's
    public WeComClient(
            HttpOnce http,
            Origin origin,
            Credential credential,
            InstantSource clock,
            CorpGates gates,
            SharedSecrets secrets,
            InstantSource machine) {
        this.http = http;
        this.origin = origin;
        this.clock = clock;
        this.gates = gates;
        var seal = new TokenSeal(credential, origin.authority());
        this.tokens = new TokenCache(clock, new SharedTokens(secrets, seal, machine, clock, () -> issue(credential)));
    }

    /// The app's id and secret.
    public record Credential(String corpId, String secret) {
        @Override
        public String toString() {
            return "Credential[corpId=" + corpId + "]";
        }
    }

    /// The time as the platform counts it.
    public Instant now() {
        return clock.instant();
    }

    /// A call without effect on the far side: every failure is NotDone.
    public <T> Answer<T> read(ApiCall call, AnswerBody.Reader<T> reader) {
        var first = readOnce(call, reader);
        return first instanceof Answer.NotDone<T> no && no.reason() == NotDoneReason.CREDENTIAL
                ? readOnce(call, reader)
                : first;
    }

    /// A call that changes something, with whatever token is at hand.
    public <T> Answer<T> change(ApiCall call, AnswerBody.Reader<T> reader) {
        return withAnyToken(token -> withToken(call, token, new Judge<>(Judge.Effect.CHANGES, reader)));
    }

    /// A call that changes something, only with a token that is at hand and ends by `fence`.
    public <T> Answer<T> changeWithin(Instant fence, ApiCall call, AnswerBody.Reader<T> reader) {
        var token = tokens.heldUntil(fence);
        return token == null
                ? Answer.notDone(NotDoneReason.CREDENTIAL, call.name() + ": no token at hand that ends by the fence")
                : withToken(call, token, new Judge<>(Judge.Effect.CHANGES, reader));
    }

    /// Makes a token ready; when the platform will refuse it.
    public Answer<Instant> fence() {
        return withAnyToken(token -> Answer.done(token.endsAt()));
    }

    private <T> Answer<T> readOnce(ApiCall call, AnswerBody.Reader<T> reader) {
        return withAnyToken(token -> withToken(call, token, new Judge<>(Judge.Effect.READS, reader)));
    }

    /// Without a token nothing of the call itself is written, so no failure in here is Unknown.
    private <T> Answer<T> withAnyToken(Function<Token, Answer<T>> use) {
        return switch (tokens.get()) {
            case Answer.Done<Token>(var token) -> use.apply(token);
            case Answer.NotDone<Token>(var reason, var detail, var wait) -> new Answer.NotDone<>(reason, detail, wait);
            case Answer.Unknown<Token>(var detail) -> Answer.notDone(NotDoneReason.CREDENTIAL, detail);
        };
    }

    private <T> Answer<T> withToken(ApiCall call, Token token, Judge<T> judge) {
        var answer = exchange(call, Map.of("access_token", token.value()), judge);
        if (answer instanceof Answer.NotDone<T> no && no.reason() == NotDoneReason.CREDENTIAL) {
            tokens.invalidate(token);
        }
        return answer;
    }

    private Answer<TokenSource.Issued> issue(Credential credential) {
        var secret = Map.of("corpid", credential.corpId(), "corpsecret", credential.secret());
        var answer = exchange(
                ApiCall.get("/cgi-bin/gettoken", Map.of()),
                secret,
                new Judge<>(
                        Judge.Effect.READS,
                        body -> new TokenSource.Issued(body.text("access_token"), life(body.number("expires_in")))));
        // here it is not a worn token that is refused but the secret itself: a fresh try cannot help
        return answer instanceof Answer.NotDone<TokenSource.Issued> no && no.reason() == NotDoneReason.CREDENTIAL
                ? Answer.notDone(NotDoneReason.FORBIDDEN, no.detail())
                : answer;
    }

    private static Duration life(long seconds) throws MalformedAnswer {
        if (seconds < 1 || seconds > 86_400) {
            throw new MalformedAnswer("expires_in is out of range");
        }
        return Duration.ofSeconds(seconds);
    }

    /// One HTTP exchange, if the corp has room for it; whoever has none is not kept waiting.
    private <T> Answer<T> exchange(ApiCall call, Map<String, String> secret, Judge<T> judge) {
        var gate = gates.of(call);
        var wait = gate.enter(clock.instant());
        if (wait.isPresent()) {
            return told(
                    call,
                    new Answer.NotDone<>(
                            NotDoneReason.THROTTLED, call.name() + ": no room within the limits", wait.get()));
        }
        try {
            var lesson = new AtomicReference<@Nullable Duration>();
            var outcome = http.send(new HttpCall(origin, call.target(secret), call.content()));
            var answer = judge.telling(code -> lesson.set(learnt(gate, code))).judge(call, outcome);
            var blocked = lesson.get();
            return told(
                    call,
                    blocked != null && answer instanceof Answer.NotDone<T> no
                            ? new Answer.NotDone<>(no.reason(), no.detail(), blocked)
                            : answer);
        } finally {
            gate.leave();
        }
    }

    private @Nullable Duration learnt(ApiGate gate, long errcode) {
        if (errcode == TOO_MANY_AT_ONCE) {
            gate.tooManyAtOnce(clock.instant());
        }
        return errcode == TOO_MANY ? gate.tooMany(clock.instant()) : null;
    }

    private static <T> Answer<T> told(ApiCall call, Answer<T> answer) {
        LOG.atDebug()
                .addKeyValue("api", call.name())
                .addKeyValue("reference", call.reference())
                .log(() -> switch (answer) {
                    case Answer.Done<T> _ -> "done";
                    case Answer.NotDone<T> no -> "not done: " + no.reason() + ", " + no.detail();
                    case Answer.Unknown<T> unknown -> "unknown: " + unknown.detail();
                });
        return answer;
    }
}
