package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.AllocationRecord;
import cn.siyu.application.channel.AllocationRecord.Considered;
import cn.siyu.application.channel.AllocationRecord.State;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Allocations] does.
public interface AllocationsContract {
    BrandId BRAND = new BrandId(1);
    ContactWayId WAY = new ContactWayId(4);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    /// No visits.
    Allocations allocations();

    /// A visit that was shown account 11, or nobody.
    static AllocationRecord aVisit(long id, State state, @Nullable Instant holdUntil) {
        return new AllocationRecord(
                id,
                PublicId.of(NOW, id, id),
                WAY,
                state == State.WAITING ? null : new ChannelAccountId(11),
                state,
                NOW,
                holdUntil,
                List.of(
                        new Considered("ANYWHERE", new ChannelAccountId(10), "FULL", Map.of("customers", 3, "held", 1)),
                        new Considered("ANYWHERE", new ChannelAccountId(11), "ELIGIBLE", Map.of())),
                null);
    }

    @Test
    default void tellsWhyAVisitorWasShownAnAccount() {
        var allocations = allocations();
        var held = aVisit(1, State.HELD, NOW.plusSeconds(600));
        var waiting = aVisit(2, State.WAITING, null);
        allocations.add(BRAND, held);
        allocations.add(BRAND, waiting);

        assertThat(allocations.find(BRAND, WAY, held.publicId())).contains(held);
        assertThat(allocations.find(BRAND, WAY, waiting.publicId())).contains(waiting);
        assertThat(allocations.find(BRAND, new ContactWayId(5), held.publicId()))
                .isEmpty();
        assertThat(allocations.find(new BrandId(2), WAY, held.publicId())).isEmpty();
    }

    @Test
    default void listsTheNewestFirst() {
        var allocations = allocations();
        for (long id = 1; id <= 3; id++) {
            allocations.add(BRAND, aVisit(id, State.WAITING, null));
        }

        assertThat(allocations.page(BRAND, WAY, Long.MAX_VALUE, 2))
                .extracting(AllocationRecord::id)
                .containsExactly(3L, 2L);
        assertThat(allocations.page(BRAND, WAY, 2, 10))
                .extracting(AllocationRecord::id)
                .containsExactly(1L);
        assertThat(allocations.page(BRAND, new ContactWayId(5), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    default void countsWhomTheRuleLedToEachAccount() {
        var allocations = allocations();
        allocations.add(BRAND, aVisit(1, State.HELD, NOW.plusSeconds(600)));
        allocations.add(BRAND, aVisit(2, State.EXPIRED, NOW.plusSeconds(600)));
        allocations.add(BRAND, aVisit(3, State.WAITING, null));
        allocations.add(BRAND, aVisit(4, State.TAKEN, null));

        assertThat(allocations.spread(BRAND, WAY, NOW)).isEqualTo(Map.of(new ChannelAccountId(11), 2L));
        assertThat(allocations.spread(BRAND, WAY, NOW.plusMillis(1))).isEmpty();
        assertThat(allocations.spread(BRAND, new ContactWayId(5), NOW)).isEmpty();
        assertThat(allocations.spread(new BrandId(2), WAY, NOW)).isEmpty();
    }

    @Test
    default void listsHeldPlacesWhoseTimeIsOver() {
        var allocations = allocations();
        allocations.add(BRAND, aVisit(1, State.HELD, NOW.plusSeconds(3)));
        allocations.add(BRAND, aVisit(2, State.HELD, NOW.plusSeconds(1)));
        allocations.add(BRAND, aVisit(3, State.HELD, NOW.plusSeconds(9)));
        allocations.add(BRAND, aVisit(4, State.WAITING, null));
        allocations.add(BRAND, aVisit(5, State.TAKEN, NOW));

        assertThat(allocations.nextOverdueAt(BRAND)).contains(NOW.plusSeconds(1));
        assertThat(allocations.overdue(BRAND, NOW.plusSeconds(3), 10))
                .extracting(AllocationRecord::id)
                .containsExactly(2L, 1L);
        assertThat(allocations.overdue(BRAND, NOW.plusSeconds(3), 1)).hasSize(1);
        assertThat(allocations.overdue(new BrandId(2), NOW.plusSeconds(99), 10)).isEmpty();
    }

    @Test
    default void endsAHeldVisitOnce() {
        var allocations = allocations();
        allocations.add(BRAND, aVisit(1, State.HELD, NOW));
        allocations.add(BRAND, aVisit(2, State.TAKEN, NOW));

        assertThat(allocations.expire(BRAND, 1)).isTrue();
        assertThat(allocations.expire(BRAND, 1)).isFalse();
        assertThat(allocations.expire(BRAND, 2)).isFalse();
        assertThat(allocations.nextOverdueAt(BRAND)).isEmpty();
        assertThat(allocations.page(BRAND, WAY, 2, 1))
                .extracting(AllocationRecord::state)
                .containsExactly(State.EXPIRED);
    }
}
