package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.ACCOUNT;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagCustomersTest {
    private final CustomerWorld world = new CustomerWorld();
    private final TagCustomers tagging = new TagCustomers(
            world.store,
            world.clock,
            world.tags,
            world.relationships,
            world.identities,
            world.graph,
            world.commands,
            world.ids);

    @Test
    void tagsEveryLiveRelationshipAndTellsTheChannel() {
        world.added("wm1", 3);
        var vip = tag("vip");

        assertThat(change(Set.of(vip), Set.of())).isEqualTo(new TagCustomers.Outcome(1, 0));

        assertThat(world.tags.of(BRAND, List.of(world.customerOf("wm1"))))
                .containsExactly(new Assignment(world.customerOf("wm1"), vip, ACCOUNT));
        assertThat(told()).containsExactly(new ChannelCommand.MarkTags(ACCOUNT, "wm1", Set.of(vip), Set.of()));
    }

    @Test
    void tellsNothingWhereNothingChanges() {
        world.added("wm1", 3);
        var vip = tag("vip");
        change(Set.of(vip), Set.of());

        assertThat(change(Set.of(vip), Set.of())).isEqualTo(new TagCustomers.Outcome(0, 0));
        assertThat(told()).hasSize(1);
    }

    @Test
    void takesATagAway() {
        world.added("wm1", 3);
        var vip = tag("vip");
        change(Set.of(vip), Set.of());

        assertThat(change(Set.of(), Set.of(vip))).isEqualTo(new TagCustomers.Outcome(0, 1));
        assertThat(told()).last().isEqualTo(new ChannelCommand.MarkTags(ACCOUNT, "wm1", Set.of(), Set.of(vip)));
    }

    @Test
    void tagsALostCustomerAsAWhole() {
        world.added("wm1", 3);
        world.ended("wm1", 4);
        var vip = tag("vip");

        change(Set.of(vip), Set.of());

        assertThat(world.tags.of(BRAND, List.of(world.customerOf("wm1"))))
                .containsExactly(new Assignment(world.customerOf("wm1"), vip, null));
        assertThat(told()).isEmpty();
    }

    private TagCustomers.Outcome change(Set<TagId> add, Set<TagId> remove) {
        return tagging.handle(new TagCustomers.Command(BRAND, Set.of(world.customerOf("wm1")), add, remove, "API"));
    }

    private TagId tag(String name) {
        var outcome = new DefineTag(world.store, world.clock, world.ids, world.tags)
                .handle(new DefineTag.Command(BRAND, "价值", name));
        Tag tag = ((DefineTag.Outcome.Defined) outcome).tag();
        return tag.id();
    }

    private List<ChannelCommand> told() {
        return world.commands.due(BRAND, NOW, 100).stream()
                .map(ChannelCommands.Queued::command)
                .toList();
    }
}
