package cn.siyu.adapter.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Answers;
import cn.siyu.application.channel.port.InMemorySharedSecrets;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.SharedSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTokensTest {
    private static final Duration LIFE = Duration.ofHours(2);
    private static final WeComClient.Credential APP = new WeComClient.Credential("ww1", "secret-canary-1");
    private static final WeComClient.Credential OTHER = new WeComClient.Credential("ww1", "secret-canary-2");

    private final TickingClock clock = new TickingClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private final InMemorySharedSecrets secrets = new InMemorySharedSecrets();

    private TokenCache node(SharedSecrets store, WeComClient.Credential app) {
        var seal = new TokenSeal(app, "qyapi.weixin.qq.com");
        return new TokenCache(
                clock,
                new SharedTokens(
                        store,
                        seal,
                        clock,
                        clock,
                        () -> Answer.done(new TokenSource.Issued("token-canary-" + fetches.incrementAndGet(), LIFE))));
    }

    private TokenCache node() {
        return node(secrets, APP);
    }

    private static Token token(TokenCache node) {
        return Answers.value(node.get());
    }

    @Test
    void oneNodeFetchesForAll() {
        var nodes = IntStream.range(0, 8).mapToObj(_ -> node()).toList();
        assertThat(nodes).allSatisfy(node -> assertThat(token(node).value()).isEqualTo("token-canary-1"));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void oneOfManyNodesWithManyThreadsFetches() throws Exception {
        var nodes = IntStream.range(0, 8).mapToObj(_ -> node()).toList();
        var start = new CountDownLatch(1);
        var asked = new ArrayList<Future<Answer<Token>>>();
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (var i = 0; i < 64; i++) {
                var node = nodes.get(i % nodes.size());
                asked.add(threads.submit(() -> {
                    start.await();
                    return node.get();
                }));
            }
            start.countDown();
            for (var each : asked) {
                var answer = each.get();
                if (answer instanceof Answer.NotDone<Token> no) {
                    assertThat(no.reason()).isEqualTo(NotDoneReason.CREDENTIAL);
                    assertThat(no.retryAfter()).isEqualTo(Duration.ofMillis(200));
                } else {
                    assertThat(Answers.value(answer).value()).isEqualTo("token-canary-1");
                }
            }
        }
        assertThat(nodes).allSatisfy(node -> assertThat(token(node).value()).isEqualTo("token-canary-1"));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aTokenThatEndedEarlyCostsAllNodesOneFetch() {
        var nodes = IntStream.range(0, 4).mapToObj(_ -> node()).toList();
        var ended = nodes.stream().map(SharedTokensTest::token).toList();
        for (var i = 0; i < nodes.size(); i++) {
            nodes.get(i).invalidate(ended.get(i));
        }
        assertThat(nodes).allSatisfy(node -> assertThat(token(node).value()).isEqualTo("token-canary-2"));
        assertThat(fetches).hasValue(2);
    }

    @Test
    void theNextTokenIsFetchedByOneNodeWhileTheOthersUseWhatTheyHave() {
        var first = node();
        var second = node();
        token(first);
        token(second);
        clock.tick(LIFE.minusSeconds(100));
        var busy = secrets.lease(new TokenSeal(APP, "qyapi.weixin.qq.com").name(), clock.instant(), LIFE)
                .orElseThrow();
        assertThat(token(second).value()).isEqualTo("token-canary-1");
        secrets.release(busy);
        assertThat(token(first).value()).isEqualTo("token-canary-2");
        assertThat(token(second).value()).isEqualTo("token-canary-2");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void theLeaseOfADeadNodeIsTakenOver() {
        var name = new TokenSeal(APP, "qyapi.weixin.qq.com").name();
        assertThat(secrets.lease(name, clock.instant(), Duration.ofSeconds(20))).isPresent();
        var node = node();
        assertThat(Answers.reason(node.get())).isEqualTo(NotDoneReason.CREDENTIAL);
        clock.tick(Duration.ofSeconds(20));
        assertThat(token(node).value()).isEqualTo("token-canary-1");
    }

    @Test
    void appsAndAddressesHaveTokensOfTheirOwn() {
        assertThat(token(node(secrets, APP)).value()).isEqualTo("token-canary-1");
        assertThat(token(node(secrets, OTHER)).value()).isEqualTo("token-canary-2");
        assertThat(new TokenSeal(APP, "localhost").name()).isNotEqualTo(new TokenSeal(APP, "other").name());
    }

    @Test
    void theStoreSeesNeitherTokenNorSecret() {
        token(node());
        assertThat(secrets.seenFromOutside()).isNotBlank().doesNotContain("canary");
        var seal = new TokenSeal(APP, "here");
        var sealed = seal.seal("text");
        assertThat(seal.open(sealed)).contains("text");
        assertThat(seal.seal("text")).isNotEqualTo(sealed);
        for (var broken : List.of("", "%%", "AAAA", sealed.substring(4), sealed.replace('=', '%'))) {
            assertThat(seal.open(broken)).isEmpty();
        }
        assertThat(new TokenSeal(OTHER, "here").open(sealed)).isEmpty();
    }

    @Test
    void fetchesForItselfWhenTheStoreFails() {
        var broken = new SharedSecrets() {
            @Override
            public Optional<Kept> read(String name, Instant now) {
                throw new IllegalStateException("database gone");
            }

            @Override
            public Optional<Lease> lease(String name, Instant now, Duration time) {
                throw new IllegalStateException("database gone");
            }

            @Override
            public boolean keep(Lease lease, String sealed, Instant expiresAt) {
                throw new IllegalStateException("database gone");
            }

            @Override
            public void release(Lease lease) {
                throw new IllegalStateException("database gone");
            }
        };
        assertThat(token(node(broken, APP)).value()).isEqualTo("token-canary-1");
    }
}
