package cn.siyu.application.contact.port;

import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.decision;
import static cn.siyu.application.contact.port.ContactFixtures.deferred;
import static cn.siyu.application.contact.port.ContactFixtures.heldBack;
import static cn.siyu.application.contact.port.ContactFixtures.planned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Sends] does.
public interface SendsContract {
    /// No sends at all.
    Sends sends();

    @Test
    default void givesBackTheMembersOfBatchesAsTheyWereWritten() {
        var sends = sends();
        sends.add(BRAND, List.of(planned(3, 21), planned(1, 20), planned(2, 21), planned(4, 22)));

        assertThat(sends.inBatches(BRAND, List.of(new SendBatchId(21), new SendBatchId(20))))
                .containsExactly(planned(1, 20), planned(2, 21), planned(3, 21));
        assertThat(sends.inBatches(new BrandId(2), List.of(new SendBatchId(21))))
                .isEmpty();
        assertThat(sends.inBatches(BRAND, List.of())).isEmpty();
    }

    @Test
    default void aSendThatIsDecidedOtherwiseLeavesItsBatch() {
        var sends = sends();
        sends.add(BRAND, List.of(planned(1, 20), planned(2, 20)));

        sends.decideAgain(BRAND, List.of(planned(1, 20).decided(decision(Verdict.REFUSED, null), null, null)));

        assertThat(sends.inBatches(BRAND, List.of(new SendBatchId(20)))).containsExactly(planned(2, 20));
    }

    @Test
    default void handsOutADeferredSendOnceWhenItIsDue() {
        var sends = sends();
        Instant night = NOW.plusSeconds(60);
        sends.add(
                BRAND,
                List.of(deferred(2, night), deferred(1, night), deferred(3, NOW), deferred(4, night.plusSeconds(1))));

        assertThat(sends.nextDeferredAt(BRAND)).contains(NOW);
        assertThat(sends.takeDeferred(BRAND, night, 2)).containsExactly(deferred(3, NOW), deferred(1, night));
        assertThat(sends.takeDeferred(BRAND, night, 10)).containsExactly(deferred(2, night));
        assertThat(sends.takeDeferred(BRAND, night, 10)).isEmpty();
        assertThat(sends.nextDeferredAt(BRAND)).contains(night.plusSeconds(1));
    }

    @Test
    default void aSendCanBeDeferredAgain() {
        var sends = sends();
        sends.add(BRAND, List.of(deferred(1, NOW)));
        var taken = sends.takeDeferred(BRAND, NOW, 1).getFirst();
        Instant later = NOW.plusSeconds(60);

        sends.decideAgain(BRAND, List.of(taken.decided(decision(Verdict.DEFERRED, later), null, null)));

        assertThat(sends.takeDeferred(BRAND, later, 1)).containsExactly(deferred(1, later));
    }

    @Test
    default void findsWhatIsHandedToPeople() {
        var sends = sends();
        var byHand = planned(2, 20).decided(decision(Verdict.BY_TASK, null), null, NOW);
        sends.add(BRAND, List.of(planned(1, 20), byHand, deferred(3, NOW)));

        assertThat(sends.byTask(BRAND, List.of(new SendId(1), new SendId(2), new SendId(3), new SendId(9))))
                .containsExactly(byHand);
        assertThat(sends.byTask(new BrandId(2), List.of(new SendId(2)))).isEmpty();
        assertThat(sends.byTask(BRAND, List.of())).isEmpty();
    }

    @Test
    default void findsWhatIsOpenOfAnEnrolment() {
        var sends = sends();
        sends.add(BRAND, List.of(planned(1, 20), deferred(2, NOW), planned(3, 20)));
        sends.decideAgain(BRAND, List.of(planned(3, 20).decided(decision(Verdict.REFUSED, null), null, null)));

        assertThat(sends.openOf(BRAND, List.of(301L, 302L, 303L), List.of(1L, 2L, 3L)))
                .containsExactly(planned(1, 20), deferred(2, NOW));
    }

    @Test
    default void takesADeferralOnce() {
        var sends = sends();
        sends.add(BRAND, List.of(planned(1, 20), deferred(2, NOW), deferred(3, NOW)));
        var wanted = List.of(new SendId(1), new SendId(2), new SendId(9));

        assertThat(sends.dropDeferrals(new BrandId(2), wanted)).isEmpty();
        assertThat(sends.dropDeferrals(BRAND, wanted)).containsExactly(new SendId(2));
        assertThat(sends.dropDeferrals(BRAND, wanted)).isEmpty();
        assertThat(sends.takeDeferred(BRAND, NOW, 10)).containsExactly(deferred(3, NOW));
        assertThat(sends.dropDeferrals(BRAND, List.of(new SendId(3)))).isEmpty();
    }

    @Test
    default void letsGoWhatAPausedSopHeldBack() {
        var sends = sends();
        Instant deadline = NOW.plus(Duration.ofDays(2));
        Instant night = NOW.plus(Duration.ofHours(12));
        sends.add(BRAND, List.of(heldBack(1, 1, deadline), heldBack(2, 8, deadline), deferred(3, night)));
        assertThat(sends.nextDeferredAt(BRAND)).contains(night);

        sends.release(new BrandId(2), 1, NOW);
        sends.release(BRAND, 1, NOW);

        assertThat(sends.takeDeferred(BRAND, NOW, 10)).containsExactly(heldBack(1, 1, deadline));
        assertThat(sends.takeDeferred(BRAND, deadline.minusSeconds(1), 10)).containsExactly(deferred(3, night));
        assertThat(sends.takeDeferred(BRAND, deadline, 10)).containsExactly(heldBack(2, 8, deadline));
    }

    @Test
    default void whatIsHeldBackIsDueAtItsDeadlineAtTheLatest() {
        var sends = sends();
        sends.add(BRAND, List.of(heldBack(1, 1, NOW)));

        sends.release(BRAND, 1, NOW.plusSeconds(1));

        assertThat(sends.nextDeferredAt(BRAND)).contains(NOW);
    }
}
