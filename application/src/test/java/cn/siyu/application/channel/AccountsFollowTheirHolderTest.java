package cn.siyu.application.channel;

import static cn.siyu.application.brand.BrandWorld.BRAND;
import static cn.siyu.application.brand.BrandWorld.boss;
import static cn.siyu.application.brand.BrandWorld.caller;
import static cn.siyu.application.brand.BrandWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandWorld;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ChangeDepartment;
import cn.siyu.application.brand.ChangeStaffMember;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.StaffWish;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsFollowTheirHolderTest {
    private final BrandWorld world = new BrandWorld();
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(world.store);
    private final PoliciesInForce policies =
            new PoliciesInForce(new TestEditions(), new InMemoryPolicyOverrides(world.store));
    private final AddChannelAccount add = new AddChannelAccount(
            accounts,
            world.members,
            world.departments,
            world.brands,
            world.sights,
            policies,
            List.of(new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> BrandWorld.NOW))),
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
    private final ChangeStaffMember changeMember = new ChangeStaffMember(
            world.members, world.departments, world.sights, new MoveHeldAccounts(accounts), world.clock, world.store);
    private final ReadChannelAccounts read = new ReadChannelAccounts(
            accounts, world.members, world.departments, world.brands, world.sights, world.clock);

    private static AccountWish wish(StaffMember holder, Department... of) {
        return new AccountWish("账号", holder.publicId(), of.length == 0 ? null : of[0].publicId(), null, null, null);
    }

    private ChannelAccount account(String address, AccountWish wish) {
        return done(add.handle(new AddChannelAccount.Command(boss(), "in-memory", "main", address, wish)))
                .account();
    }

    private void moves(StaffMember member, Department to) {
        var now = world.members.find(BRAND, member.id()).orElseThrow();
        done(changeMember.handle(new ChangeStaffMember.Command(
                boss(), now.publicId(), now.version(), new StaffWish(null, now.name(), to.publicId(), true))));
    }

    private List<String> seenBy(Caller caller) {
        return read.page(caller, 0, 100).stream()
                .map(view -> view.account().address())
                .toList();
    }

    @Test
    void whenTheHolderChangesDepartments() {
        account("bo", wish(world.bo));
        var north = caller(new DataScope.OneDepartment(world.north.id()));
        var south = caller(new DataScope.OneDepartment(world.south.id()));
        assertThat(seenBy(north)).containsExactly("bo");

        moves(world.bo, world.south);

        assertThat(seenBy(north)).isEmpty();
        assertThat(seenBy(south)).containsExactly("bo");
        assertThat(seenBy(caller(new DataScope.Own(world.bo.id())))).containsExactly("bo");
    }

    @Test
    void unlessTheyWerePutIntoAnotherDepartment() {
        var lent = account("lent", wish(world.bo, world.shop));
        account("own", wish(world.bo));

        moves(world.bo, world.south);

        assertThat(accounts.find(BRAND, lent.id())).contains(lent);
        assertThat(seenBy(caller(new DataScope.OneDepartment(world.south.id()))))
                .containsExactly("own");
    }

    @Test
    void alsoWhenAClientHasWrittenBackTheDepartmentItRead() {
        var read = account("bo", wish(world.bo));
        done(change.handle(new ChangeChannelAccount.Command(
                boss(), read.publicId(), read.version(), wish(world.bo, world.north), ChannelAccount.State.ACTIVE)));

        moves(world.bo, world.south);

        assertThat(accounts.find(BRAND, read.id()).orElseThrow().department()).isEqualTo(world.south.id());
    }

    @Test
    void toWhoeverHoldsThemNext() {
        var given = account("bo", wish(world.bo));

        done(change.handle(new ChangeChannelAccount.Command(
                boss(), given.publicId(), given.version(), wish(world.cy), ChannelAccount.State.ACTIVE)));

        assertThat(seenBy(caller(new DataScope.OneDepartment(world.south.id()))))
                .containsExactly("bo");
    }

    @Test
    void whereverTheirDepartmentIsMovedInTheTree() {
        account("di", wish(world.di));
        var changeDepartment = new ChangeDepartment(world.departments, world.sights, world.clock, world.store);
        done(changeDepartment.handle(new ChangeDepartment.Command(
                boss(), world.shop.publicId(), world.shop.version(), BrandWorld.wish("人民路店", world.south, null))));

        assertThat(seenBy(caller(new DataScope.DepartmentTree(world.north.id()))))
                .isEmpty();
        assertThat(seenBy(caller(new DataScope.DepartmentTree(world.south.id()))))
                .containsExactly("di");
        assertThat(seenBy(caller(new DataScope.OneDepartment(world.shop.id())))).containsExactly("di");
    }
}
