package cn.siyu.adapter.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
    private static final Duration LIFE = Duration.ofHours(2);

    private final TickingClock clock = new TickingClock();
    private final AtomicInteger fetches = new AtomicInteger();

    private TokenCache cacheOf(Supplier<Answer<TokenCache.Issued>> fetch) {
        return new TokenCache(clock, () -> {
            fetches.incrementAndGet();
            return fetch.get();
        });
    }

    private TokenCache numbered() {
        return cacheOf(() -> Answer.done(new TokenCache.Issued("token-" + fetches.get(), LIFE)));
    }

    private static Token token(TokenCache cache) {
        return cache.get() instanceof Answer.Done<Token>(var token) ? token : failed();
    }

    private static Token failed() {
        throw new AssertionError("no token");
    }

    @Test
    void fetchesOnceForFiftyCallersAtTheSameTime() throws Exception {
        var allAsk = new CountDownLatch(1);
        var cache = cacheOf(() -> {
            await(allAsk);
            return Answer.done(new TokenCache.Issued("one", LIFE));
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<java.util.concurrent.Future<Token>>();
            for (var i = 0; i < 50; i++) {
                asked.add(threads.submit(() -> token(cache)));
            }
            allAsk.countDown();
            for (var answer : asked) {
                assertThat(answer.get().value()).isEqualTo("one");
            }
        }
        assertThat(fetches).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fetchesAgainShortlyBeforeTheEnd() {
        var cache = numbered();
        assertThat(token(cache).value()).isEqualTo("token-1");
        clock.tick(LIFE.minusSeconds(201));
        assertThat(token(cache).value()).isEqualTo("token-1");
        clock.tick(Duration.ofSeconds(1));
        assertThat(token(cache).value()).isEqualTo("token-2");
    }

    @Test
    void livesWithShortTokens() {
        var cache = cacheOf(() -> Answer.done(new TokenCache.Issued("short", Duration.ofSeconds(10))));
        assertThat(token(cache).usableUntil()).isEqualTo(TickingClock.START.plusSeconds(9));
    }

    @Test
    void fetchesOnceWhenManyReportTheSameTokenRefused() {
        var cache = numbered();
        var old = token(cache);
        cache.invalidate(old);
        var fresh = token(cache);
        cache.invalidate(old);
        assertThat(token(cache)).isEqualTo(fresh);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void handsOutATokenForAFenceOnlyIfItEndsByThen() {
        var cache = numbered();
        var fence = TickingClock.START.plus(LIFE);
        assertThat(cache.heldUntil(fence)).isNull();
        token(cache);
        assertThat(cache.heldUntil(fence.minusSeconds(1))).isNull();
        assertThat(cache.heldUntil(fence)).isNotNull();
        clock.tick(LIFE);
        assertThat(cache.heldUntil(fence)).isNull();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void remembersARefusedSecretForAMinute() {
        var cache = cacheOf(() -> Answer.notDone(NotDoneReason.FORBIDDEN, "errcode 40001"));
        for (var i = 0; i < 10; i++) {
            assertThat(cache.get()).isInstanceOf(Answer.NotDone.class);
        }
        assertThat(fetches).hasValue(1);
        clock.tick(Duration.ofMinutes(1));
        cache.get();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void asksAgainAtOnceWhenTheFarSideWasNotReached() {
        var cache = cacheOf(() -> Answer.notDone(NotDoneReason.UNREACHABLE, "refused"));
        cache.get();
        cache.get();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void printsNoToken() {
        assertThat(token(numbered()).toString()).doesNotContain("token-1");
    }
}
