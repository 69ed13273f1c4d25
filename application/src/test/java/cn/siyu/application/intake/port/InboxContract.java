package cn.siyu.application.intake.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Inbox] does.
public interface InboxContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// An empty inbox.
    Inbox inbox();

    /// An event with a number; events with the same hash are the same event.
    static Inbox.Event anEvent(long id, String hash) {
        return new Inbox.Event(id, "WECOM", "demo", hash, "<xml>客户 " + id + "</xml>", NOW);
    }

    @Test
    default void keepsAnEventOnce() {
        var inbox = inbox();

        assertThat(inbox.add(BRAND, anEvent(1, "aa"))).isTrue();
        assertThat(inbox.add(BRAND, anEvent(2, "aa"))).isFalse();
        assertThat(inbox.add(new BrandId(2), anEvent(3, "aa"))).isTrue();

        assertThat(inbox.due(BRAND, NOW, 10)).containsExactly(new Inbox.Waiting(anEvent(1, "aa"), 0));
    }

    @Test
    default void stillKnowsAnEventThatIsWorkedOff() {
        var inbox = inbox();
        inbox.add(BRAND, anEvent(1, "aa"));

        inbox.done(BRAND, 1);

        assertThat(inbox.add(BRAND, anEvent(2, "aa"))).isFalse();
        assertThat(inbox.due(BRAND, NOW, 10)).isEmpty();
        assertThat(inbox.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    default void givesTheOldestFirstAndNotMoreThanAsked() {
        var inbox = inbox();
        inbox.add(BRAND, anEvent(5, "bb"));
        inbox.add(BRAND, anEvent(4, "aa"));

        assertThat(inbox.due(BRAND, NOW, 1)).extracting(w -> w.event().id()).containsExactly(4L);
    }

    @Test
    default void offersAPostponedEventWhenItIsDueAgain() {
        var inbox = inbox();
        inbox.add(BRAND, anEvent(1, "aa"));

        inbox.postpone(BRAND, 1, NOW.plusSeconds(30), "throttled");

        assertThat(inbox.due(BRAND, NOW, 10)).isEmpty();
        assertThat(inbox.nextDueAt(BRAND)).contains(NOW.plusSeconds(30));
        assertThat(inbox.due(BRAND, NOW.plusSeconds(30), 10)).containsExactly(new Inbox.Waiting(anEvent(1, "aa"), 1));
    }

    @Test
    default void offersAParkedEventNoMore() {
        var inbox = inbox();
        inbox.add(BRAND, anEvent(1, "aa"));

        inbox.park(BRAND, 1, "cannot be read");

        assertThat(inbox.due(BRAND, NOW.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    default void showsParkedEventsNewestFirst() {
        var inbox = inbox();
        for (long id = 1; id <= 4; id++) {
            inbox.add(BRAND, anEvent(id, "hash" + id));
        }
        inbox.add(new BrandId(2), anEvent(5, "aa"));
        inbox.postpone(BRAND, 2, NOW, "throttled");
        inbox.park(BRAND, 1, "cannot be read");
        inbox.park(BRAND, 2, "still throttled");
        inbox.park(BRAND, 3, "no such account");
        inbox.park(new BrandId(2), 5, "of another brand");

        assertThat(inbox.parked(BRAND, Long.MAX_VALUE, 2))
                .containsExactly(
                        new Inbox.Parked(anEvent(3, "hash3"), 0, "no such account"),
                        new Inbox.Parked(anEvent(2, "hash2"), 1, "still throttled"));
        assertThat(inbox.parked(BRAND, 2, 9)).extracting(Inbox.Parked::problem).containsExactly("cannot be read");
    }

    @Test
    default void offersAParkedEventAgainAsIfItWereNew() {
        var inbox = inbox();
        inbox.add(BRAND, anEvent(1, "aa"));
        inbox.add(BRAND, anEvent(2, "bb"));
        inbox.add(new BrandId(2), anEvent(3, "aa"));
        inbox.postpone(BRAND, 1, NOW, "throttled");
        inbox.park(BRAND, 1, "cannot be read");
        inbox.done(BRAND, 2);
        inbox.park(new BrandId(2), 3, "of another brand");
        Instant later = NOW.plusSeconds(60);

        assertThat(inbox.retry(BRAND, List.of(1L, 2L, 3L, 4L), later)).isOne();

        assertThat(inbox.nextDueAt(BRAND)).contains(later);
        assertThat(inbox.due(BRAND, later, 10)).containsExactly(new Inbox.Waiting(anEvent(1, "aa"), 0));
        assertThat(inbox.parked(BRAND, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(inbox.parked(new BrandId(2), Long.MAX_VALUE, 9)).hasSize(1);
        assertThat(inbox.retry(BRAND, List.of(), later)).isZero();
    }
}
