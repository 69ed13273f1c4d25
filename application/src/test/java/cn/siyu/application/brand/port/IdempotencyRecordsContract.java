package cn.siyu.application.brand.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.IdempotencyRecords.Claim;
import cn.siyu.application.brand.port.IdempotencyRecords.Remembered;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [IdempotencyRecords] does.
public interface IdempotencyRecordsContract {
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    Duration LEASE = Duration.ofSeconds(60);
    Duration KEEP = Duration.ofDays(7);
    String NAME = "a".repeat(64);
    String REQUEST = "b".repeat(64);
    Remembered ANSWER = new Remembered(201, "/v1/brands/demo/tags/1", "\"1-ab\"", "{\"name\":\"茶\"}");

    /// A repository without records.
    IdempotencyRecords idempotencyRecords();

    /// The transactions it takes part in.
    UnitOfWork unitOfWork();

    private static Claim claim(IdempotencyRecords records, String request, Instant now) {
        return records.claim(NAME, new BrandId(1), request, now, LEASE, KEEP);
    }

    @Test
    default void givesTheFirstAnswerAgain() {
        var records = idempotencyRecords();
        assertThat(claim(records, REQUEST, NOW)).isEqualTo(new Claim.Begun(NOW));
        unitOfWork().run(() -> records.finish(NAME, NOW, ANSWER));

        assertThat(claim(records, REQUEST, NOW.plus(LEASE.multipliedBy(2)))).isEqualTo(new Claim.Answered(ANSWER));
        assertThat(claim(records, "c".repeat(64), NOW)).isEqualTo(new Claim.OtherRequest());
    }

    @Test
    default void givesAnAnswerWithoutABodyAgain() {
        var records = idempotencyRecords();
        var empty = new Remembered(204, null, null, null);
        claim(records, REQUEST, NOW);
        unitOfWork().run(() -> records.finish(NAME, NOW, empty));

        assertThat(claim(records, REQUEST, NOW)).isEqualTo(new Claim.Answered(empty));
    }

    @Test
    default void showsThatTheFirstCallIsRunning() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);

        assertThat(claim(records, REQUEST, NOW.plusSeconds(59))).isEqualTo(new Claim.Running());
        assertThat(claim(records, "c".repeat(64), NOW)).isEqualTo(new Claim.OtherRequest());
    }

    @Test
    default void forgetsAReleasedClaim() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        records.release(NAME, NOW);

        assertThat(claim(records, "c".repeat(64), NOW.plusMillis(1))).isEqualTo(new Claim.Begun(NOW.plusMillis(1)));
    }

    @Test
    default void releasesNothingThatIsDone() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        unitOfWork().run(() -> records.finish(NAME, NOW, ANSWER));
        records.release(NAME, NOW);

        assertThat(claim(records, REQUEST, NOW)).isEqualTo(new Claim.Answered(ANSWER));
    }

    @Test
    default void letsADeadClaimBeTakenOverAndItsOwnerFinishNothing() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        Instant later = NOW.plus(LEASE);

        assertThat(claim(records, REQUEST, later)).isEqualTo(new Claim.Begun(later));
        assertThatThrownBy(() -> unitOfWork().run(() -> records.finish(NAME, NOW, ANSWER)))
                .isInstanceOf(StaleAggregate.class);
        records.release(NAME, NOW);
        assertThat(claim(records, REQUEST, later)).isEqualTo(new Claim.Running());
    }

    @Test
    default void keepsAClaimThatIsRenewed() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        unitOfWork().run(() -> records.renew(NAME, NOW, NOW.plusSeconds(50)));

        assertThat(claim(records, REQUEST, NOW.plusSeconds(109))).isEqualTo(new Claim.Running());
        unitOfWork().run(() -> records.finish(NAME, NOW, ANSWER));
        assertThat(claim(records, REQUEST, NOW.plusSeconds(200))).isEqualTo(new Claim.Answered(ANSWER));
    }

    @Test
    default void renewsNothingThatWasTakenOver() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        Instant later = NOW.plusSeconds(110);
        unitOfWork().run(() -> records.renew(NAME, NOW, NOW.plusSeconds(50)));

        assertThat(claim(records, REQUEST, later)).isEqualTo(new Claim.Begun(later));
        assertThatThrownBy(() -> unitOfWork().run(() -> records.renew(NAME, NOW, later.plusSeconds(1))))
                .isInstanceOf(StaleAggregate.class);
        assertThat(claim(records, REQUEST, later.plus(LEASE))).isEqualTo(new Claim.Begun(later.plus(LEASE)));
    }

    @Test
    default void remembersNothingOfWorkThatWasRolledBack() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        assertThatThrownBy(() -> unitOfWork().run(() -> {
                    records.finish(NAME, NOW, ANSWER);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(claim(records, REQUEST, NOW)).isEqualTo(new Claim.Running());
    }

    @Test
    default void usesANameAgainAfterItsTime() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        unitOfWork().run(() -> records.finish(NAME, NOW, ANSWER));
        Instant later = NOW.plus(KEEP);

        assertThat(claim(records, "c".repeat(64), later)).isEqualTo(new Claim.Begun(later));
    }

    @Test
    default void forgetsWhatNeedNotBeKept() {
        var records = idempotencyRecords();
        claim(records, REQUEST, NOW);
        unitOfWork().run(() -> records.finish(NAME, NOW, ANSWER));

        assertThat(records.forget(NOW.plus(KEEP).minusMillis(1), 10)).isZero();
        assertThat(records.forget(NOW.plus(KEEP), 10)).isOne();
        assertThat(records.forget(NOW.plus(KEEP), 10)).isZero();
    }

    @Test
    default void letsOnlyOneOfManyBegin() throws Exception {
        var records = idempotencyRecords();
        int many = 8;
        var together = new CyclicBarrier(many);
        try (var executor = Executors.newFixedThreadPool(many)) {
            var claims = executor.invokeAll(IntStream.range(0, many)
                    .<Callable<Claim>>mapToObj(_ -> () -> {
                        together.await();
                        return claim(records, REQUEST, NOW);
                    })
                    .toList());
            int begun = 0;
            for (var each : claims) {
                begun += each.get() instanceof Claim.Begun ? 1 : 0;
            }
            assertThat(begun).isOne();
        }
    }
}
