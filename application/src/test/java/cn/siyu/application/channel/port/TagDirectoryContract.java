package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.TagDirectory.Tag;
import cn.siyu.application.channel.port.TagDirectory.TagGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [TagDirectory] does.
public interface TagDirectoryContract {
    ChannelWorld world();

    private static TagGroup onlyGroup(ChannelWorld world) {
        var groups = value(world.connection().tags().list());
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    private static List<String> tagsOf(ChannelWorld world, String contactId) {
        return value(world.connection().contacts().fetch(contactId))
                .followers()
                .getFirst()
                .tagIds();
    }

    @Test
    default void addsTagsToANewGroupAndToTheSameOneLater() {
        var world = world();
        var tags = world.connection().tags();
        var first = value(tags.create("意向", List.of("高", "低")));
        assertThat(first.tags().stream().map(Tag::name)).containsExactlyInAnyOrder("高", "低");
        var second = value(tags.create("意向", List.of("中")));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.tags().stream().map(Tag::name)).containsExactly("中");
        assertThat(onlyGroup(world).name()).isEqualTo("意向");
        assertThat(onlyGroup(world).tags().stream().map(Tag::name)).containsExactlyInAnyOrder("高", "中", "低");
    }

    @Test
    default void refusesANameThatIsTaken() {
        var tags = world().connection().tags();
        value(tags.create("意向", List.of("高")));
        assertThat(reason(tags.create("意向", List.of("高")))).isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void renamesTagsAndGroups() {
        var world = world();
        var tags = world.connection().tags();
        var group = value(tags.create("意向", List.of("高")));
        assertThat(tags.rename(group.tags().getFirst().id(), "很高")).isEqualTo(Answer.done(Ack.ACK));
        assertThat(tags.rename(group.id(), "购买意向")).isEqualTo(Answer.done(Ack.ACK));
        assertThat(onlyGroup(world).name()).isEqualTo("购买意向");
        assertThat(onlyGroup(world).tags().getFirst().name()).isEqualTo("很高");
        assertThat(reason(tags.rename("etNoTagOfThisName00000000000000A", "x"))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void deletesAGroupWithItsLastTag() {
        var world = world();
        var tags = world.connection().tags();
        var group = value(tags.create("意向", List.of("高", "低")));
        var ids = group.tags().stream().map(Tag::id).toList();
        assertThat(tags.delete(Set.of(ids.getFirst()))).isEqualTo(Answer.done(Ack.ACK));
        assertThat(onlyGroup(world).tags()).hasSize(1);
        assertThat(tags.delete(Set.of(ids.getLast()))).isEqualTo(Answer.done(Ack.ACK));
        assertThat(value(tags.list())).isEmpty();
        assertThat(reason(tags.delete(Set.of(ids.getFirst())))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void marksARelationshipAndTakesTheMarkAway() {
        var world = world();
        var tags = world.connection().tags();
        var contact = world.customerAdds(world.staff()).contactId();
        var ids = value(tags.create("意向", List.of("高", "低"))).tags().stream()
                .map(Tag::id)
                .toList();
        var high = ids.getFirst();
        var low = ids.getLast();
        assertThat(tags.mark(world.staff(), contact, Set.of(high), Set.of())).isEqualTo(Answer.done(Ack.ACK));
        assertThat(tags.mark(world.staff(), contact, Set.of(high), Set.of())).isEqualTo(Answer.done(Ack.ACK));
        assertThat(tagsOf(world, contact)).containsExactly(high);
        assertThat(tags.mark(world.staff(), contact, Set.of(low), Set.of(high))).isEqualTo(Answer.done(Ack.ACK));
        assertThat(tagsOf(world, contact)).containsExactly(low);
    }

    @Test
    default void marksNoStrangerAndWithNoTagThatIsNotThere() {
        var world = world();
        var tags = world.connection().tags();
        var contact = world.customerAdds(world.staff()).contactId();
        var tag = value(tags.create("意向", List.of("高"))).tags().getFirst().id();
        assertThat(reason(tags.mark(world.otherStaff(), contact, Set.of(tag), Set.of())))
                .isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(tags.mark(world.staff(), contact, Set.of("etNoTagOfThisName00000000000000A"), Set.of())))
                .isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
