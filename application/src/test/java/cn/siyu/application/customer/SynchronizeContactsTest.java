package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.ACCOUNT;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static cn.siyu.application.customer.CustomerWorld.at;
import static cn.siyu.application.customer.CustomerWorld.contact;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.customer.AddRelationship.Person;
import cn.siyu.application.customer.SynchronizeContact.SeenTag;
import cn.siyu.application.customer.SynchronizeContacts.Contact;
import cn.siyu.application.customer.SynchronizeContacts.Outcome;
import cn.siyu.application.customer.port.InMemoryAcquisition;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SynchronizeContactsTest {
    private static final SeenTag VIP = new SeenTag("et1", "价值", "vip");
    private static final SeenTag NEW = new SeenTag("et2", "价值", "new");

    private final CustomerWorld world = new CustomerWorld();

    @Test
    void takesOverPeopleWhomNobodyKnew() {
        world.acquisition.mark("shop-17", new ContactWayId(4));

        var outcome = take(listed("wm1", 1, "王先生", VIP), listed("wm2", 2, null, VIP, NEW));

        assertThat(outcome.added()).hasSize(2);
        assertThat(outcome.changed()).isZero();
        var first = live("wm1");
        assertThat(first.addedAt()).isEqualTo(at(1));
        assertThat(first.remark()).isEqualTo("王先生");
        assertThat(first.source()).isEqualTo("shop-17");
        assertThat(first.contactWay()).isEqualTo(new ContactWayId(4));
        assertThat(customer("wm1").nickname()).isEqualTo("小wm1");
        assertThat(tagsOf("wm2")).containsExactlyInAnyOrder("vip", "new");
        assertThat(world.acquisition.load(ACCOUNT))
                .hasValueSatisfying(load -> assertThat(load)
                        .extracting(InMemoryAcquisition.Load::live)
                        .isEqualTo(2));
        assertThat(world.told).extracting(CustomerWorld.Told::after).containsExactlyElementsOf(outcome.added());
    }

    @Test
    void leavesAloneWhatIsEqual() {
        take(listed("wm1", 1, "王先生", VIP));
        world.told.clear();
        var before = live("wm1");

        var outcome = take(listed("wm1", 1, "王先生", VIP));

        assertThat(outcome).isEqualTo(new Outcome(List.of(), 0));
        assertThat(live("wm1")).isEqualTo(before);
        assertThat(world.told).isEmpty();
        assertThat(world.tags.noted(BRAND)).hasSize(1);
    }

    @Test
    void bringsInLineWhatDiffers() {
        take(listed("wm1", 1, "王先生", VIP), listed("wm2", 1, null), listed("wm3", 1, null, NEW));

        var renamed = new Contact(
                ACCOUNT,
                contact("wm2"),
                new Person("大明", Customer.Gender.MALE, "union-wm2"),
                1,
                "shop-17",
                at(1),
                null,
                null,
                List.of());
        var outcome = take(listed("wm1", 1, "王总", VIP), renamed, listed("wm3", 1, null, VIP));

        assertThat(outcome.added()).isEmpty();
        assertThat(outcome.changed()).isEqualTo(3);
        assertThat(live("wm1").remark()).isEqualTo("王总");
        assertThat(customer("wm2").nickname()).isEqualTo("大明");
        assertThat(tagsOf("wm3")).containsExactly("vip");
    }

    @Test
    void believesTheEndThatWasToldThoughTheChannelStillListsTheRelationship() {
        take(listed("wm1", 1, null));
        world.ended("wm1", 5);

        var outcome = take(listed("wm1", 1, "王先生", VIP));

        assertThat(outcome.added()).isEmpty();
        assertThat(on("wm1")).singleElement().satisfies(one -> {
            assertThat(one.live()).isFalse();
            assertThat(one.remark()).isNull();
        });
        assertThat(tagsOf("wm1")).isEmpty();
    }

    @Test
    void takesAnEndBackThatNobodyToldWhenTheChannelListsTheRelationshipAgain() {
        take(listed("wm1", 1, "王先生"));
        var begun = live("wm1");
        endedUntold("wm1", 500);
        assertThat(load()).isZero();

        var outcome = take(listed("wm1", 1, "王总", VIP));

        assertThat(outcome).isEqualTo(new Outcome(List.of(), 1));
        assertThat(on("wm1")).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(begun.id());
            assertThat(one.live()).isTrue();
            assertThat(one.addedAt()).isEqualTo(at(1));
            assertThat(one.remark()).isEqualTo("王总");
        });
        assertThat(tagsOf("wm1")).containsExactly("vip");
        assertThat(load()).isEqualTo(1);
        assertThat(take(listed("wm1", 1, "王总", VIP))).as("once").isEqualTo(new Outcome(List.of(), 0));
        endedUntold("wm1", 600);
        assertThat(on("wm1").getFirst().ended()).isEqualTo(new Relationship.Ended(Relationship.By.UNKNOWN, at(600)));
    }

    @Test
    void takesAnEndBackThoughTheChannelNamesTheBeginningALittleDifferently() {
        world.added("wm1", 10);
        endedUntold("wm1", 500);

        assertThat(take(listed("wm1", 12, null)).changed()).isEqualTo(1);

        assertThat(live("wm1").addedAt()).isEqualTo(at(10));
        assertThat(on("wm1")).hasSize(1);
    }

    @Test
    void believesTheEndThatWasToldBesideAnUntoldOne() {
        take(listed("wm1", 1, null), listed("wm2", 1, null));
        endedUntold("wm1", 500);
        world.ended("wm1", 700);
        endedUntold("wm2", 500);
        world.ended("wm2", 300);

        take(listed("wm1", 1, null), listed("wm2", 1, null));
        var outcome = take(listed("wm1", 1, null), listed("wm2", 1, null));

        assertThat(outcome).isEqualTo(new Outcome(List.of(), 0));
        assertThat(on("wm1").getFirst().ended()).isEqualTo(new Relationship.Ended(Relationship.By.CUSTOMER, at(700)));
        assertThat(on("wm2").getFirst().ended()).isEqualTo(new Relationship.Ended(Relationship.By.CUSTOMER, at(300)));
        assertThat(load()).isZero();
    }

    @Test
    void revivesNothingBehindARelationshipThatBeganLater() {
        take(listed("wm1", 1, null));
        take(listed("wm1", 900, null));
        world.ended("wm1", 950);

        take(listed("wm1", 1, null));

        assertThat(on("wm1")).hasSize(2).noneMatch(Relationship::live);
    }

    private void endedUntold(String name, int second) {
        world.end.handle(
                new EndRelationship.Command(BRAND, ACCOUNT, contact(name), Relationship.By.UNKNOWN, at(second)));
    }

    private int load() {
        return world.acquisition.load(ACCOUNT).orElseThrow().live();
    }

    @Test
    void seesByALaterBeginningThatThereWasAnEndNobodyTold() {
        take(listed("wm1", 1, null));

        var outcome = take(listed("wm1", 900, "又来了"));

        assertThat(outcome.added()).hasSize(1);
        assertThat(on("wm1")).hasSize(2);
        assertThat(on("wm1").getFirst().ended())
                .isEqualTo(new Relationship.Ended(Relationship.By.UNKNOWN, at(900).minusMillis(1)));
        assertThat(live("wm1").addedAt()).isEqualTo(at(900));
        assertThat(live("wm1").remark()).isEqualTo("又来了");
    }

    @Test
    void takesABeginningThatIsNamedALittleDifferentlyForTheSame() {
        world.added("wm1", 10);

        take(listed("wm1", 12, null));
        take(listed("wm1", 12, null));

        assertThat(on("wm1"))
                .singleElement()
                .satisfies(one -> assertThat(one.addedAt()).isEqualTo(at(10)));
    }

    @Test
    void isAnnouncedOnceWhenTheChannelTellsLater() {
        take(listed("wm1", 10, null));

        assertThat(world.added("wm1", 10)).isInstanceOf(AddRelationship.Outcome.Announced.class);
        assertThat(world.added("wm1", 10)).isInstanceOf(AddRelationship.Outcome.Known.class);
        assertThat(world.added("wm1", 11)).isInstanceOf(AddRelationship.Outcome.Known.class);
        assertThat(on("wm1")).hasSize(1);
    }

    @Test
    void keepsAnEndThatWasToldBeforeAnybodyKnewTheBeginning() {
        world.ended("wm1", 5);

        var outcome = take(listed("wm1", 1, null));

        assertThat(outcome.added()).isEmpty();
        assertThat(on("wm1"))
                .singleElement()
                .satisfies(one -> assertThat(one.live()).isFalse());
    }

    @Test
    void makesOneCustomerOfAPersonWhoIsKnownToSeveralAccounts() {
        var other = new ChannelAccountId(501);
        var first = listed("wm1", 1, "王先生");
        var second = new Contact(other, first.contact(), first.person(), 1, null, at(2), null, null, List.of(VIP));

        take(first, second);

        assertThat(world.customers.all(BRAND)).hasSize(1);
        assertThat(world.relationships.of(BRAND, List.of(world.customerOf("wm1"))))
                .hasSize(2);
        assertThat(world.tags.of(BRAND, List.of(world.customerOf("wm1"))))
                .singleElement()
                .satisfies(one -> assertThat(one.account()).isEqualTo(other));
    }

    @Test
    void comesToTheSameWhateverTheListsAreCutInto() {
        var whole = new CustomerWorld();
        var all = new Contact[40];
        Arrays.setAll(all, i -> listed("wm" + i, i, i % 3 == 0 ? "备注" + i : null, i % 2 == 0 ? VIP : NEW));
        whole.store.run(() -> whole.synchronizeAll.handle(BRAND, Arrays.asList(all), NOW));
        for (int i = 0; i < all.length; i += 7) {
            take(Arrays.copyOfRange(all, i, Math.min(all.length, i + 9)));
        }

        for (Contact one : all) {
            String name = one.contact().value();
            var here = live(name);
            var there = whole.relationships
                    .of(BRAND, List.of(whole.customerOf(name)))
                    .getFirst();
            assertThat(here.remark()).isEqualTo(there.remark());
            assertThat(here.addedAt()).isEqualTo(there.addedAt());
        }
        assertThat(world.customers.all(BRAND)).hasSameSizeAs(whole.customers.all(BRAND));
        assertThat(world.told).hasSize(all.length);
    }

    private Contact listed(String name, int since, @Nullable String remark, SeenTag... tags) {
        return new Contact(
                ACCOUNT,
                contact(name),
                new Person("小" + name, Customer.Gender.UNKNOWN, "union-" + name),
                1,
                "shop-17",
                at(since),
                remark,
                null,
                List.of(tags));
    }

    private Outcome take(Contact... contacts) {
        Instant now = world.clock.now(BRAND);
        return world.store.inTransaction(() -> world.synchronizeAll.handle(BRAND, List.of(contacts), now));
    }

    private Customer customer(String name) {
        return world.customers.find(BRAND, world.customerOf(name)).orElseThrow();
    }

    private List<Relationship> on(String name) {
        return world.relationships.of(BRAND, List.of(world.customerOf(name)));
    }

    private Relationship live(String name) {
        return on(name).stream().filter(Relationship::live).findFirst().orElseThrow();
    }

    private List<String> tagsOf(String name) {
        CustomerId customer = world.customerOf(name);
        var ids = Set.copyOf(world.tags.of(BRAND, List.of(customer)).stream()
                .map(Tags.Assignment::tag)
                .toList());
        return world.tags.findAll(BRAND, ids).stream().map(Tag::name).toList();
    }
}
