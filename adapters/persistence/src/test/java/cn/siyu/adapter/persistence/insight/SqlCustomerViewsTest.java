package cn.siyu.adapter.persistence.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.application.insight.InsightFacts;
import cn.siyu.application.insight.SearchCustomers;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlCustomerViewsTest {
    private static final BrandId BRAND = InsightFacts.BRAND;
    private static final Instant NOW = InsightFacts.DAY_0;

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
        private final CustomerViews views;
        private final Sql sql;

        OnDatabase(TestDatabase database) {
            var facts = new SqlInsightUseCasesTest.OnDatabase(database) {};
            var ports = facts.world();
            var context = database.shared();
            this.views = context.getBean(CustomerViews.class);
            this.sql = context.getBean(Sql.class);
            context.getBean(UnitOfWork.class).run(() -> {
                var customers = new ArrayList<Customer>();
                for (int i = 100; i < 125; i++) {
                    customers.add(CustomersContract.aCustomer(i));
                }
                context.getBean(Customers.class).add(BRAND, customers);
                context.getBean(Wishes.class).optOut(BRAND, new OptOut(InsightFacts.CUSTOMER, "MOMENTS", "API", NOW));
                sql.update(
                        "UPDATE customer_state SET trust = (customer - customer / 3 * 3) * 10 WHERE customer >= 103");
            });
            facts.ordered(ports, "a", 10);
            facts.delivered(ports, 100, NOW.plusSeconds(60));
        }

        private static @Nullable Expression filter(@Nullable String text) {
            return text == null
                    ? null
                    : ((Reading.Understood) new ExpressionLanguage(CustomerField.catalogue()).ofText(text))
                            .expression();
        }

        private static AsOf asOf() {
            return new AsOf(NOW, ZoneId.of("Asia/Shanghai"));
        }

        private List<Long> walk(String sort, boolean descending, int size) {
            var found = new ArrayList<Long>();
            PageRequest.Place after = null;
            while (true) {
                var page = views.search(
                        BRAND, new Sight.Everything(), null, asOf(), new PageRequest(sort, descending, after, size));
                page.forEach(one -> found.add(one.customer().customer().id().value()));
                if (page.size() < size) {
                    return found;
                }
                after = page.getLast().place();
            }
        }

        @Test
        void walksAllPagesInEveryOrderWithoutLossOrRepeat() {
            for (String sort : SearchCustomers.SORTS) {
                for (boolean descending : new boolean[] {false, true}) {
                    var walked = walk(sort, descending, 4);
                    assertThat(walked).as(sort).hasSize(26).doesNotHaveDuplicates();
                    assertThat(walked).isEqualTo(walk(sort, descending, 100));
                }
            }
            assertThat(walk("createdAt", false, 7)).isSorted().startsWith(7L);
        }

        @Test
        void findsWhatAnExpressionHoldsFor() {
            assertThat(found("stage = BRAND_USER and orders.count = 1", new Sight.Everything()))
                    .containsExactly(7L);
            assertThat(found("trust >= 20", new Sight.Everything())).hasSize(8);
            assertThat(found("account has 'zhang' and not optOuts has ALL", new Sight.Everything()))
                    .containsExactly(7L);
            assertThat(found("department has 'Store 1' and store has 'Store 1'", new Sight.Everything()))
                    .containsExactly(7L);
            assertThat(views.count(BRAND, new Sight.Everything(), filter("not lost"), asOf()))
                    .isEqualTo(26);
        }

        @ParameterizedTest
        @EnumSource
        void answersForEveryField(CustomerField field) {
            assertThat(found(field.field().example(), new Sight.Everything())).hasSizeLessThanOrEqualTo(26);
        }

        @Test
        void findsManyByTheirPublicIdsAsFarAsTheyAreSeen() {
            var page = views.search(
                    BRAND, new Sight.Everything(), null, asOf(), new PageRequest("createdAt", false, null, 3));
            Map<PublicId, CustomerId> all = new HashMap<>();
            page.forEach(one -> all.put(
                    one.customer().customer().publicId(),
                    one.customer().customer().id()));

            assertThat(views.findAll(BRAND, new Sight.Everything(), all.keySet()))
                    .isEqualTo(all);
            assertThat(views.findAll(BRAND, new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1)), all.keySet())
                            .values())
                    .containsExactly(new CustomerId(7));
            assertThat(views.findAll(new BrandId(99), new Sight.Everything(), all.keySet()))
                    .isEmpty();
            assertThat(views.findAll(BRAND, new Sight.Everything(), Set.of())).isEmpty();
        }

        @Test
        void showsOnlyWhatIsSeen() {
            assertThat(found(null, new Sight.InDepartments(Set.of(new DepartmentId(1)))))
                    .containsExactly(7L);
            assertThat(found(null, new Sight.InDepartments(Set.of(new DepartmentId(2)))))
                    .isEmpty();
            assertThat(found(null, new Sight.InDepartments(Set.of()))).isEmpty();
            assertThat(found("stage = BRAND_USER", new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1))))
                    .containsExactly(7L);
            assertThat(found(null, new Sight.OfOnePerson(new StaffId(7), new DepartmentId(1))))
                    .isEmpty();
            var customer = CustomersContract.aCustomer(7).publicId();
            assertThat(views.detail(BRAND, new Sight.OfOnePerson(new StaffId(7), new DepartmentId(1)), customer))
                    .isEmpty();
            assertThat(views.detail(new BrandId(2), new Sight.Everything(), customer))
                    .isEmpty();
        }

        @Test
        void hidesACustomerWhoseRelationshipHasEnded() {
            var zhang = new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1));
            sql.update("UPDATE relationship SET ended_at = ?, ended_by = 'CUSTOMER'", NOW);

            assertThat(found(null, zhang)).isEmpty();
            assertThat(views.count(BRAND, zhang, null, asOf())).isZero();
            assertThat(views.detail(BRAND, zhang, CustomersContract.aCustomer(7).publicId()))
                    .isEmpty();
        }

        @Test
        void findsWhomNobodyServesForThoseWhoServedThemLast() {
            var zhang = new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1));
            var customer = CustomersContract.aCustomer(7);
            assertThat(views.findFormer(BRAND, zhang, customer.publicId())).isEmpty();
            sql.update("UPDATE relationship SET ended_at = ?, ended_by = 'BAN'", NOW);
            sql.update("UPDATE customer_state SET lost = TRUE");

            assertThat(views.findFormer(BRAND, zhang, customer.publicId())).contains(customer.id());
            assertThat(views.findFormer(
                            BRAND, new Sight.InDepartments(Set.of(new DepartmentId(2))), customer.publicId()))
                    .isEmpty();
            assertThat(views.findFormer(new BrandId(2), zhang, customer.publicId()))
                    .isEmpty();
        }

        @Test
        void cutsACustomerToWhatIsSeen() {
            shared();
            var everything = new Sight.Everything();
            var zhang = new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1));
            var li = new Sight.InDepartments(Set.of(new DepartmentId(2)));
            var customer = CustomersContract.aCustomer(7).publicId();

            assertThat(views.detail(BRAND, everything, customer)).hasValueSatisfying(detail -> {
                assertThat(detail.relationships()).hasSize(2);
                assertThat(detail.conflicts()).hasSize(1);
            });
            assertThat(views.detail(BRAND, li, customer)).hasValueSatisfying(detail -> {
                assertThat(detail.relationships())
                        .singleElement()
                        .satisfies(one -> assertThat(one.accountAddress()).isEqualTo("li"));
                assertThat(detail.conflicts()).isEmpty();
            });
            assertThat(kinds(zhang)).contains(TimelineEntry.Kind.SEND).doesNotContain(TimelineEntry.Kind.INTERACTION);
            assertThat(kinds(li))
                    .contains(
                            TimelineEntry.Kind.RELATIONSHIP_BEGAN,
                            TimelineEntry.Kind.INTERACTION,
                            TimelineEntry.Kind.ORDER)
                    .doesNotContain(TimelineEntry.Kind.SEND, TimelineEntry.Kind.TASK);
            assertThat(kinds(everything)).contains(TimelineEntry.Kind.TASK, TimelineEntry.Kind.INTERACTION);
        }

        private List<TimelineEntry.Kind> kinds(Sight sight) {
            return views.timeline(BRAND, sight, InsightFacts.CUSTOMER, null, 100).stream()
                    .map(TimelineEntry::kind)
                    .toList();
        }

        /// Customer 7 is Li's too, in another department, wrote to Li, and is disputed with
        /// customer 100.
        private void shared() {
            sql.update("""
                    INSERT INTO staff (brand, id, public_id, name, department, active, version, created_at, updated_at)
                    VALUES (?, 61, ?, 'Li', 2, true, 1, ?, ?)""", BRAND, id(61), NOW, NOW);
            sql.update("""
                    INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff,
                      department, total_cap, daily_cap, works_from, works_until, work_days, state, health, version,
                      created_at, updated_at)
                    VALUES (?, 990, ?, 'WECOM', 'main', 'li', 'Li', 61, 2, 10, 10, '09:00', '18:00', '', 'ACTIVE',
                      'HEALTHY', 1, ?, ?)""", BRAND, id(990), NOW, NOW);
            sql.update("""
                    INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                      silenced_times, trust, trust_social, trust_as_of, version, created_at, updated_at)
                    VALUES (?, 991, ?, ?, 990, 1, 0, ?, 0, 0, 0, ?, 1, ?, ?)""", BRAND, id(991), InsightFacts.CUSTOMER, NOW, NOW, NOW, NOW);
            sql.update("""
                    INSERT INTO interaction (brand, id, public_id, source, external_id, kind, touchpoint, customer,
                      identity, relationship, account, occurred_at, received_at)
                    VALUES (?, 992, ?, 'feed', 'i992', 'REPLY', 'PRIVATE_CHAT', ?, 1, 991, 990, ?, ?)""", BRAND, id(992), InsightFacts.CUSTOMER, NOW, NOW);
            sql.update("""
                    INSERT INTO task (brand, id, public_id, kind, customer, account, staff, title, due_at, expires_at, state,
                      version, created_at, updated_at)
                    VALUES (?, 993, ?, 'CALL', ?, 0, 62, 'x', ?, ?, 'OPEN', 1, ?, ?)""", BRAND, id(993), InsightFacts.CUSTOMER, NOW, NOW, NOW, NOW);
            sql.update("""
                    INSERT INTO identity (brand, id, public_id, type, id_scope, id_value, customer, source, created_at)
                    VALUES (?, 996, ?, 'PHONE', '', '+8613800000000', 100, 'IMPORT', ?)""", BRAND, id(996), NOW);
            for (long other : List.of(100L)) {
                sql.update("""
                        INSERT INTO identity_conflict (brand, id, public_id, low, high, reason, source, noted_at)
                        SELECT i.brand, ?, ?, LEAST(i.id, k.id), GREATEST(i.id, k.id), 'TOO_MANY', 'IMPORT', ?
                        FROM identity i JOIN identity k ON k.brand = i.brand AND k.customer = ?
                        WHERE i.brand = ? AND i.customer = ? ORDER BY i.id, k.id FETCH FIRST 1 ROWS ONLY""", 994 + other, id(994 + other), NOW, other, BRAND, InsightFacts.CUSTOMER);
            }
        }

        private static PublicId id(long number) {
            return PublicId.of(NOW, number, 77);
        }

        private List<Long> found(@Nullable String text, Sight sight) {
            return views
                    .search(BRAND, sight, filter(text), asOf(), new PageRequest("createdAt", false, null, 50))
                    .stream()
                    .map(one -> one.customer().customer().id().value())
                    .toList();
        }

        @Test
        void showsEverythingOfOneCustomer() {
            var detail = views.detail(
                            BRAND,
                            new Sight.Everything(),
                            CustomersContract.aCustomer(7).publicId())
                    .orElseThrow();

            assertThat(detail.summary().orders()).isEqualTo(1);
            assertThat(detail.summary().ordersAmountMinor()).isEqualTo(2500);
            assertThat(detail.identities())
                    .singleElement()
                    .satisfies(one -> assertThat(one.key()).isEqualTo(InsightFacts.CONTACT));
            assertThat(detail.relationships()).singleElement().satisfies(one -> {
                assertThat(one.accountAddress()).isEqualTo("zhang");
                assertThat(one.staffName()).isEqualTo("Zhang");
                assertThat(one.channelKind()).isEqualTo("WECOM");
                assertThat(one.contactWay()).isNull();
            });
            assertThat(detail.optOuts())
                    .singleElement()
                    .satisfies(one -> assertThat(one.touchpoint()).isEqualTo("MOMENTS"));
        }

        @Test
        void tellsWhatHappenedNewestFirstPageByPage() {
            var all = views.timeline(BRAND, new Sight.Everything(), InsightFacts.CUSTOMER, null, 100);
            assertThat(new HashSet<>(all.stream().map(TimelineEntry::kind).toList()))
                    .containsExactlyInAnyOrder(
                            TimelineEntry.Kind.RELATIONSHIP_BEGAN,
                            TimelineEntry.Kind.ORDER,
                            TimelineEntry.Kind.SEND,
                            TimelineEntry.Kind.STAGE,
                            TimelineEntry.Kind.OPTED_OUT);
            assertThat(all).extracting(TimelineEntry::at).isSortedAccordingTo((a, b) -> b.compareTo(a));

            var paged = new ArrayList<TimelineEntry>();
            CustomerViews.Mark mark = null;
            while (true) {
                var page = views.timeline(BRAND, new Sight.Everything(), InsightFacts.CUSTOMER, mark, 1);
                if (page.isEmpty()) {
                    break;
                }
                paged.addAll(page);
                var last = page.getLast();
                mark = new CustomerViews.Mark(last.at(), last.kind(), last.number());
            }
            assertThat(paged).isEqualTo(all);
        }
    }
}
