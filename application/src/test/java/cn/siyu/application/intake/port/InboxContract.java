package cn.siyu.application.intake.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
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
}
