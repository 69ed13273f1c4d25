package cn.siyu.adapter.wecom.client;

import cn.siyu.application.channel.port.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The token of one app, fetched by one caller while the others wait for the same answer.
///
/// The platform returns the same token while it is valid and counts fetches; wrong secrets get the address blocked for
/// an
/// hour. Therefore a refusal is remembered for a minute, too, and never more than one fetch is under way.
final class TokenCache {
    /// What gettoken returned: a token and its remaining life.
    record Issued(String value, Duration life) {}

    private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(1);
    private static final Duration MARGIN = Duration.ofSeconds(200);

    private final InstantSource clock;
    private final Supplier<Answer<Issued>> fetch;
    private final Object lock = new Object();
    private @Nullable Token token;
    private @Nullable CompletableFuture<Answer<Token>> underWay;
    private Answer.@Nullable NotDone<Token> refusal;
    private Instant refusedUntil = Instant.MIN;

    TokenCache(InstantSource clock, Supplier<Answer<Issued>> fetch) {
        this.clock = clock;
        this.fetch = fetch;
    }

    /// A token that still has some life; fetched if need be.
    Answer<Token> get() {
        CompletableFuture<Answer<Token>> mine;
        synchronized (lock) {
            var now = clock.instant();
            if (token != null && now.isBefore(token.usableUntil())) {
                return Answer.done(token);
            }
            if (refusal != null && now.isBefore(refusedUntil)) {
                return refusal;
            }
            if (underWay != null) {
                mine = underWay;
            } else {
                underWay = new CompletableFuture<>();
                mine = null;
            }
        }
        return mine == null ? fetchForAll() : mine.join();
    }

    /// The token in hand if the platform will refuse it at `fence` or earlier; never fetches.
    @Nullable
    Token heldUntil(Instant fence) {
        synchronized (lock) {
            var now = clock.instant();
            var fits = token != null
                    && now.isBefore(token.endsAt())
                    && !token.endsAt().isAfter(fence);
            return fits ? token : null;
        }
    }

    /// Forgets this token, unless another one has taken its place already.
    void invalidate(Token refused) {
        synchronized (lock) {
            if (refused.equals(token)) {
                token = null;
            }
        }
    }

    private Answer<Token> fetchForAll() {
        Answer<Token> answer = new Answer.Unknown<>("the fetch of a token broke off");
        try {
            answer = fetch.get().map(this::token);
            return answer;
        } finally {
            CompletableFuture<Answer<Token>> waiting;
            synchronized (lock) {
                remember(answer);
                waiting = underWay;
                underWay = null;
            }
            if (waiting != null) {
                waiting.complete(answer);
            }
        }
    }

    private Token token(Issued issued) {
        var now = clock.instant();
        var tenth = issued.life().dividedBy(10);
        var margin = tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
        return new Token(issued.value(), now.plus(issued.life()).minus(margin), now.plus(issued.life()));
    }

    private void remember(Answer<Token> answer) {
        switch (answer) {
            case Answer.Done<Token>(var fresh) -> {
                token = fresh;
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
