package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.ChannelAccounts.Load;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [ChannelAccounts] does.
public interface ChannelAccountsContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /// No accounts.
    ChannelAccounts accounts();

    /// A customer becomes a contact of an account of [#BRAND] on a day.
    void began(ChannelAccountId account, LocalDate day);

    /// An account that takes new customers at any time.
    static ChannelAccount anAccount(long id, int totalCap, int dailyCap) {
        return anAccount(id, 1, "staff-" + id, totalCap, dailyCap, WorkingHours.ALWAYS, ChannelAccount.State.ACTIVE);
    }

    /// An account with everything that tests vary; it belongs to department 5.
    static ChannelAccount anAccount(
            long id,
            int version,
            String address,
            int totalCap,
            int dailyCap,
            WorkingHours hours,
            ChannelAccount.State state) {
        return new ChannelAccount(
                new ChannelAccountId(id),
                PublicId.of(NOW, id, id),
                "WECOM",
                "demo",
                address,
                "小店员" + id,
                new StaffId(7),
                new DepartmentId(5),
                totalCap,
                dailyCap,
                hours,
                state,
                ChannelAccount.Health.HEALTHY,
                version,
                NOW,
                NOW);
    }

    private Load load(long id, LocalDate day) {
        var account = new ChannelAccountId(id);
        return accounts().loads(BRAND, Set.of(account), day).getOrDefault(account, new Load(-1, -1, -1));
    }

    @Test
    default void givesBackWhatWasAddedByEveryKey() {
        var accounts = accounts();
        var hours =
                new WorkingHours(LocalTime.of(9, 30), LocalTime.of(21, 0), Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
        var account = anAccount(1, 1, "zhang", 20_000, 100, hours, ChannelAccount.State.PAUSED);
        var other = anAccount(2, 10, 5);
        accounts.add(BRAND, account);
        accounts.add(BRAND, other);

        assertThat(accounts.find(BRAND, account.id())).contains(account);
        assertThat(accounts.byPublicId(BRAND, account.publicId())).contains(account);
        assertThat(accounts.byAddress(BRAND, "demo", "zhang")).contains(account);
        assertThat(accounts.byAddress(BRAND, "other", "zhang")).isEmpty();
        assertThat(accounts.page(BRAND, 0, 1)).containsExactly(account);
        assertThat(accounts.page(BRAND, 1, 10)).containsExactly(other);
        assertThat(accounts.findAll(BRAND, Set.of(other.id(), account.id(), new ChannelAccountId(99))))
                .containsExactly(account, other);
        assertThat(accounts.findAll(BRAND, Set.of())).isEmpty();
        assertThat(accounts.byPublicIds(BRAND, Set.of(other.publicId(), account.publicId())))
                .containsExactly(account, other);
        assertThat(accounts.byPublicIds(BRAND, Set.of())).isEmpty();
        assertThat(accounts.byPublicIds(new BrandId(2), Set.of(account.publicId())))
                .isEmpty();
    }

    @Test
    default void keepsBrandsApart() {
        var accounts = accounts();
        var account = anAccount(1, 10, 5);
        accounts.add(BRAND, account);

        var other = new BrandId(2);
        assertThat(accounts.find(other, account.id())).isEmpty();
        assertThat(accounts.byPublicId(other, account.publicId())).isEmpty();
        assertThat(accounts.byAddress(other, "demo", "staff-1")).isEmpty();
        assertThat(accounts.page(other, 0, 10)).isEmpty();
        assertThat(accounts.loads(other, Set.of(account.id()), TODAY)).isEmpty();
    }

    @Test
    default void refusesAnAddressThatIsTakenOnItsConnection() {
        var accounts = accounts();
        accounts.add(BRAND, anAccount(1, 10, 5));
        var same = anAccount(2, 1, "staff-1", 10, 5, WorkingHours.ALWAYS, ChannelAccount.State.ACTIVE);

        assertThatThrownBy(() -> accounts.add(BRAND, same)).isInstanceOf(AlreadyExists.class);
    }

    @Test
    default void replacesTheVersionItWasReadAtOnly() {
        var accounts = accounts();
        accounts.add(BRAND, anAccount(1, 10, 5));
        var changed = anAccount(1, 2, "staff-1", 20, 6, WorkingHours.ALWAYS, ChannelAccount.State.CLOSED);

        accounts.replace(BRAND, changed);

        assertThat(accounts.find(BRAND, changed.id())).contains(changed);
        assertThatThrownBy(() -> accounts.replace(BRAND, changed)).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void beginsEmpty() {
        accounts().add(BRAND, anAccount(1, 10, 5));

        assertThat(load(1, TODAY)).isEqualTo(new Load(0, 0, 0));
    }

    @Test
    default void holdsNoMorePlacesThanAreLeftInAll() {
        var accounts = accounts();
        var account = anAccount(1, 3, 100);
        accounts.add(BRAND, account);
        began(account.id(), TODAY.minusDays(3));

        assertThat(accounts.hold(BRAND, account, TODAY)).isTrue();
        assertThat(accounts.hold(BRAND, account, TODAY)).isTrue();
        assertThat(accounts.hold(BRAND, account, TODAY)).isFalse();
        assertThat(load(1, TODAY)).isEqualTo(new Load(1, 0, 2));
    }

    @Test
    default void holdsNoMorePlacesThanAreLeftToday() {
        var accounts = accounts();
        var account = anAccount(1, 100, 2);
        accounts.add(BRAND, account);
        began(account.id(), TODAY);

        assertThat(accounts.hold(BRAND, account, TODAY)).isTrue();
        assertThat(accounts.hold(BRAND, account, TODAY)).isFalse();
        assertThat(load(1, TODAY)).isEqualTo(new Load(1, 1, 1));
        assertThat(accounts.hold(BRAND, account, TODAY.plusDays(1))).isTrue();
        assertThat(load(1, TODAY.plusDays(1))).isEqualTo(new Load(1, 0, 2));
    }

    @Test
    default void givesAPlaceBackOnce() {
        var accounts = accounts();
        var account = anAccount(1, 1, 1);
        accounts.add(BRAND, account);
        accounts.hold(BRAND, account, TODAY);

        accounts.release(BRAND, account.id());
        accounts.release(BRAND, account.id());

        assertThat(load(1, TODAY)).isEqualTo(new Load(0, 0, 0));
        assertThat(accounts.hold(BRAND, account, TODAY)).isTrue();
    }

    @Test
    default void findsWhatAPersonHolds() {
        accounts().add(BRAND, anAccount(2, 100, 100));
        accounts().add(BRAND, anAccount(1, 100, 100));

        assertThat(accounts().heldBy(BRAND, new StaffId(7)))
                .extracting(one -> one.id().value())
                .containsExactly(1L, 2L);
        assertThat(accounts().heldBy(BRAND, new StaffId(8))).isEmpty();
        assertThat(accounts().heldBy(new BrandId(2), new StaffId(7))).isEmpty();
    }

    @Test
    default void takesAlongWhatLiesInTheDepartmentThatAPersonLeaves() {
        accounts().add(BRAND, anAccount(1, 10, 10));
        accounts().add(BRAND, anAccount(2, 10, 10));
        accounts().moveHeld(BRAND, new StaffId(7), new DepartmentId(4), new DepartmentId(9), NOW.plusSeconds(1));
        accounts().moveHeld(BRAND, new StaffId(8), new DepartmentId(5), new DepartmentId(9), NOW.plusSeconds(1));
        accounts().moveHeld(new BrandId(2), new StaffId(7), new DepartmentId(5), new DepartmentId(9), NOW);
        assertThat(accounts().heldBy(BRAND, new StaffId(7)))
                .allSatisfy(one -> assertThat(one.version()).isEqualTo(1));

        accounts().moveHeld(BRAND, new StaffId(7), new DepartmentId(5), new DepartmentId(9), NOW.plusSeconds(1));

        assertThat(accounts().heldBy(BRAND, new StaffId(7))).hasSize(2).allSatisfy(one -> {
            assertThat(one.department()).isEqualTo(new DepartmentId(9));
            assertThat(one.version()).isEqualTo(2);
            assertThat(one.updatedAt()).isEqualTo(NOW.plusSeconds(1));
        });
    }
}
