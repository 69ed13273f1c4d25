package cn.siyu.application.intake;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.channel.InboxIntake;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.continuity.NoticeTransfers;
import cn.siyu.application.continuity.port.InMemoryInheritances;
import cn.siyu.application.continuity.port.InMemoryTransferBook;
import cn.siyu.application.customer.CustomerWorld;
import cn.siyu.application.engine.ReadTroubles;
import cn.siyu.application.engine.RetryTroubles;
import cn.siyu.application.engine.Trouble;
import cn.siyu.application.intake.port.InMemoryInbox;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.id.PublicId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkOffInboxTest {
    private final CustomerWorld world = new CustomerWorld();
    private final InMemoryFarSide farSide = new InMemoryFarSide(InstantSource.fixed(NOW));
    private final InMemoryChannel channel = new InMemoryChannel("app", "demo", farSide);
    private final InMemoryInbox inbox = new InMemoryInbox(world.store);
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(world.store);
    private final List<String> reacted = new ArrayList<>();
    private final StoreCallback door = new StoreCallback(world.brands, inbox, world.ids, () -> {});
    private final InMemoryTransferBook transfers = new InMemoryTransferBook(
            world.store, new InMemoryInheritances(world.store, new InMemoryStaffMembers(world.store)), (_, _) -> true);
    private final WorkOffInbox workOff = new WorkOffInbox(
            inbox,
            accounts,
            List.of(channel),
            new ContactEvents(
                    world.add,
                    world.end,
                    world.synchronize,
                    new Witness(),
                    new NoticeTransfers(transfers, world.identities),
                    world.store),
            new TagEvents(world.tags, world.ids, world.store),
            world.store);

    WorkOffInboxTest() {
        farSide.addStaff("ada");
        accounts.add(BRAND, account("ada"));
    }

    private static ChannelAccount account(String address) {
        return account(CustomerWorld.ACCOUNT, address);
    }

    private static ChannelAccount account(ChannelAccountId id, String address) {
        return new ChannelAccount(
                id,
                PublicId.of(NOW, id.value(), id.value()),
                "in-memory",
                "app",
                address,
                "小达",
                new StaffId(1),
                new DepartmentId(1),
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                NOW,
                NOW);
    }

    @Test
    void makesARelationshipOfANewContactAndReactsOnce() {
        var met = farSide.customerAdds("ada", "shop-17");
        var added = new ChannelEvent.ContactAdded("ada", met.contactId(), "shop-17", met.welcomeCode(), false, NOW);

        tell(added);
        tell(added);

        assertThat(reacted).containsExactly("began " + met.welcomeCode());
        var customer = world.resolve.find(BRAND, List.of(key(met.contactId()))).orElseThrow();
        assertThat(world.relationships.of(BRAND, List.of(customer)))
                .singleElement()
                .satisfies(one -> assertThat(one.source()).isEqualTo("shop-17"));
        assertThat(inbox.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void isToldTheSameEventTwiceAndKeepsItOnce() {
        var payload = farSide.tells(new ChannelEvent.ContactEdited("ada", "wm1", NOW));

        assertThat(store(payload)).isEqualTo(InboxIntake.Outcome.STORED);
        assertThat(store(payload)).isEqualTo(InboxIntake.Outcome.DUPLICATE);
    }

    @Test
    void endsInTheSameStateWhenTheEndIsToldBeforeTheBeginning() {
        var met = farSide.customerAdds("ada", null);

        tell(new ChannelEvent.ContactDeletedByCustomer("ada", met.contactId(), NOW.plusSeconds(60)));
        tell(new ChannelEvent.ContactAdded("ada", met.contactId(), null, met.welcomeCode(), false, NOW));

        var customer = world.resolve.find(BRAND, List.of(key(met.contactId()))).orElseThrow();
        assertThat(world.relationships.of(BRAND, List.of(customer))).noneMatch(Relationship::live);
        assertThat(reacted).doesNotContain("began " + met.welcomeCode());
    }

    @Test
    void tellsWhenTheLastRelationshipIsLost() {
        var met = farSide.customerAdds("ada", null);
        tell(new ChannelEvent.ContactAdded("ada", met.contactId(), null, met.welcomeCode(), false, NOW));

        tell(new ChannelEvent.ContactDeletedByCustomer("ada", met.contactId(), NOW.plusSeconds(60)));

        assertThat(reacted).contains("ended CUSTOMER lost=true");
    }

    @Test
    void takesTagsOverAsTheChannelHasThem() {
        var met = farSide.customerAdds("ada", null);
        tell(new ChannelEvent.ContactAdded("ada", met.contactId(), null, met.welcomeCode(), false, NOW));
        var created = (Answer.Done<TagDirectory.TagGroup>) channel.tags().create("意向", List.of("高"));
        channel.tags()
                .mark(
                        "ada",
                        met.contactId(),
                        Set.of(created.value().tags().getFirst().id()),
                        Set.of());

        tell(new ChannelEvent.ContactEdited("ada", met.contactId(), NOW.plusSeconds(1)));

        assertThat(world.tags.all(BRAND)).extracting(Tag::group, Tag::name).containsExactly(tuple("意向", "高"));
    }

    @Test
    void parksAnEventAboutSomebodyWhoHasNoAccountHere() {
        tell(new ChannelEvent.ContactEdited("nobody", "wm1", NOW));

        assertThat(inbox.due(BRAND, NOW.plusSeconds(100_000), 10)).isEmpty();
    }

    @Test
    void takesAParkedEventInOnceItsCauseIsMendedAndItIsTriedAgain() {
        farSide.addStaff("bo");
        var met = farSide.customerAdds("bo", "shop-17");
        tell(new ChannelEvent.ContactAdded("bo", met.contactId(), "shop-17", met.welcomeCode(), false, NOW));
        var read = new ReadTroubles(inbox, world.commands, accounts, world.ids);
        var retry = new RetryTroubles(read, inbox, world.commands, world.clock, world.store);
        var trouble = read.newest(seeing(new DataScope.WholeBrand()), Set.of(Trouble.Kind.EVENT), Long.MAX_VALUE, 9)
                .getFirst();
        assertThat(trouble.reason()).contains("'bo'");
        assertThat(trouble.connection()).isEqualTo("app");

        accounts.add(BRAND, account(new ChannelAccountId(501), "bo"));
        var wanted = new RetryTroubles.Command(
                seeing(new DataScope.WholeBrand()),
                Set.of(Trouble.Kind.EVENT, Trouble.Kind.COMMAND),
                Optional.of(Set.of(trouble.publicId())));

        assertThat(retry.handle(wanted)).isOne();
        workOff.runDue(BRAND, world.clock.now(BRAND), 10);
        assertThat(world.resolve.find(BRAND, List.of(key(met.contactId())))).isPresent();
        assertThat(retry.handle(wanted)).isZero();
    }

    @Test
    void showsTroublesOnlyToWhoSeesTheWholeBrand() {
        tell(new ChannelEvent.ContactEdited("nobody", "wm1", NOW));
        var read = new ReadTroubles(inbox, world.commands, accounts, world.ids);

        var all = Set.of(Trouble.Kind.values());
        assertThat(read.newest(seeing(new DataScope.WholeBrand()), all, Long.MAX_VALUE, 9))
                .hasSize(1);
        assertThat(read.newest(seeing(new DataScope.OneDepartment(new DepartmentId(1))), all, Long.MAX_VALUE, 9))
                .isEmpty();
    }

    private static Caller seeing(DataScope sees) {
        return new Caller(BRAND, PublicId.of(NOW, 1, 1), Set.of(), sees);
    }

    @Test
    void keepsAnEventOfAConnectionThatIsNotConfiguredYet() {
        door.store(new InboxIntake.RawEvent("in-memory", "other", "demo", "ff", "x", NOW));

        workOff.runDue(BRAND, NOW, 10);

        assertThat(inbox.nextDueAt(BRAND)).contains(NOW.plusSeconds(5));
    }

    private static IdentityKey key(String contactId) {
        return new IdentityKey(IdentityType.EXTERNAL_USERID, "app", contactId);
    }

    private void tell(ChannelEvent event) {
        store(farSide.tells(event));
        workOff.runDue(BRAND, NOW, 10);
    }

    private InboxIntake.Outcome store(String payload) {
        var hash = HexFormat.of().formatHex(payload.getBytes(StandardCharsets.UTF_8));
        return door.store(new InboxIntake.RawEvent("in-memory", "app", "demo", hash, payload, NOW));
    }

    private final class Witness implements Reactions {
        @Override
        public void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at) {
            reacted.add("began " + welcomeCode);
        }

        @Override
        public void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at) {
            var ended = relationship.ended();
            reacted.add("ended " + (ended == null ? "?" : ended.by()) + " lost=" + lost);
        }
    }
}
