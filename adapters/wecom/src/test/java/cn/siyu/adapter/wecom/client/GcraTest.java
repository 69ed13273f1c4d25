package cn.siyu.adapter.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GcraTest {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void letsNoWindowSeeMoreThanTheLimit(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var limit = random.nextInt(1, 200);
        var gcra = new Gcra(limit, Math.max(1, limit / 2), WINDOW);
        var admitted = new ArrayList<Instant>();
        var now = TickingClock.START;
        for (var i = 0; i < 3000; i++) {
            now = now.plusMillis(random.nextInt(4) == 0 ? random.nextInt(2000) : random.nextInt(5));
            if (gcra.until(now).isZero()) {
                gcra.take(now);
                admitted.add(now);
            }
        }
        for (var from = 0; from < admitted.size(); from++) {
            var first = admitted.get(from);
            var within = admitted.subList(from, admitted.size()).stream()
                    .takeWhile(at -> at.isBefore(first.plus(WINDOW)))
                    .count();
            assertThat(within).isLessThanOrEqualTo(limit);
        }
        assertThat(admitted).isNotEmpty();
    }

    @Test
    void givesHalfAtOnceAndSaysWhenTheNextHasRoom() {
        var gcra = new Gcra(10_000, 5_000, WINDOW);
        var now = TickingClock.START;
        for (var i = 0; i < 5_000; i++) {
            assertThat(gcra.until(now)).isZero();
            gcra.take(now);
        }
        assertThat(gcra.until(now)).isEqualTo(Duration.ofMillis(12));
        assertThat(gcra.until(now.plusMillis(11))).isEqualTo(Duration.ofMillis(1));
        assertThat(gcra.until(now.plusMillis(12))).isZero();
    }
}
