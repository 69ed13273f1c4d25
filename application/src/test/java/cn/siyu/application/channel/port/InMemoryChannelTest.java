package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryChannelTest implements ChannelConnectionContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
    private final InMemoryFarSide farSide = new InMemoryFarSide(now::get);
    private final InMemoryChannel channel = new InMemoryChannel("main", "demo", farSide);

    @Override
    public ChannelWorld world() {
        farSide.addStaff("staff-1");
        farSide.addStaff("staff-2");
        farSide.addStaff("staff-3");
        return new World();
    }

    private final class World implements ChannelWorld {
        @Override
        public ChannelConnection connection() {
            return channel;
        }

        @Override
        public String staff() {
            return "staff-1";
        }

        @Override
        public String otherStaff() {
            return "staff-2";
        }

        @Override
        public String idleStaff() {
            return "staff-3";
        }

        @Override
        public Met customerAdds(String staff) {
            return farSide.customerAdds(staff, null);
        }

        @Override
        public Met customerScans(String contactWayId) {
            return farSide.customerScans(contactWayId);
        }

        @Override
        public void customerDeletes(String staff, String contactId) {
            farSide.customerDeletes(staff, contactId);
        }

        @Override
        public void staffConfirms(String taskId, String staff) {
            farSide.staffConfirms(taskId, staff);
        }

        @Override
        public void pass(Duration time) {
            now.updateAndGet(instant -> instant.plus(time));
        }
    }

    @Test
    void failsAsOrdered() {
        var world = world();
        var messages = channel.massMessages();
        var batch = new MassMessages.Batch(
                "batch-1", "staff-1", List.of(world.customerAdds("staff-1").contactId()), OutboundMessage.text("text"));
        var fence = value(messages.fence());
        farSide.failNext(new Fault.Refused(NotDoneReason.THROTTLED));
        farSide.failNext(new Fault.RequestLost());
        farSide.failNext(new Fault.AnswerLost());
        assertThat(reason(messages.create(batch, fence))).isEqualTo(NotDoneReason.THROTTLED);
        assertThat(messages.create(batch, fence)).isInstanceOf(Answer.Unknown.class);
        assertThat(farSide.batches()).isEmpty();
        assertThat(messages.create(batch, fence)).isInstanceOf(Answer.Unknown.class);
        assertThat(farSide.batches()).containsExactly(batch);
    }

    @Test
    void tellsWhatHappenedInItsOwnWords() {
        var event = new ChannelEvent.ContactEdited("staff-1", "wm1", now.get());
        assertThat(channel.events().translate(farSide.tells(event))).isEqualTo(event);
        assertThat(channel.events().translate("something else")).isInstanceOf(ChannelEvent.Ignored.class);
    }
}
