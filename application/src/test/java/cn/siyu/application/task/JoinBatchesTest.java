package cn.siyu.application.task;

import static cn.siyu.application.task.HandWorld.BRAND;
import static cn.siyu.application.task.HandWorld.NOW;
import static cn.siyu.application.task.HandWorld.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.task.JoinBatches.Place;
import cn.siyu.application.task.port.InMemoryHandBatches;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A phone whose batches have one message, and whose pictures arrive in the first batch of a day.
class JoinBatchesTest {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryHandBatches batches = new InMemoryHandBatches(store);
    private final PoliciesInForce policies =
            new PoliciesInForce(new TestEditions(), new InMemoryPolicyOverrides(store));
    private final ChannelAccount phone = HandWorld.account(PHONE, TestEditions.BY_HAND, HandWorld.HOLDER);

    private JoinBatches at(Instant now) {
        return new JoinBatches(batches, policies, BRAND, Map.of(PHONE, phone), now);
    }

    @Test
    void leavesPicturesOutAfterTheBatchesInWhichTheyArrive() {
        var joining = at(NOW);

        assertThat(joining.join(phone, 5L)).isEqualTo(new Place(true, 1, 1));
        assertThat(joining.join(phone, 5L)).isEqualTo(new Place(false, 2, 1));
    }

    @Test
    void goesOnWhereTheDayStood() {
        var first = at(NOW);
        first.join(phone, 5L);
        first.close();

        assertThat(at(NOW.plusSeconds(60)).join(phone, 6L)).isEqualTo(new Place(false, 2, 1));
        assertThat(at(NOW.plus(Duration.ofDays(1))).join(phone, 6L)).isEqualTo(new Place(true, 1, 1));
    }

    @Test
    void sendsEachMessageAloneWhereNoPlatformIsKnown() {
        var nowhere = HandWorld.account(HandWorld.OTHER, "PIGEON", HandWorld.HOLDER);

        assertThat(at(NOW).join(nowhere, null)).isEqualTo(new Place(true, null, 1));
    }
}
