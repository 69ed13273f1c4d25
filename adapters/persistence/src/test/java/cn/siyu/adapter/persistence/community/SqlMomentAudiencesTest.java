package cn.siyu.adapter.persistence.community;

import static cn.siyu.application.community.port.MomentPlansContract.BRAND;
import static cn.siyu.application.community.port.MomentPlansContract.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentAudiences.LeftOut;
import cn.siyu.application.community.port.MomentAudiences.Why;
import cn.siyu.application.community.port.MomentPlansContract;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentitiesContract;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlMomentAudiencesTest {
    private static final ChannelAccountId ADA = new ChannelAccountId(21);
    private static final ChannelAccountId BO = new ChannelAccountId(22);

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

    /// Customers 1 to 5 of Ada: 2 is silenced for a day, 3 opted out of moments, 4 is banned and
    /// silenced, 5 has left; 1 also is a customer of Bo.
    abstract static class OnDatabase {
        private final ApplicationContext context;
        private final MomentAudiences audiences;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            audiences = context.getBean(MomentAudiences.class);
            var accounts = context.getBean(ChannelAccounts.class);
            accounts.add(BRAND, MomentPlansContract.account(21));
            accounts.add(BRAND, MomentPlansContract.account(22));
            context.getBean(Customers.class)
                    .add(
                            BRAND,
                            LongStream.rangeClosed(1, 5)
                                    .mapToObj(CustomersContract::aCustomer)
                                    .toList());
            LongStream.rangeClosed(1, 5).forEach(customer -> related(100 + customer, customer, ADA));
            related(201, 1, BO);
            var relationships = context.getBean(Relationships.class);
            var tomorrow = new Silence(1, NOON.plusSeconds(86_400));
            relationships.silence(BRAND, new RelationshipId(102), tomorrow);
            relationships.silence(BRAND, new RelationshipId(104), tomorrow);
            context.getBean(Wishes.class).optOut(BRAND, new OptOut(new CustomerId(3), "MOMENTS", "CUSTOMER", NOON));
            var sql = context.getBean(Sql.class);
            sql.update("UPDATE customer SET blacklisted = TRUE WHERE id = 4");
            sql.update("UPDATE relationship SET ended_at = ?, ended_by = 'CUSTOMER' WHERE id = 105", NOON);
        }

        private void related(long id, long customer, ChannelAccountId account) {
            var key = new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm" + id);
            context.getBean(Identities.class)
                    .add(BRAND, List.of(IdentitiesContract.anIdentity(id + 1_000, key, customer)));
            context.getBean(Relationships.class)
                    .add(
                            BRAND,
                            new Relationship(
                                    new RelationshipId(id),
                                    PublicId.of(NOON, id, id),
                                    new CustomerId(customer),
                                    account,
                                    new IdentityId(id + 1_000),
                                    null,
                                    null,
                                    0,
                                    NOON,
                                    null,
                                    null,
                                    null,
                                    1,
                                    NOON,
                                    NOON));
        }

        @Test
        void countsWhoSeesAPostAndWhoIsLeftOut() {
            var both = List.of(ADA, BO);
            assertThat(audiences.count(BRAND, both, Set.of(), NOON))
                    .isEqualTo(Map.of(ADA, new Audience(1, 1, 2), BO, new Audience(1, 0, 0)));
            assertThat(audiences.count(BRAND, both, Set.of(), NOON.plusSeconds(86_400)))
                    .isEqualTo(Map.of(ADA, new Audience(2, 0, 2), BO, new Audience(1, 0, 0)));
            assertThat(audiences.count(new BrandId(2), both, Set.of(), NOON)).isEmpty();
            assertThat(audiences.count(BRAND, List.of(), Set.of(), NOON)).isEmpty();
        }

        @Test
        void countsThoseWithOneOfTheTagsOnly() {
            var tags = context.getBean(Tags.class);
            tags.set(
                    BRAND,
                    List.of(
                            new Tags.Assignment(new CustomerId(1), new TagId(7), ADA),
                            new Tags.Assignment(new CustomerId(2), new TagId(8), null)),
                    "API",
                    NOON);

            assertThat(audiences.count(BRAND, List.of(ADA, BO), Set.of(new TagId(7)), NOON))
                    .isEqualTo(Map.of(ADA, new Audience(1, 0, 0)));
            assertThat(audiences.count(BRAND, List.of(ADA), Set.of(new TagId(7), new TagId(8)), NOON))
                    .isEqualTo(Map.of(ADA, new Audience(1, 1, 0)));
        }

        @Test
        void listsFromWhomMomentsAreHidden() {
            assertThat(audiences.silenced(BRAND, new Sight.Everything(), null, NOON, 0, 9))
                    .extracting(MomentAudiences.Silenced::number)
                    .containsExactly(102L, 104L);
            assertThat(audiences.silenced(BRAND, new Sight.Everything(), ADA, NOON, 102, 9))
                    .hasSize(1);
            assertThat(audiences.silenced(BRAND, new Sight.Everything(), BO, NOON, 0, 9))
                    .isEmpty();
            assertThat(audiences.silenced(
                            BRAND, new Sight.OfOnePerson(new StaffId(7), new DepartmentId(2)), null, NOON, 0, 9))
                    .isEmpty();
            assertThat(audiences.silenced(BRAND, new Sight.Everything(), null, NOON.plusSeconds(86_400), 0, 9))
                    .isEmpty();
        }

        @Test
        void listsWhomAnAccountLeavesOutAndWhy() {
            var sql = context.getBean(Sql.class);
            sql.update("UPDATE relationship SET remark = '小李（健身卡）' WHERE id = 102");
            assertThat(leftOut(ADA, Set.of(), NOON, 0, 9))
                    .extracting(LeftOut::number, LeftOut::why, LeftOut::until)
                    .containsExactly(
                            tuple(102L, Why.NOT_INTERESTED, NOON.plusSeconds(86_400)),
                            tuple(103L, Why.OPTED_OUT, null),
                            tuple(104L, Why.BLACKLISTED, null));
            assertThat(leftOut(ADA, Set.of(), NOON, 0, 9).getFirst().name()).isEqualTo("小李（健身卡）");
            assertThat(leftOut(ADA, Set.of(), NOON.plusSeconds(86_400), 0, 9)).hasSize(2);
            assertThat(leftOut(ADA, Set.of(), NOON, 102, 1))
                    .extracting(LeftOut::number)
                    .containsExactly(103L);
            assertThat(leftOut(BO, Set.of(), NOON, 0, 9)).isEmpty();
            assertThat(audiences.leftOut(
                            BRAND,
                            new Sight.OfOnePerson(new StaffId(7), new DepartmentId(2)),
                            ADA,
                            Set.of(),
                            NOON,
                            0,
                            9))
                    .isEmpty();

            context.getBean(Tags.class)
                    .set(BRAND, List.of(new Tags.Assignment(new CustomerId(3), new TagId(7), ADA)), "API", NOON);
            assertThat(leftOut(ADA, Set.of(new TagId(7)), NOON, 0, 9))
                    .extracting(LeftOut::number)
                    .containsExactly(103L);
        }

        private List<LeftOut> leftOut(ChannelAccountId account, Set<TagId> tags, Instant at, long after, int atMost) {
            return audiences.leftOut(BRAND, new Sight.Everything(), account, tags, at, after, atMost);
        }

        @Test
        void findsByWhatTheChannelKnowsCustomers() {
            var wanted = List.of(PublicId.of(NOON, 101, 101), PublicId.of(NOON, 201, 201));
            assertThat(audiences.contacts(BRAND, ADA, wanted))
                    .isEqualTo(Map.of(
                            PublicId.of(NOON, 101, 101),
                            new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm101")));
        }
    }
}
