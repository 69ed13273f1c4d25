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

    private TokenCache cacheOf(Supplier<Answer<TokenSource.Issued>> fetch) {
        return new TokenCache(clock, new OwnTokens(clock, () -> {
            fetches.incrementAndGet();
            return fetch.get();
        }));
    }

    private TokenCache numbered() {
        return cacheOf(() -> Answer.done(new TokenSource.Issued("token-" + fetches.get(), LIFE)));
    }

    private static Token token(TokenCache cache) {
        return cache.get() instanceof Answer.Done<Token>(var token) ? token : failed();
    }

    private static Token failed() {
        throw new AssertionError("no token");
    }

    @Test
    void fetchesOnceForManyCallersAtTheSameTime() throws Exception {
        var allAsk = new CountDownLatch(1);
        var cache = cacheOf(() -> {
            await(allAsk);
            return Answer.done(new TokenSource.Issued("one", LIFE));
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<java.util.concurrent.Future<Token>>();
            for (var i = 0; i < 500; i++) {
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
        var cache = cacheOf(() -> Answer.done(new TokenSource.Issued("short", Duration.ofSeconds(10))));
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
    void usesWhatStillLivesWhenNoFreshOneCanBeHad() {
        var cache = cacheOf(() -> fetches.get() == 1
                ? Answer.done(new TokenSource.Issued("one", LIFE))
                : Answer.notDone(NotDoneReason.UNREACHABLE, "refused"));
        token(cache);
        clock.tick(LIFE.minusSeconds(1));
        assertThat(token(cache).value()).isEqualTo("one");
        clock.tick(Duration.ofSeconds(1));
        assertThat(cache.get()).isInstanceOf(Answer.NotDone.class);
        assertThat(fetches).hasValue(3);
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
