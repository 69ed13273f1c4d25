package cn.siyu.adapter.persistence.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaffMembersContract;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.application.insight.port.Whereabouts.Reached;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlWhereaboutsTest {
    @Nested
    class OnH2 extends OnDatabase {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends OnDatabase {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class OnDatabase {
        private static final BrandId BRAND = new BrandId(1);
        private static final BrandId OTHER = new BrandId(2);
        private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

        private final Whereabouts whereabouts;
        private final TestDatabase database;

        OnDatabase(TestDatabase database) {
            this.database = database;
            this.whereabouts = database.emptied().getBean(Whereabouts.class);
        }

        @BeforeEach
        void addsAccountsWithOneAddressInTwoConnectionsAndAStore() {
            var context = database.shared();
            var accounts = context.getBean(ChannelAccounts.class);
            accounts.add(BRAND, account(1, "east", "ada", 11));
            accounts.add(BRAND, account(2, "west", "ada", 12));
            accounts.add(BRAND, account(3, "west", "bo", 12));
            accounts.add(OTHER, account(4, "west", "bo", 12));
            var staff = context.getBean(StaffMembers.class);
            staff.add(BRAND, StaffMembersContract.aMember(12, null, 1));
            staff.add(BRAND, StaffMembersContract.aMember(13, null, 1));
            context.getBean(Departments.class).add(BRAND, DepartmentsContract.aDepartment(6, null, "store-1"));
        }

        private static ChannelAccount account(long id, String connection, String address, long staff) {
            return new ChannelAccount(
                    new ChannelAccountId(id),
                    publicId(id),
                    "WECOM",
                    connection,
                    address,
                    "name",
                    new StaffId(staff),
                    new DepartmentId(5),
                    20_000,
                    500,
                    WorkingHours.ALWAYS,
                    ChannelAccount.State.ACTIVE,
                    ChannelAccount.Health.HEALTHY,
                    1,
                    NOW,
                    NOW);
        }

        private static PublicId publicId(long number) {
            return PublicId.of(NOW, number, number);
        }

        private static Reached reached(long id, String connection, String address) {
            return new Reached(publicId(id), "WECOM", connection, address);
        }

        @Test
        void findsAccountsByIdAndByAddress() {
            assertThat(whereabouts.reached(BRAND, List.of(publicId(3), publicId(9)), List.of("ada", "eve")))
                    .containsExactlyInAnyOrder(
                            reached(3, "west", "bo"), reached(1, "east", "ada"), reached(2, "west", "ada"));
            assertThat(whereabouts.reached(BRAND, List.of(publicId(4)), List.of()))
                    .isEmpty();
            assertThat(whereabouts.accounts(BRAND, List.of(publicId(1), publicId(4))))
                    .isEqualTo(Map.of(publicId(1), new ChannelAccountId(1)));
            assertThat(whereabouts.channelKinds(BRAND, List.of(new ChannelAccountId(2), new ChannelAccountId(4))))
                    .isEqualTo(Map.of(new ChannelAccountId(2), "WECOM"));
        }

        @Test
        void findsTheAccountsOfStaffAndTheStores() {
            var twelve = PublicId.of(StaffMembersContract.NOW, 12, 12);
            var thirteen = PublicId.of(StaffMembersContract.NOW, 13, 13);
            assertThat(whereabouts.accountsOfStaff(BRAND, List.of(twelve, thirteen, publicId(99))))
                    .isEqualTo(Map.of(
                            twelve, Set.of(new ChannelAccountId(2), new ChannelAccountId(3)), thirteen, Set.of()));
            assertThat(whereabouts.stores(BRAND, List.of("store-1", "store-2")))
                    .isEqualTo(Map.of("store-1", new DepartmentId(6)));
            assertThat(whereabouts.stores(OTHER, List.of("store-1"))).isEmpty();
            assertThat(whereabouts.stores(BRAND, List.of())).isEmpty();
        }
    }
}
