package cn.siyu.application.contact.port;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.INTENT;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.SENDER;
import static cn.siyu.application.contact.port.ContactFixtures.batch;
import static cn.siyu.application.contact.port.ContactFixtures.planned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.port.SendBatch.Kind;
import cn.siyu.application.contact.port.SendBatches.Due;
import cn.siyu.application.contact.port.SendBatches.Open;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendBatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [SendBatches] does.
public interface SendBatchesContract {
    Instant CONFIRM_BY = NOW.plus(Duration.ofDays(2));
    BatchOutcome.Sent SENT = new BatchOutcome.Sent("msg-1", NOW, CONFIRM_BY, NOW.plusSeconds(60), NOW.plusSeconds(90));

    /// No batches, and one account: [ContactFixtures#ACCOUNT] as [ContactFixtures#SENDER].
    SendBatches batches();

    /// The sends whose batches they are.
    Sends sends();

    private SendBatches with(SendBatch... planned) {
        var batches = batches();
        batches.add(BRAND, List.of(planned));
        return batches;
    }

    private static Due due(SendBatch batch) {
        return new Due(batch, 0, 0, SENDER);
    }

    @Test
    default void offersWelcomesFirstThenTheOldest() {
        var late = batch(1, Kind.MASS, 9L, NOW.plusSeconds(2));
        var early = batch(2, Kind.MASS, null, NOW);
        var welcome = batch(3, Kind.WELCOME, null, NOW.plusSeconds(1));
        var batches = with(late, early, welcome);

        assertThat(batches.due(BRAND, NOW.plusSeconds(2), 10)).containsExactly(due(welcome), due(early), due(late));
        assertThat(batches.due(BRAND, NOW.plusSeconds(2), 2)).containsExactly(due(welcome), due(early));
        assertThat(batches.due(BRAND, NOW, 10)).containsExactly(due(early));
        assertThat(batches.due(new BrandId(2), NOW.plusSeconds(2), 10)).isEmpty();
        assertThat(batches.nextDueAt(BRAND)).contains(NOW);
        assertThat(batches.nextDueAt(new BrandId(2))).isEmpty();
    }

    @Test
    default void aBatchIsClaimedOnce() {
        var batches = with(batch(1), batch(2));

        assertThat(batches.claim(BRAND, List.of(due(batch(1))), INTENT)).containsExactly(new SendBatchId(1));
        assertThat(batches.claim(BRAND, List.of(due(batch(2)), due(batch(1))), INTENT))
                .containsExactly(new SendBatchId(2));
        assertThat(batches.due(BRAND, NOW, 10)).isEmpty();
        assertThat(batches.open(BRAND, List.of(ACCOUNT)))
                .containsExactly(
                        new Open(new SendBatchId(1), ACCOUNT, batch(1).contentHash(), null),
                        new Open(new SendBatchId(2), ACCOUNT, batch(2).contentHash(), null));
    }

    @Test
    default void onlyTheEpochThatCalledConcludes() {
        var batches = with(batch(1));
        batches.claim(BRAND, List.of(due(batch(1))), INTENT);
        var id = new SendBatchId(1);

        assertThat(batches.conclude(BRAND, id, 2, SENT)).isFalse();
        assertThat(batches.conclude(BRAND, id, 1, new BatchOutcome.Waits(NOW.plusSeconds(5), "THROTTLED")))
                .isTrue();
        assertThat(batches.conclude(BRAND, id, 1, SENT)).isFalse();
        assertThat(batches.due(BRAND, NOW.plusSeconds(5), 1)).singleElement().satisfies(due -> {
            assertThat(due.epoch()).isEqualTo(1);
            assertThat(due.attempts()).isEqualTo(1);
        });
    }

    @Test
    default void parksWhatWasClaimedLongAgoAndTakesALateAnswer() {
        var batches = with(batch(1), batch(2));
        batches.claim(BRAND, List.of(due(batch(1))), INTENT);

        assertThat(batches.park(BRAND, INTENT.claimedAt(), "CALLER_GONE")).isZero();
        assertThat(batches.park(BRAND, INTENT.claimedAt().plusSeconds(1), "CALLER_GONE"))
                .isEqualTo(1);
        assertThat(batches.open(BRAND, List.of(ACCOUNT))).hasSize(1);
        assertThat(batches.due(BRAND, NOW.plusSeconds(1000), 10)).containsExactly(due(batch(2)));
        assertThat(batches.conclude(BRAND, new SendBatchId(1), 1, SENT)).isTrue();
        assertThat(batches.open(BRAND, List.of(ACCOUNT))).isEmpty();
    }

    @Test
    default void endsWhatNeverLeft() {
        var batches = with(batch(1), batch(2), batch(3), batch(4), batch(5));
        var claimed = List.of(due(batch(1)), due(batch(2)), due(batch(3)));
        batches.claim(BRAND, claimed, INTENT);

        assertThat(batches.conclude(BRAND, new SendBatchId(1), 1, new BatchOutcome.Failed("INVALID")))
                .isTrue();
        assertThat(batches.conclude(BRAND, new SendBatchId(2), 1, new BatchOutcome.TooLate("UNREACHABLE")))
                .isTrue();
        assertThat(batches.conclude(BRAND, new SendBatchId(3), 1, new BatchOutcome.Delivered(NOW)))
                .isTrue();
        batches.end(BRAND, List.of(new SendBatchId(4)), BatchState.EXPIRED, "DEADLINE", NOW);

        assertThat(batches.lockPlanned(BRAND, List.of(new SendBatchId(4), new SendBatchId(5))))
                .containsExactly(new SendBatchId(5));
        assertThat(batches.open(BRAND, List.of(ACCOUNT))).isEmpty();
        assertThat(batches.toPoll(BRAND, CONFIRM_BY, 10)).isEmpty();
    }

    @Test
    default void postponesButNeverPastTheDeadline() {
        var batches = with(batch(1), batch(2));

        batches.postpone(BRAND, List.of(new SendBatchId(1)), NOW.plusSeconds(60), "STANDSTILL");
        batches.postpone(BRAND, List.of(new SendBatchId(2)), NOW.plus(Duration.ofDays(9)), "STANDSTILL");

        assertThat(batches.due(BRAND, NOW, 10)).isEmpty();
        assertThat(batches.nextDueAt(BRAND)).contains(NOW.plusSeconds(60));
        assertThat(batches.due(BRAND, batch(2).deadline(), 10)).hasSize(2);
    }

    @Test
    default void knowsWhetherBatchesShareRecipients() {
        var batches = with(batch(1), batch(2), batch(3));
        sends().add(BRAND, List.of(planned(1, 1), planned(2, 1), planned(3, 2)));
        var other = planned(4, 3);
        var route = new Send.Route(
                SendResult.route(other).relationship(),
                ACCOUNT,
                SendResult.route(other).identity(),
                "wm2");
        sends().add(
                        BRAND,
                        List.of(new Send(
                                other.id(),
                                other.publicId(),
                                other.batch(),
                                other.origin(),
                                other.aim(),
                                route,
                                other.material(),
                                other.decision(),
                                other.reservedAt(),
                                other.createdAt())));

        assertThat(batches.sharesRecipients(BRAND, new SendBatchId(3), List.of(new SendBatchId(2))))
                .isFalse();
        assertThat(batches.sharesRecipients(BRAND, new SendBatchId(3), List.of(new SendBatchId(1), new SendBatchId(2))))
                .isTrue();
    }

    @Test
    default void keepsPollingUntilEveryMemberHasAResult() {
        var batches = with(batch(1));
        batches.claim(BRAND, List.of(due(batch(1))), INTENT);
        batches.shrink(BRAND, Map.of(new SendBatchId(1), 5));
        batches.conclude(BRAND, new SendBatchId(1), 1, SENT);
        var id = new SendBatchId(1);

        assertThat(batches.nextPollAt(BRAND)).contains(NOW.plusSeconds(60));
        assertThat(batches.toPoll(BRAND, NOW, 10)).isEmpty();
        assertThat(batches.toPoll(BRAND, NOW.plusSeconds(60), 10))
                .containsExactly(new SendBatches.Running(id, ACCOUNT, SENDER, "msg-1", 5, NOW, null, CONFIRM_BY, 0, 0));

        assertThat(batches.polled(BRAND, id, 0, null, NOW.plusSeconds(180), null))
                .isTrue();
        assertThat(batches.polled(BRAND, id, 0, null, NOW.plusSeconds(180), null))
                .isFalse();
        assertThat(batches.nextPollAt(BRAND)).contains(NOW.plusSeconds(180));
        assertThat(batches.nextReminderAt(BRAND)).contains(NOW.plusSeconds(90));

        assertThat(batches.polled(BRAND, id, 1, NOW.plusSeconds(100), NOW.plusSeconds(400), null))
                .isTrue();
        assertThat(batches.nextReminderAt(BRAND)).isEmpty();
        assertThat(batches.polled(BRAND, id, 2, NOW.plusSeconds(100), NOW.plusSeconds(800), NOW.plusSeconds(400)))
                .isTrue();
        assertThat(batches.nextPollAt(BRAND)).isEmpty();
    }

    @Test
    default void remembersReminders() {
        var batches = with(batch(1));
        batches.claim(BRAND, List.of(due(batch(1))), INTENT);
        batches.conclude(BRAND, new SendBatchId(1), 1, SENT);
        var id = new SendBatchId(1);

        assertThat(batches.toRemind(BRAND, NOW, 10)).isEmpty();
        assertThat(batches.toRemind(BRAND, NOW.plusSeconds(90), 10)).hasSize(1);
        batches.reminded(BRAND, id, 0, true, NOW.plusSeconds(900));
        batches.reminded(BRAND, id, 0, true, NOW.plusSeconds(1900));

        assertThat(batches.nextReminderAt(BRAND)).contains(NOW.plusSeconds(900));
        assertThat(batches.toRemind(BRAND, NOW.plusSeconds(900), 10).getFirst().reminders())
                .isEqualTo(1);
        batches.reminded(BRAND, id, 1, false, null);
        assertThat(batches.nextReminderAt(BRAND)).isEmpty();
    }
}
