package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.ChannelEventTranslator;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.continuity.port.TransferBook.Filter;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.CustomerId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The accounts of the one who hands over: several, closed, or out of reach for a while.
class GiversAccountsTest {
    private static final ChannelAccountId SECOND = new ChannelAccountId(611);

    private final ContinuityWorld world = new ContinuityWorld();

    @Test
    void withoutItsConnectionAnOrderWaitsAndSaysSoAndGoesOnWhenItIsBack() {
        world.customers(2);
        var group = world.farSide.groupOf("ada");
        world.losesItsConnection();
        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));
        world.settle();

        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.PREPARING);
        assertThat(world.order(order).problem()).isEqualTo("CONNECTION_MISSING: in-memory app");
        assertThat(world.transfers(order))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(State.QUEUED))
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo(Reason.NO_CONNECTION));

        world.hasItsConnection();
        world.pass(Duration.ofMinutes(5));
        world.settle();
        world.pass(Duration.ofHours(24));
        world.settle();

        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
        assertThat(world.order(order).problem()).isNull();
        assertThat(world.transfers(order)).hasSize(3);
        assertThat(world.states(order)).containsExactly(State.TAKEN);
        assertThat(world.farSide.ownerOf(group)).isEqualTo("bob");
    }

    @Test
    void anOrderThatIsStoppedWhileItsConnectionIsLookedForStaysStopped() {
        world.customers(2);
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.channel = new Stopping(order);

        world.settle();

        assertThat(world.states(order)).containsExactly(State.CANCELLED);
        assertThat(world.order(order).finishedAt()).isNotNull();
    }

    /// A channel whose connection is gone; while it is looked for, somebody stops an order.
    private final class Stopping implements ChannelAdapter {
        private final Inheritance order;

        Stopping(Inheritance order) {
            this.order = order;
        }

        @Override
        public ChannelDescriptor descriptor() {
            return new InMemoryChannel("app", "demo", world.farSide).descriptor();
        }

        @Override
        public List<ChannelConnection> connections() {
            world.cancel().handle(new CancelInheritance.Command(world.caller(), order.publicId()));
            return List.of();
        }

        @Override
        public ChannelEventTranslator events() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aPreviewSaysThatTheGroupsAreNotKnownWithoutTheConnection() {
        world.customers(2);
        world.losesItsConnection();

        assertThat(world.start().preview(world.all(Kind.ON_THE_JOB, BOB)))
                .isInstanceOfSatisfying(StartInheritance.Outcome.Previewed.class, previewed -> {
                    assertThat(previewed.groupsKnown()).isFalse();
                    assertThat(previewed.lines())
                            .hasSize(2)
                            .allSatisfy(line -> assertThat(line.to()).isEqualTo(BOB));
                });
    }

    @Test
    void severalAccountsShareTheRoomOfWhoeverTakesOver() {
        world.adaHoldsAnother(SECOND, "ada-2");
        world.customers(2);
        world.meets("ada-2", SECOND);
        world.meets("ada-2", SECOND);
        world.holds(BOB, 3);

        var order = world.started(world.all(Kind.ON_THE_JOB, BOB));

        assertThat(world.transfers(order))
                .extracting(Transfer::state)
                .containsExactly(State.QUEUED, State.QUEUED, State.QUEUED, State.NO_CAPACITY);
    }

    @Test
    void aClosedAccountsCustomersAreInheritedToo() {
        var all = world.customers(2);
        world.farSide.staffLeaves("ada");
        world.closes(ADA);
        var order = world.started(world.all(Kind.AFTER_LEAVING, BOB));
        world.settle();
        world.pass(Duration.ofHours(24));
        world.settle();

        assertThat(world.states(order)).containsExactly(State.TAKEN);
        assertThat(all).allSatisfy(one -> assertThat(world.live(one).account()).isEqualTo(BOB));
    }

    @Test
    void aClosedAccountWithoutItsConnectionKeepsNobodyWaiting() {
        world.losesItsConnection();
        world.closes(ADA);
        world.customers(1);
        var order = world.started(world.all(Kind.AFTER_LEAVING, BOB));
        world.settle();

        assertThat(world.transfers(order))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.CHANNEL_CANNOT));
        assertThat(world.order(order).state()).isEqualTo(Inheritance.State.COMPLETED);
    }

    @Test
    void aTransferShowsWhoTheCustomerIsNow() {
        var both = world.customers(2);
        var is = both.getLast().customer();
        var order =
                world.started(world.wish(Kind.ON_THE_JOB, List.of(world.publicId(both.getFirst())), List.of(), BOB));
        world.persons = everybodyIs(is);

        var shown = world.read().transfers(world.caller(), order, Filter.ALL, 0, 10);

        assertThat(shown)
                .singleElement()
                .satisfies(view ->
                        assertThat(Objects.requireNonNull(view.customer()).id()).isEqualTo(is));
    }

    private static Persons everybodyIs(CustomerId one) {
        return new Persons() {
            @Override
            public Map<CustomerId, CustomerId> of(BrandId brand, Collection<CustomerId> customers) {
                return customers.stream().distinct().collect(Collectors.toMap(each -> each, _ -> one));
            }

            @Override
            public Map<CustomerId, List<CustomerId>> births(BrandId brand, Collection<CustomerId> customers) {
                return Persons.ALONE.births(brand, customers);
            }
        };
    }
}
