package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every [IdConversions] does.
public interface IdConversionsContract {
    FurtherWorld world();

    @Test
    default void findsAContactByItsOtherIds() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var ids = world.connection().idConversions().orElseThrow();
        var unionId = Objects.requireNonNull(
                value(world.connection().contacts().fetch(contact)).profile().unionId());
        var openId = value(ids.openIdOf(contact));
        assertThat(value(ids.contactOf(unionId, null))).isEqualTo(contact);
        assertThat(value(ids.contactOf(unionId, openId))).isEqualTo(contact);
    }

    @Test
    default void findsAGroupByWhatPagesCallIt() {
        var world = world();
        var group = world.groupOf(world.staff());
        var ids = world.connection().idConversions().orElseThrow();
        assertThat(value(ids.groupOf(world.openGroupId(group)))).isEqualTo(group);
    }

    @Test
    default void doesNotFindWhatIsNone() {
        var ids = world().connection().idConversions().orElseThrow();
        assertThat(reason(ids.openIdOf("wmNobodyOfThisName00000000000000"))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(ids.contactOf("no-union", null))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(ids.groupOf("no-group"))).isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
