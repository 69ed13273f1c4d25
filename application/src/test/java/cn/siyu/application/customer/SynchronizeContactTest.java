package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.ACCOUNT;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static cn.siyu.application.customer.CustomerWorld.contact;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.customer.SynchronizeContact.SeenTag;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.Tag;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SynchronizeContactTest {
    private static final SeenTag VIP = new SeenTag("et1", "价值", "vip");
    private static final SeenTag NEW = new SeenTag("et2", "价值", "new");

    private final CustomerWorld world = new CustomerWorld();

    @Test
    void takesOverRemarkNicknameAndTags() {
        world.added("wm1", 3);

        assertThat(seen(VIP, NEW)).isEqualTo(SynchronizeContact.Outcome.SYNCHRONIZED);

        var customer = world.customerOf("wm1");
        assertThat(world.customers.find(BRAND, customer).orElseThrow().nickname())
                .isEqualTo("大明");
        assertThat(world.relationships.of(BRAND, List.of(customer)).getFirst().remark())
                .isEqualTo("王先生");
        assertThat(names()).containsExactly("new", "vip");
        assertThat(world.tags.noted(BRAND)).hasSize(2);
    }

    @Test
    void takesTagsAwayThatTheChannelHasNoLonger() {
        world.added("wm1", 3);
        seen(VIP, NEW);

        seen(NEW);

        assertThat(names()).containsExactly("new");
        assertThat(world.tags.noted(BRAND))
                .last()
                .satisfies(change -> assertThat(change.set()).isFalse());
    }

    @Test
    void leavesATagThatTheChannelHasNotBeenToldOfYet() {
        world.added("wm1", 3);
        seen(VIP);
        var vip = world.tags.byName(BRAND, "价值", "vip").orElseThrow();
        var mark = new ChannelCommand.MarkTags(ACCOUNT, "wm1", Set.of(vip.id()), Set.of());
        world.commands.add(BRAND, 1, mark, NOW);

        seen();

        assertThat(names()).containsExactly("vip");
    }

    @Test
    void changesNothingWhereNothingChanged() {
        world.added("wm1", 3);
        seen(VIP);
        int version = world.relationships
                .of(BRAND, List.of(world.customerOf("wm1")))
                .getFirst()
                .version();

        seen(VIP);

        assertThat(world.tags.noted(BRAND)).hasSize(1);
        assertThat(world.relationships
                        .of(BRAND, List.of(world.customerOf("wm1")))
                        .getFirst()
                        .version())
                .isEqualTo(version);
    }

    @Test
    void knowsNoRelationshipOfAStranger() {
        assertThat(seen(VIP)).isEqualTo(SynchronizeContact.Outcome.NO_RELATIONSHIP);
    }

    private SynchronizeContact.Outcome seen(SeenTag... tags) {
        return world.synchronize.handle(new SynchronizeContact.Command(
                BRAND, ACCOUNT, contact("wm1"), "大明", Customer.Gender.MALE, "王先生", "", List.of(tags)));
    }

    private List<String> names() {
        var assigned = world.tags.of(BRAND, List.of(world.customerOf("wm1")));
        return world.tags.findAll(BRAND, assigned.stream().map(one -> one.tag()).toList()).stream()
                .map(Tag::name)
                .sorted()
                .toList();
    }
}
