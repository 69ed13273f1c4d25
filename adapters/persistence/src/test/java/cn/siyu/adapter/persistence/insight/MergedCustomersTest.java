package cn.siyu.adapter.persistence.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.InsightFacts;
import cn.siyu.application.insight.InsightPorts;
import cn.siyu.application.insight.RecordOrders;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.application.trust.ReadTrust;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A contact and a buyer turn out to be one person, and not to be: what reads a customer sees all
/// of both while they are one, and exactly what was before when they aren't any more.
class MergedCustomersTest {
    private static final BrandId BRAND = InsightFacts.BRAND;
    private static final CustomerId CONTACT = InsightFacts.CUSTOMER;
    private static final Instant DAY_0 = InsightFacts.DAY_0;
    private static final IdentityKey PHONE = InsightFacts.PHONE;

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
        private final InsightPorts ports;
        private final CustomerViews views;
        private final IdentityGraph graph;
        private final Wishes wishes;
        private final Customers customers;
        private final Reachability reachability;
        private final Sql sql;
        private final UnitOfWork work;
        private final CustomerId buyer;

        OnDatabase(TestDatabase database) {
            this.ports = new SqlInsightUseCasesTest.OnDatabase(database) {}.world();
            var context = database.shared();
            this.views = context.getBean(CustomerViews.class);
            this.graph = context.getBean(IdentityGraph.class);
            this.wishes = context.getBean(Wishes.class);
            this.customers = context.getBean(Customers.class);
            this.reachability = context.getBean(Reachability.class);
            this.sql = context.getBean(Sql.class);
            this.work = context.getBean(UnitOfWork.class);
            InsightFacts.buy(ports, "a", 10, 2500);
            order("b", 12, 4000);
            this.buyer = who(PHONE);
            wishes.optOut(BRAND, new OptOut(buyer, "MOMENTS", "CUSTOMER", DAY_0));
        }

        private void order(String key, int day, long amount) {
            var item = new RecordOrders.Item(
                    new ExternalKey("shop", key),
                    List.of(PHONE),
                    DAY_0.plus(Duration.ofDays(day)),
                    amount,
                    "CNY",
                    "S1",
                    "MINI_PROGRAM",
                    List.of(new Order.Line("latte", "coffee", 1, amount)));
            assertThat(ports.recordOrders.handle(new RecordOrders.Command(BRAND, List.of(item))))
                    .singleElement()
                    .isInstanceOf(RecordOrders.Outcome.Recorded.class);
        }

        private CustomerId who(IdentityKey key) {
            return ports.resolve.find(BRAND, List.of(key)).orElseThrow();
        }

        private Resolution said(IdentitySource source, IdentityKey... keys) {
            var claim = new Claim(Arrays.asList(keys), source, Profile.NONE);
            return work.inTransaction(
                            () -> ports.resolve.resolve(BRAND, List.of(claim), DAY_0.plus(Duration.ofDays(40))))
                    .getFirst();
        }

        private void merge() {
            said(IdentitySource.LOGIN, InsightFacts.CONTACT, PHONE);
        }

        private void separate() {
            var identities = ports.identities.find(BRAND, List.of(InsightFacts.CONTACT, PHONE)).values().stream()
                    .map(one -> one.id())
                    .toList();
            var pair = IdentityPair.of(identities.getFirst(), identities.getLast());
            work.run(() -> {
                graph.decide(
                        BRAND,
                        List.of(new IdentityGraph.DecisionEntry(
                                900_000,
                                PublicId.of(DAY_0, 900_000, 1),
                                new IdentityDecision(pair, IdentityDecision.Verdict.CANNOT_LINK),
                                null,
                                null,
                                DAY_0,
                                null)));
                ports.join.settle(BRAND, identities, DAY_0.plus(Duration.ofDays(40)));
            });
        }

        private record Seen(
                Optional<CustomerDetail> detail, List<TimelineEntry> timeline, ReadTrust.Trust trust, Object reach) {}

        private Seen see(CustomerId customer) {
            var id = customers.find(BRAND, customer).map(Customer::publicId).orElseThrow();
            var wanted = new Wanted(customer, null);
            return new Seen(
                    views.detail(BRAND, new Sight.Everything(), id),
                    views.timeline(BRAND, new Sight.Everything(), customer, null, 50),
                    TrustUseCases.read(ports.trust).answer(BRAND, customer),
                    Optional.ofNullable(reachability.of(BRAND, List.of(wanted)).get(wanted)));
        }

        private long count() {
            return views.count(
                    BRAND, new Sight.Everything(), null, new AsOf(DAY_0.plus(Duration.ofDays(40)), ZoneOffset.UTC));
        }

        private long rows(String condition) {
            return sql.first("SELECT COUNT(*) AS n FROM " + condition, row -> row.number("n"))
                    .orElseThrow();
        }

        @Test
        void showsAllOfBothWhileTheyAreOne() {
            long before = count();
            merge();

            assertThat(who(PHONE)).isEqualTo(CONTACT);
            assertThat(count()).isEqualTo(before - 1);
            var seen = see(CONTACT);
            var detail = seen.detail().orElseThrow();
            assertThat(detail.summary().orders()).isEqualTo(2);
            assertThat(detail.summary().ordersAmountMinor()).isEqualTo(6500);
            assertThat(detail.identities()).hasSize(2);
            assertThat(detail.relationships()).hasSize(1);
            assertThat(detail.optOuts()).hasSize(1);
            assertThat(seen.timeline().stream().filter(one -> one.kind() == TimelineEntry.Kind.ORDER))
                    .hasSize(2);
            assertThat(see(buyer).detail()).isEqualTo(seen.detail());
            assertThat(seen.reach().toString()).contains("MOMENTS");
            assertThat(rows("customer_order WHERE customer = " + buyer.value()))
                    .as("facts stay with the birth customer")
                    .isEqualTo(1);
        }

        @Test
        void addsTheBrandTrustOfBoth() {
            double contact = see(CONTACT).trust().brand().points();
            double other = see(buyer).trust().brand().points();
            merge();

            assertThat(see(CONTACT).trust().brand().points()).isCloseTo(contact + other, Offset.offset(1e-9));
        }

        @Test
        void givesBackExactlyWhatWas() {
            var contact = see(CONTACT);
            var other = see(buyer);
            merge();
            separate();

            assertThat(see(CONTACT)).isEqualTo(contact);
            assertThat(see(buyer)).isEqualTo(other);
        }

        @Test
        void keepsWhatHappenedMeanwhileWithWhoeverItCameBy() {
            merge();
            order("c", 20, 1000);
            wishes.optOut(BRAND, new OptOut(CONTACT, "ALL", "CUSTOMER", DAY_0));
            separate();

            assertThat(see(buyer).detail().orElseThrow().summary().orders()).isEqualTo(2);
            assertThat(see(CONTACT).detail().orElseThrow().summary().orders()).isEqualTo(1);
            assertThat(wishes.optOutsOf(BRAND, CONTACT)).hasSize(1);
            assertThat(wishes.optOutsOf(BRAND, buyer)).hasSize(2);
        }

        @Test
        void bearsAPhoneNumberAnewThatCameWithACustomer() {
            var spare = new IdentityKey(IdentityType.PHONE, "", "+8613900000009");
            said(IdentitySource.IMPORT, PHONE, new IdentityKey(IdentityType.MEMBER_ID, "crm", "M1"));
            for (int i = 2; i <= 5; i++) {
                said(IdentitySource.IMPORT, spare, new IdentityKey(IdentityType.MEMBER_ID, "crm", "M" + i));
            }
            assertThat(who(spare)).isNotEqualTo(who(new IdentityKey(IdentityType.MEMBER_ID, "crm", "M2")));
            assertThat(count()).isEqualTo(rows("customer WHERE person = id"));
        }
    }
}
