package cn.siyu.domain.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Transfer QUEUED = Transfer.queued(
            1,
            new InheritanceId(2),
            new Transfer.OfCustomer(new CustomerId(3), new RelationshipId(4), new IdentityId(5), "wm1"),
            new ChannelAccountId(6),
            new ChannelAccountId(7),
            NOW);

    @Test
    void keepsWhenItWasAskedForUntilItIsTaken() {
        var taken = QUEUED.asked(9, NOW.plusSeconds(5))
                .waiting(NOW.plusSeconds(86_405))
                .taken(new RelationshipId(8), NOW.plusSeconds(86_405), NOW.plusSeconds(86_500));

        assertThat(taken.state()).isEqualTo(State.TAKEN);
        assertThat(taken.askedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(taken.became()).isEqualTo(new RelationshipId(8));
        assertThat(taken.call()).isEqualTo(9);
        assertThat(taken.version()).isEqualTo(4);
    }

    @Test
    void changesNoMoreOnceItHasEnded() {
        var refused = QUEUED.asked(9, NOW).waiting(null).ended(State.REFUSED, null, NOW);

        assertThat(refused.open()).isFalse();
        assertThatThrownBy(() -> refused.taken(new RelationshipId(8), NOW, NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> QUEUED.ended(State.WAITING, Reason.UNDER_WAY, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
