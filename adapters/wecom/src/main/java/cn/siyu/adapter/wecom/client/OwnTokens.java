package cn.siyu.adapter.wecom.client;

import cn.siyu.application.channel.port.Answer;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tokens that one process fetches for itself.
final class OwnTokens implements TokenSource {
    private final InstantSource clock;
    private final Supplier<Answer<Issued>> fetch;
    private final AtomicLong fetches = new AtomicLong();

    OwnTokens(InstantSource clock, Supplier<Answer<Issued>> fetch) {
        this.clock = clock;
        this.fetch = fetch;
    }

    @Override
    public Answer<Token> next(@Nullable Token worn) {
        return fetch.get().map(issued -> issued.token(clock.instant(), fetches.incrementAndGet()));
    }
}
