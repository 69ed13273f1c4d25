package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.ACCOUNT;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.at;
import static cn.siyu.application.customer.CustomerWorld.contact;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.IdentityConflict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddRelationshipTest {
    private final CustomerWorld world = new CustomerWorld();

    @Test
    void makesACustomerWithItsRelationship() {
        world.acquisition.mark("shop-17", new ContactWayId(4));

        var outcome = world.added("wm1", 3);

        assertThat(outcome).isInstanceOfSatisfying(AddRelationship.Outcome.Added.class, added -> {
            assertThat(added.newCustomer()).isTrue();
            assertThat(added.relationship().contactWay()).isEqualTo(new ContactWayId(4));
            assertThat(added.relationship().addedAt()).isEqualTo(at(3));
            assertThat(added.relationship().live()).isTrue();
        });
        assertThat(world.customers.all(BRAND)).extracting(Customer::id).containsExactly(world.customerOf("wm1"));
        assertThat(world.identities.of(BRAND, List.of(world.customerOf("wm1")))).hasSize(2);
        assertThat(world.acquisition.load(ACCOUNT)).hasValueSatisfying(load -> {
            assertThat(load.live()).isEqualTo(1);
            assertThat(load.ofDay()).isEqualTo(1);
        });
    }

    @Test
    void takesAReplayAsNothingNew() {
        world.added("wm1", 3);

        assertThat(world.added("wm1", 3)).isEqualTo(new AddRelationship.Outcome.Known());
        assertThat(world.told).hasSize(1);
        assertThat(world.acquisition.load(ACCOUNT).orElseThrow().live()).isEqualTo(1);
    }

    @Test
    void keepsASecondContactIdOfOneCorpApartThoughItsPersonIsNamed() {
        world.added("wm1", 3);
        var person = new AddRelationship.Person("小明", Customer.Gender.MALE, "union-wm1");
        world.add.handle(new AddRelationship.Command(BRAND, ACCOUNT, contact("wm1b"), person, 1, null, at(9)));

        assertThat(world.customerOf("wm1b")).isNotEqualTo(world.customerOf("wm1"));
        assertThat(world.graph.conflicts(BRAND, new Sight.Everything(), 0, 10)).hasSize(1);
        assertThat(world.customers.all(BRAND)).hasSize(2);
    }

    @Test
    void keepsTwoCustomersApartAndNotesWhy() {
        world.added("wm1", 3);
        world.added("wm2", 4);
        var person = new AddRelationship.Person("小明", Customer.Gender.MALE, "union-wm2");

        world.add.handle(new AddRelationship.Command(BRAND, ACCOUNT, contact("wm1"), person, 1, null, at(5)));

        assertThat(world.customerOf("wm1")).isNotEqualTo(world.customerOf("wm2"));
        assertThat(world.graph.conflicts(BRAND, new Sight.Everything(), 0, 10))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo(IdentityConflict.Reason.TOO_MANY));
        assertThat(world.regrouped).isEmpty();
    }

    @Test
    void saysWhenTheEndWasToldFirst() {
        world.ended("wm1", 5);

        assertThat(world.added("wm1", 3)).isInstanceOf(AddRelationship.Outcome.AddedAndEnded.class);
        assertThat(world.acquisition.load(ACCOUNT).orElseThrow().live()).isZero();
    }

    @Test
    void saysWhetherTheCustomerIsLost() {
        world.added("wm1", 3);

        assertThat(world.ended("wm1", 5)).isInstanceOfSatisfying(EndRelationship.Outcome.Ended.class, ended -> {
            assertThat(ended.lost()).isTrue();
            assertThat(ended.relationship().ended()).isEqualTo(new Relationship.Ended(Relationship.By.CUSTOMER, at(5)));
        });
        assertThat(world.ended("wm1", 5)).isEqualTo(new EndRelationship.Outcome.NothingLive());
    }

    private record Stretch(Object addedAt, Relationship.@Nullable Ended ended) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsInTheSameStateWhateverTheOrder(long seed) {
        var chance = new Random(seed);
        var events = new ArrayList<Runnable>();
        var other = new CustomerWorld();
        var inOrder = new ArrayList<Runnable>();
        for (int i = 0; i < 7; i++) {
            int second = chance.nextInt(30);
            boolean add = chance.nextBoolean();
            events.add(() -> apply(world, add, second));
            inOrder.add(() -> apply(other, add, second));
        }
        inOrder.forEach(Runnable::run);
        Collections.shuffle(events, chance);
        events.forEach(Runnable::run);
        events.forEach(Runnable::run);

        assertThat(stretches(world)).containsExactlyInAnyOrderElementsOf(stretches(other));
        int live = (int)
                stretches(world).stream().filter(one -> one.ended() == null).count();
        assertThat(world.acquisition.load(ACCOUNT).map(load -> load.live()).orElse(0))
                .isEqualTo(live);
    }

    private static void apply(CustomerWorld world, boolean add, int second) {
        if (add) {
            world.added("wm1", second);
        } else {
            world.ended("wm1", second);
        }
    }

    private static List<Stretch> stretches(CustomerWorld world) {
        return world.relationships.of(BRAND, List.of(world.customerOf("wm1"))).stream()
                .map(one -> new Stretch(one.addedAt(), one.ended()))
                .toList();
    }
}
