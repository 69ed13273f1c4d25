package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.ContactWaysContract;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryContactWays;
import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.InMemoryFarSide.Welcome;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.customer.Relationship;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendWelcomeTest {
    private static final long WITH_GREETING = 2;

    private final ContactWorld world = new ContactWorld();
    private final InMemoryRelationships relationships = new InMemoryRelationships(world.store);
    private final InMemoryContactWays ways =
            new InMemoryContactWays(world.store, new InMemoryChannelAccounts(world.store));
    private Reach customer = world.newCustomer();

    /// Plans the greeting of somebody who came by a contact way.
    private void plan(ContactWay way) {
        ways.add(BRAND, way);
        var link = Objects.requireNonNull(customer.link());
        relationships.add(
                BRAND,
                new Relationship(
                        link.relationship(),
                        way.publicId(),
                        customer.customer(),
                        link.account(),
                        link.identity(),
                        way.state(),
                        way.id(),
                        1,
                        world.now(),
                        null,
                        null,
                        null,
                        1,
                        world.now(),
                        world.now()));
        var welcome = new SendWelcome(
                relationships,
                ways,
                world.reachability,
                world.rules(),
                world.composer(),
                world.sends,
                world.batches,
                world.clock,
                world.ids);
        world.store.run(() -> welcome.plan(BRAND, link.relationship(), world.welcomeCode(customer), world.now()));
    }

    private static ContactWay way(@Nullable Long material) {
        var plain = ContactWaysContract.aWay(WITH_GREETING, ContactWaysContract.FIRST);
        return new ContactWay(
                new ContactWayId(WITH_GREETING),
                plain.publicId(),
                plain.code(),
                plain.name(),
                plain.hook(),
                plain.state(),
                plain.rule(),
                plain.department(),
                material,
                plain.accounts(),
                null,
                1,
                plain.createdAt(),
                plain.updatedAt());
    }

    @Test
    void greetsWithTheMaterialOfTheContactWayAtAnyHour() {
        world.advance(Duration.ofHours(14));
        customer = world.newCustomer();
        plan(way(ContactWorld.PERSONAL));
        world.dispatchAll();

        assertThat(world.farSide.welcomes())
                .extracting(Welcome::message)
                .extracting(message -> message.text())
                .containsExactly("客户2，新品上市");
        assertThat(world.states(customer)).containsExactly(SendState.DELIVERED);
        assertThat(world.batches.all(BRAND).getFirst().state()).isEqualTo(BatchState.SETTLED);
    }

    @Test
    void greetsNobodyWithoutAGreeting() {
        plan(way(null));

        assertThat(world.sends.all(BRAND)).isEmpty();
    }

    @Test
    void triesAgainInsideTheWindowWhereSomebodyElseIsAtIt() {
        plan(way(ContactWorld.HELLO));
        world.farSide.failNext(new Fault.Refused(NotDoneReason.CONFLICT));
        world.dispatchAll();

        assertThat(world.dispatch().nextDueAt(BRAND)).contains(world.now().plusSeconds(1));
        world.advance(Duration.ofSeconds(1));
        world.dispatchAll();
        assertThat(world.farSide.welcomes()).hasSize(1);
    }

    @Test
    void comesNoLaterThanTheWindow() {
        plan(way(ContactWorld.HELLO));
        world.advance(Duration.ofSeconds(20));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.EXPIRED);
        assertThat(world.farSide.welcomes()).isEmpty();
    }

    @Test
    void saysWhyTheGreetingFailed() {
        plan(way(ContactWorld.HELLO));
        world.farSide.failNext(new Fault.Refused(NotDoneReason.TOO_LATE));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.FAILED);
        assertThat(world.batches.all(BRAND).getFirst().reason()).isEqualTo("TOO_LATE");
    }

    @Test
    void neverGreetsTwiceWhereTheAnswerWasLost() {
        plan(way(ContactWorld.HELLO));
        world.farSide.failNext(new Fault.AnswerLost());
        world.dispatchAll();
        world.advance(Duration.ofSeconds(5));
        world.dispatchAll();

        assertThat(world.farSide.welcomes()).hasSize(1);
        assertThat(world.states(customer)).containsExactly(SendState.UNKNOWN);
    }
}
