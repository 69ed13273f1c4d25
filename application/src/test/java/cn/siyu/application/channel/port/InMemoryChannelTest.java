package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryChannelTest implements ChannelConnectionContract {
    private final InMemoryChannelWorld people = new InMemoryChannelWorld();
    private final InMemoryFarSide farSide = people.farSide;
    private final InMemoryChannel channel = people.channel;

    @Override
    public ChannelWorld world() {
        return people;
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
        var event = new ChannelEvent.ContactEdited("staff-1", "wm1", people.now());
        assertThat(channel.events().translate(farSide.tells(event))).isEqualTo(event);
        assertThat(channel.events().translate("something else")).isInstanceOf(ChannelEvent.Ignored.class);
    }
}
