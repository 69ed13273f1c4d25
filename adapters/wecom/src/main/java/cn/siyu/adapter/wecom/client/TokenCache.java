package cn.siyu.adapter.wecom.client;

import cn.siyu.application.channel.port.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The token of one app in this process, fetched by one caller while the others wait for the same
/// answer.
///
/// The platform returns the same token while it is valid and counts fetches; wrong secrets get the
/// address blocked for an hour. Therefore a refusal is remembered for a minute, too, and never more
/// than one fetch is under way. A token that still lives is used when no fresh one can be had.
final class TokenCache {
    private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final TokenSource source;
    private final Object lock = new Object();
    private @Nullable Token token;
    private @Nullable Token worn;
    private @Nullable CompletableFuture<Answer<Token>> underWay;
    private Answer.@Nullable NotDone<Token> refusal;
    private Instant refusedUntil = Instant.MIN;

    TokenCache(InstantSource clock, TokenSource source) {
        this.clock = clock;
        this.source = source;
    }

    /// A token that still has some life; fetched if need be.
    Answer<Token> get() {
        CompletableFuture<Answer<Token>> mine;
        Token last;
        synchronized (lock) {
            var now = clock.instant();
            if (token != null && now.isBefore(token.usableUntil())) {
                return Answer.done(token);
            }
            if (refusal != null && now.isBefore(refusedUntil)) {
                return orAlive(refusal);
            }
            last = token == null ? worn : token;
            if (underWay != null) {
                mine = underWay;
            } else {
                underWay = new CompletableFuture<>();
                mine = null;
            }
        }
        return mine == null ? fetchForAll(last) : mine.join();
    }

    /// The token in hand if the platform will refuse it at `fence` or earlier; never fetches.
    @Nullable
    Token heldUntil(Instant fence) {
        synchronized (lock) {
            var fits = token != null
                    && clock.instant().isBefore(token.endsAt())
                    && !token.endsAt().isAfter(fence);
            return fits ? token : null;
        }
    }

    /// Forgets this token, unless another one has taken its place already.
    void invalidate(Token refused) {
        synchronized (lock) {
            if (refused.equals(token)) {
                worn = token;
                token = null;
            }
        }
    }

    private Answer<Token> fetchForAll(@Nullable Token last) {
        Answer<Token> answer = new Answer.Unknown<>("the fetch of a token broke off");
        CompletableFuture<Answer<Token>> waiting = null;
        try {
            answer = source.next(last);
        } finally {
            synchronized (lock) {
                remember(answer);
                answer = orAlive(answer);
                waiting = underWay;
                underWay = null;
            }
            if (waiting != null) {
                waiting.complete(answer);
            }
        }
        return answer;
    }

    private Answer<Token> orAlive(Answer<Token> answer) {
        var alive = token != null && clock.instant().isBefore(token.endsAt());
        return token != null && alive && !(answer instanceof Answer.Done<Token>) ? Answer.done(token) : answer;
    }

    private void remember(Answer<Token> answer) {
        switch (answer) {
            case Answer.Done<Token>(var fresh) -> {
                token = fresh;
                worn = null;
                refusal = null;
            }
            case Answer.NotDone<Token> no -> {
                refusal = switch (no.reason()) {
                    case FORBIDDEN, THROTTLED, INVALID -> no;
                    case UNREACHABLE,
                            UNANSWERED,
                            CREDENTIAL,
                            CONFLICT,
                            QUOTA,
                            NOT_FOUND,
                            NO_RECIPIENT,
                            TOO_LATE,
                            UNSUPPORTED -> null;
                };
                refusedUntil = clock.instant().plus(no.retryAfter() == null ? REFUSAL_HOLDS : no.retryAfter());
            }
            case Answer.Unknown<Token> _ -> refusal = null;
        }
    }
}
