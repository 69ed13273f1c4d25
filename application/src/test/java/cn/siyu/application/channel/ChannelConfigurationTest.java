package cn.siyu.application.channel;

import static cn.siyu.application.brand.BrandWorld.BRAND;
import static cn.siyu.application.brand.BrandWorld.NOW;
import static cn.siyu.application.brand.BrandWorld.boss;
import static cn.siyu.application.brand.BrandWorld.caller;
import static cn.siyu.application.brand.BrandWorld.done;
import static cn.siyu.application.brand.BrandWorld.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandWorld;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeOutcome;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.application.channel.port.InMemoryAllocations;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryContactWays;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.content.MaterialsForWelcome;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.content.port.MaterialsContract;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.id.PublicId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelConfigurationTest {
    private static final MaterialId GREETING = new MaterialId(700);

    private final BrandWorld world = new BrandWorld();
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(world.store);
    private final InMemoryContactWays ways = new InMemoryContactWays(world.store, accounts);
    private final InMemoryAllocations allocations = new InMemoryAllocations(world.store);
    private final InMemoryMaterials materials = new InMemoryMaterials(world.store);
    private final PoliciesInForce policies =
            new PoliciesInForce(new TestEditions(), new InMemoryPolicyOverrides(world.store));
    private final InMemoryChannel channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> NOW));
    private final WelcomeMaterials greetings = new MaterialsForWelcome(materials);

    private final AddChannelAccount add = new AddChannelAccount(
            accounts,
            world.members,
            world.departments,
            world.brands,
            world.sights,
            policies,
            List.of(channel),
            world.clock,
            world.ids,
            world.store);
    private final ChangeChannelAccount change = new ChangeChannelAccount(
            accounts,
            world.members,
            world.departments,
            world.brands,
            world.sights,
            policies,
            FollowsHolder.NOTHING,
            world.clock,
            world.store);
    private final ReadChannelAccounts read = new ReadChannelAccounts(
            accounts, world.members, world.departments, world.brands, world.sights, world.clock);
    private final CreateContactWay create = new CreateContactWay(
            ways, accounts, world.departments, greetings, world.sights, policies, world.clock, world.ids, world.store);
    private final ChangeContactWay changeWay =
            new ChangeContactWay(ways, accounts, world.departments, greetings, world.sights, world.clock, world.store);
    private final ReadContactWays readWays =
            new ReadContactWays(ways, accounts, world.departments, greetings, world.sights);

    private static AccountWish holder(StaffMember staff) {
        return new AccountWish("账号", staff.publicId(), null, null, null, null);
    }

    private ChangeOutcome<AccountView> add(Caller caller, String address, AccountWish wish) {
        return add.handle(new AddChannelAccount.Command(caller, "in-memory", "main", address, wish));
    }

    private AccountView account(StaffMember staff) {
        return done(add(boss(), staff.name(), holder(staff)));
    }

    private static ContactWayWish way(AccountView... served) {
        return new ContactWayWish(
                "门店海报",
                "第二杯半价",
                null,
                null,
                null,
                Arrays.stream(served)
                        .map(one -> new ContactWayWish.Server(one.account().publicId(), null))
                        .toList());
    }

    private ContactWayView made(AccountView... served) {
        return done(create.handle(new CreateContactWay.Command(boss(), way(served))));
    }

    @Test
    void takesCapsFromThePoliciesAndTheStoreFromTheHolder() {
        var view = account(world.di);

        assertThat(view.account().dailyCap()).isEqualTo(100);
        assertThat(view.account().hours()).isEqualTo(WorkingHours.ALWAYS);
        assertThat(view.department()).isEqualTo(world.shop.publicId());
        assertThat(view.staff()).isEqualTo(world.di.publicId());
        assertThat(view.load()).isEqualTo(new ChannelAccounts.Load(0, 0, 0));
        assertThat(read.one(boss(), view.account().publicId())).contains(view);
    }

    @Test
    void saysEverythingThatIsWrongWithAnAccountAtOnce() {
        account(world.di);
        var wish = new AccountWish("", PublicId.of(NOW, 9, 9), PublicId.of(NOW, 9, 9), 0, -1, null);

        assertThat(problems(add.handle(new AddChannelAccount.Command(boss(), "in-memory", "other", "", wish))))
                .containsExactly(
                        "/connection REFERENCE_UNKNOWN",
                        "/address EMPTY",
                        "/name EMPTY",
                        "/staff REFERENCE_UNKNOWN",
                        "/department REFERENCE_UNKNOWN",
                        "/totalCap OUT_OF_RANGE",
                        "/dailyCap OUT_OF_RANGE");
        assertThat(problems(add(boss(), "Di", holder(world.di)))).containsExactly("/address ALREADY_EXISTS");
        assertThat(problems(add.handle(new AddChannelAccount.Command(boss(), "PIGEON", "main", "x", holder(world.di)))))
                .containsExactly("/channel NOT_ONE_OF");
    }

    @Test
    void holdsAnAccountToWhatItsPlatformAllows() {
        var wecom = ChannelAccountsContract.anAccount(900, 10, 5);
        var stored = new ChannelAccount(
                wecom.id(),
                wecom.publicId(),
                "WECOM",
                "demo",
                "w",
                "w",
                world.di.id(),
                world.shop.id(),
                10,
                5,
                wecom.hours(),
                wecom.state(),
                wecom.health(),
                1,
                NOW,
                NOW);
        accounts.add(BRAND, stored);
        var wish = new AccountWish("w", world.di.publicId(), null, 20_001, 5, null);

        assertThat(problems(change.handle(new ChangeChannelAccount.Command(
                        boss(), stored.publicId(), 1, wish, ChannelAccount.State.ACTIVE))))
                .containsExactly("/totalCap OUT_OF_RANGE");
    }

    @Test
    void closesAnAccountForGood() {
        var view = account(world.di);
        var id = view.account().publicId();
        var closed = done(change.handle(
                new ChangeChannelAccount.Command(boss(), id, 1, holder(world.di), ChannelAccount.State.CLOSED)));

        assertThat(closed.account().state()).isEqualTo(ChannelAccount.State.CLOSED);
        assertThat(problems(change.handle(new ChangeChannelAccount.Command(
                        boss(), id, 2, holder(world.di), ChannelAccount.State.ACTIVE))))
                .containsExactly("/state NOT_ALLOWED");
        assertThat(change.handle(
                        new ChangeChannelAccount.Command(boss(), id, 1, holder(world.di), ChannelAccount.State.CLOSED)))
                .isEqualTo(new ChangeOutcome.Stale<>(2));
    }

    @Test
    void showsACallerTheAccountsItMaySeeOnly() {
        var di = account(world.di);
        var cy = account(world.cy);
        var north = caller(new DataScope.DepartmentTree(world.north.id()));

        assertThat(read.page(boss(), 0, 10)).containsExactly(di, cy);
        assertThat(read.page(north, 0, 10)).containsExactly(di);
        assertThat(read.page(caller(new DataScope.Own(world.cy.id())), 0, 10)).containsExactly(cy);
        assertThat(change.handle(new ChangeChannelAccount.Command(
                        north, cy.account().publicId(), 1, holder(world.di), ChannelAccount.State.ACTIVE)))
                .isEqualTo(new ChangeOutcome.Unknown<>());
        assertThat(problems(add(north, "x", holder(world.cy)))).containsExactly("/staff REFERENCE_UNKNOWN");
    }

    @Test
    void makesALinkThatNobodyCanGuessFromAnother() {
        var di = account(world.di);
        var codes = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            var view = made(di);
            assertThat(view.way().code()).matches("[a-z0-9]{10}");
            assertThat(view.way().state()).isEqualTo("cw-" + view.way().code());
            codes.add(view.way().code());
        }

        assertThat(codes).hasSize(200);
        assertThat(made(di).way().rule()).isEqualTo(ContactWay.Rule.LEAST_LOADED);
    }

    @Test
    void saysEverythingThatIsWrongWithAContactWayAtOnce() {
        var di = account(world.di);
        var closed = account(world.cy);
        done(change.handle(new ChangeChannelAccount.Command(
                boss(), closed.account().publicId(), 1, holder(world.cy), ChannelAccount.State.CLOSED)));
        materials.add(BRAND, MaterialsContract.aMaterial(GREETING.value(), 1, true, "你好"));
        var bad = new ContactWayWish(
                "",
                " ",
                null,
                PublicId.of(NOW, 9, 9),
                MaterialsContract.aMaterial(GREETING.value(), 1, "你好").publicId(),
                List.of(
                        new ContactWayWish.Server(di.account().publicId(), 0),
                        new ContactWayWish.Server(di.account().publicId(), null),
                        new ContactWayWish.Server(closed.account().publicId(), null),
                        new ContactWayWish.Server(PublicId.of(NOW, 9, 9), null)));

        assertThat(problems(create.handle(new CreateContactWay.Command(boss(), bad))))
                .containsExactly(
                        "/name EMPTY",
                        "/hook EMPTY",
                        "/department REFERENCE_UNKNOWN",
                        "/welcomeMaterial REFERENCE_UNKNOWN",
                        "/accounts/0/weight OUT_OF_RANGE",
                        "/accounts/1/account NOT_ALLOWED",
                        "/accounts/2/account NOT_ALLOWED",
                        "/accounts/3/account REFERENCE_UNKNOWN");
        assertThat(problems(create.handle(new CreateContactWay.Command(boss(), way()))))
                .containsExactly("/accounts TOO_FEW");
    }

    @Test
    void changesWhoServesAndKeepsThePrintedCode() {
        var di = account(world.di);
        var cy = account(world.cy);
        materials.add(BRAND, MaterialsContract.aMaterial(GREETING.value(), 1, "你好"));
        var made = made(di);
        ways.keepCode(BRAND, made.way().id(), di.account().id(), "cfg", "https://far.side/qr/di");
        var greeting = MaterialsContract.aMaterial(GREETING.value(), 1, "你好").publicId();
        var wish = new ContactWayWish(
                "新海报",
                null,
                ContactWay.Rule.STICKY,
                world.head.publicId(),
                greeting,
                List.of(
                        new ContactWayWish.Server(cy.account().publicId(), 3),
                        new ContactWayWish.Server(di.account().publicId(), null)));

        var changed = done(
                changeWay.handle(new ChangeContactWay.Command(boss(), made.way().publicId(), 1, wish)));

        assertThat(changed.way().code()).isEqualTo(made.way().code());
        assertThat(changed.welcomeMaterial()).isEqualTo(greeting);
        assertThat(changed.department()).isEqualTo(world.head.publicId());
        assertThat(changed.accounts())
                .containsExactly(
                        new ContactWayView.Server(cy.account().publicId(), "账号", 3, null),
                        new ContactWayView.Server(di.account().publicId(), "账号", null, "https://far.side/qr/di"));
        assertThat(readWays.one(boss(), made.way().publicId())).contains(changed);
        assertThat(changeWay.handle(
                        new ChangeContactWay.Command(boss(), made.way().publicId(), 1, wish)))
                .isEqualTo(new ChangeOutcome.Stale<>(2));
    }

    @Test
    void archivesAContactWayOnce() {
        var made = made(account(world.di));
        var id = made.way().publicId();

        assertThat(changeWay.archive(boss(), id, 7)).isEqualTo(new ChangeOutcome.Stale<>(1));
        assertThat(done(changeWay.archive(boss(), id, 1)).way().archivedAt()).isEqualTo(NOW);
        assertThat(changeWay.archive(boss(), id, 2)).isEqualTo(new ChangeOutcome.Archived<>());
        assertThat(changeWay.handle(new ChangeContactWay.Command(boss(), id, 2, way())))
                .isEqualTo(new ChangeOutcome.Archived<>());
        assertThat(readWays.page(boss(), false, 0, 10)).isEmpty();
        assertThat(readWays.page(boss(), true, 0, 10)).hasSize(1);
    }

    @Test
    void showsACallerTheContactWaysOfItsAccountsOnly() {
        var di = made(account(world.di));
        var cy = made(account(world.cy));
        var north = caller(new DataScope.DepartmentTree(world.north.id()));

        assertThat(readWays.page(north, false, 0, 10))
                .extracting(ContactWayView::way)
                .containsExactly(di.way());
        assertThat(readWays.one(north, cy.way().publicId())).isEmpty();
        assertThat(changeWay.archive(north, cy.way().publicId(), 1)).isEqualTo(new ChangeOutcome.Unknown<>());
    }

    @Test
    void tellsWhyAVisitorWasLedToAnAccount() {
        var di = account(world.di);
        var made = made(di);
        ways.keepCode(BRAND, made.way().id(), di.account().id(), "cfg", "https://far.side/qr/di");
        var allocate = new AllocateVisitor(
                ways,
                accounts,
                allocations,
                world.departments,
                world.brands,
                policies,
                world.clock,
                world.ids,
                world.store);
        allocate.handle(new AllocateVisitor.Command(made.way().code(), "anna"));
        var readAllocations = new ReadAllocations(ways, accounts, allocations, world.sights);

        var page = readAllocations
                .page(boss(), made.way().publicId(), Long.MAX_VALUE, 10)
                .orElseThrow();

        assertThat(page).singleElement().satisfies(view -> {
            assertThat(view.account()).isEqualTo(di.account().publicId());
            assertThat(view.accounts())
                    .containsEntry(
                            di.account().id(),
                            new AllocationView.Named(di.account().publicId(), "账号"));
            assertThat(readAllocations.one(
                            boss(), made.way().publicId(), view.record().publicId()))
                    .contains(view);
        });
        assertThat(readAllocations.page(
                        caller(new DataScope.Own(world.cy.id())), made.way().publicId(), Long.MAX_VALUE, 10))
                .isEmpty();
    }
}
