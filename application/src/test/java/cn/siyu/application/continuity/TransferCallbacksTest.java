package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.continuity.ContinuityWorld.CYD;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.InboxIntake;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.ChannelEvent.TransferFailed.Failure;
import cn.siyu.application.intake.ContactEvents;
import cn.siyu.application.intake.Reactions;
import cn.siyu.application.intake.StoreCallback;
import cn.siyu.application.intake.TagEvents;
import cn.siyu.application.intake.WorkOffInbox;
import cn.siyu.application.intake.port.InMemoryInbox;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Callbacks of one transfer in every order, each once, twice or never, with the channel read
/// before, between or after: the end is the same.
class TransferCallbacksTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final ContinuityWorld world = new ContinuityWorld();
    private final InMemoryInbox inbox = new InMemoryInbox(world.world.store);
    private final StoreCallback door = new StoreCallback(world.world.brands, inbox, world.world.ids, () -> {});
    private final List<String> reacted = new ArrayList<>();
    private final WorkOffInbox workOff = new WorkOffInbox(
            inbox,
            world.accounts,
            List.of(world.channel),
            new ContactEvents(
                    world.world.add,
                    world.world.end,
                    world.world.synchronize,
                    new Witness(),
                    world.notice(),
                    world.world.store),
            new TagEvents(world.world.tags, world.world.ids, world.world.store),
            world.world.store);
    private int told;

    /// What may happen next.
    enum Step {
        /// The taker is told of a new contact.
        ADDED,
        /// The one who handed over is told that the contact is gone.
        DELETED,
        /// The taker is told that it failed.
        FAILED,
        /// The channel's own list is read.
        READ
    }

    static Stream<List<Step>> ordersOfATakeover() {
        return orders(List.of(Step.ADDED, Step.ADDED, Step.DELETED, Step.DELETED, Step.READ));
    }

    static Stream<List<Step>> ordersOfARefusal() {
        return orders(List.of(Step.FAILED, Step.FAILED, Step.READ));
    }

    /// All orders of some of these, all of them included.
    private static Stream<List<Step>> orders(List<Step> steps) {
        var all = new LinkedHashSet<List<Step>>();
        extend(List.of(), steps, all);
        return all.stream();
    }

    private static void extend(List<Step> so, List<Step> left, Set<List<Step>> all) {
        all.add(so);
        for (int i = 0; i < left.size(); i++) {
            var longer = new ArrayList<>(so);
            longer.add(left.get(i));
            var rest = new ArrayList<>(left);
            rest.remove(i);
            extend(longer, rest, all);
        }
    }

    /// All that anybody could see of it.
    private String seen(Relationship customer, Inheritance order) {
        var lines = new ArrayList<String>();
        world.relationships(customer).stream()
                .map(one -> one.account() + " since " + one.addedAt() + " until " + one.ended())
                .sorted()
                .forEach(lines::add);
        world.transfers(order)
                .forEach(one -> lines.add(one.state() + " " + one.reason() + " " + one.takenAt() + " to " + one.to()
                        + " became "
                        + world.relationships(customer).stream()
                                .filter(relationship -> relationship.id().equals(one.became()))
                                .map(Relationship::account)
                                .toList()));
        lines.add("carried "
                + world.ledger.carriesOf(BRAND, List.of(customer.customer())).size());
        lines.add(world.order(order).state() + " " + reacted);
        return String.join("\n", lines);
    }

    private void happen(List<Step> steps, String contact, Instant taken) {
        for (Step step : steps) {
            switch (step) {
                case ADDED -> tell(new ChannelEvent.ContactAdded("bob", contact, null, null, false, taken));
                case DELETED -> tell(new ChannelEvent.ContactDeletedByStaff("ada", contact, true, taken));
                case FAILED ->
                    tell(new ChannelEvent.TransferFailed("bob", contact, Failure.REFUSED_BY_CUSTOMER, taken));
                case READ -> world.settle();
            }
        }
    }

    private void tell(ChannelEvent event) {
        var payload = world.farSide.tells(event);
        var hash = HexFormat.of().formatHex((payload + told++).getBytes(StandardCharsets.UTF_8));
        door.store(new InboxIntake.RawEvent("in-memory", "app", "demo", hash, payload, world.now()));
        workOff.runDue(BRAND, world.now(), 10);
    }

    @ParameterizedTest
    @MethodSource("ordersOfATakeover")
    void endATakeoverInTheSameState(List<Step> steps) {
        var customer = world.customers(1).getFirst();
        var asked = world.now();
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();
        world.pass(A_DAY);

        happen(steps, world.contact(customer), asked.plus(A_DAY));
        world.settle();

        var taken = asked.plus(A_DAY);
        assertThat(seen(customer, order)).isEqualTo("""
                %1$s since %2$s until Ended[by=TRANSFER, at=%3$s]
                %4$s since %3$s until null
                TAKEN null %3$s to %4$s became [%4$s]
                carried 1
                COMPLETED []""".formatted(ADA, asked, taken, BOB));
    }

    @ParameterizedTest
    @MethodSource("ordersOfARefusal")
    void endARefusalInTheSameState(List<Step> steps) {
        var customer = world.customers(1).getFirst();
        var asked = world.now();
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        world.settle();
        world.farSide.refusesTransfer(world.contact(customer));
        world.pass(Duration.ofHours(3));

        happen(steps, world.contact(customer), world.now());
        world.pass(A_DAY);
        world.settle();

        assertThat(seen(customer, order)).isEqualTo("""
                %1$s since %2$s until null
                REFUSED null null to %3$s became []
                carried 0
                COMPLETED []""".formatted(ADA, asked, BOB));
    }

    @Test
    void makeItBeReadSoonerAndDecideNothing() {
        var one = world.customers(1).getFirst();
        var order = world.started(world.wish(Kind.ON_THE_JOB, null, List.of(), BOB));
        var key = ContinuityWorld.key(world.contact(one));
        assertThat(world.notice().noticed(BRAND, key, ADA, world.now())).isFalse();
        world.settle();

        assertThat(world.notice().noticed(BRAND, key, ADA, world.now())).isTrue();
        assertThat(world.run().nextDueAt(BRAND)).contains(world.now());
        world.settle();
        assertThat(world.states(order)).containsExactly(State.WAITING);
        assertThat(world.notice().noticed(BRAND, key, CYD, world.now())).isFalse();
        world.pass(A_DAY);
        world.settle();

        assertThat(world.states(order)).containsExactly(State.TAKEN);
        assertThat(world.notice().noticed(BRAND, key, ADA, world.now())).isFalse();
    }

    private final class Witness implements Reactions {
        @Override
        public void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at) {
            reacted.add("greeted by " + relationship.account());
        }

        @Override
        public void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at) {
            reacted.add("ended with " + relationship.account() + " lost=" + lost);
        }
    }
}
