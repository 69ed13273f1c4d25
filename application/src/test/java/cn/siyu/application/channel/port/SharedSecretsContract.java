package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [SharedSecrets] does.
public interface SharedSecretsContract {
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    Duration TIME = Duration.ofSeconds(15);
    String NAME = "wecom-token/ww1/0011223344556677";

    /// A store with nothing in it.
    SharedSecrets sharedSecrets();

    private static SharedSecrets.Lease leased(SharedSecrets secrets, Instant now) {
        return secrets.lease(NAME, now, TIME).orElseThrow();
    }

    @Test
    default void keepsAValueUntilItExpires() {
        var secrets = sharedSecrets();
        assertThat(secrets.read(NAME, NOW)).isEmpty();
        var lease = leased(secrets, NOW);
        assertThat(secrets.read(NAME, NOW)).isEmpty();
        assertThat(secrets.keep(lease, "sealed-1", NOW.plusSeconds(7200))).isTrue();
        assertThat(secrets.read(NAME, NOW.plusSeconds(7199)))
                .contains(new SharedSecrets.Kept("sealed-1", lease.number()));
        assertThat(secrets.read(NAME, NOW.plusSeconds(7200))).isEmpty();
        assertThat(secrets.read("another name", NOW)).isEmpty();
    }

    @Test
    default void countsARenewalEvenOfTheSameValue() {
        var secrets = sharedSecrets();
        secrets.keep(leased(secrets, NOW), "sealed", NOW.plusSeconds(7200));
        var first = secrets.read(NAME, NOW).orElseThrow();
        secrets.keep(leased(secrets, NOW), "sealed", NOW.plusSeconds(7200));
        assertThat(secrets.read(NAME, NOW).orElseThrow().generation()).isGreaterThan(first.generation());
    }

    @Test
    default void letsTheOldValueBeReadWhileSomebodyRenewsIt() {
        var secrets = sharedSecrets();
        secrets.keep(leased(secrets, NOW), "old", NOW.plusSeconds(7200));
        leased(secrets, NOW);
        assertThat(secrets.lease(NAME, NOW, TIME)).isEmpty();
        assertThat(secrets.read(NAME, NOW).orElseThrow().sealed()).isEqualTo("old");
    }

    @Test
    default void givesALeaseBackWithoutAValue() {
        var secrets = sharedSecrets();
        secrets.release(leased(secrets, NOW));
        assertThat(secrets.lease(NAME, NOW, TIME)).isPresent();
    }

    @Test
    default void keepsNothingOfAHolderWhoseLeaseWasTakenOver() {
        var secrets = sharedSecrets();
        var dead = leased(secrets, NOW);
        assertThat(secrets.lease(NAME, NOW.plus(TIME).minusMillis(1), TIME)).isEmpty();
        var next = leased(secrets, NOW.plus(TIME));
        assertThat(secrets.keep(dead, "late", NOW.plusSeconds(7200))).isFalse();
        secrets.release(dead);
        assertThat(secrets.lease(NAME, NOW.plus(TIME), TIME)).isEmpty();
        assertThat(secrets.keep(next, "in time", NOW.plusSeconds(7200))).isTrue();
        assertThat(secrets.read(NAME, NOW).orElseThrow().sealed()).isEqualTo("in time");
    }

    @Test
    default void forgetsWhatExpiredLongAgoAndItsNumbersStillGrow() {
        var secrets = sharedSecrets();
        var first = leased(secrets, NOW);
        secrets.keep(first, "sealed", NOW.plusSeconds(60));
        var muchLater = NOW.plus(Duration.ofDays(3));
        assertThat(secrets.lease("another name", muchLater, TIME)).isPresent();
        assertThat(leased(secrets, muchLater).number()).isGreaterThan(first.number());
    }

    @Test
    default void leasesToOneOfMany() throws Exception {
        var secrets = sharedSecrets();
        var many = 8;
        var together = new CyclicBarrier(many);
        try (var executor = Executors.newFixedThreadPool(many)) {
            var asked = executor.invokeAll(IntStream.range(0, many)
                    .<Callable<Optional<SharedSecrets.Lease>>>mapToObj(_ -> () -> {
                        together.await();
                        return secrets.lease(NAME, NOW, TIME);
                    })
                    .toList());
            var leased = 0;
            for (var each : asked) {
                leased += each.get().isPresent() ? 1 : 0;
            }
            assertThat(leased).isOne();
        }
    }
}
