package cn.siyu.adapter.persistence.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.adapter.persistence.GivenRows;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.InsightFacts;
import cn.siyu.application.insight.port.Attributions;
import cn.siyu.application.insight.port.Attributions.Share;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.application.insight.port.Reports;
import cn.siyu.application.insight.port.Retentions;
import cn.siyu.application.insight.port.Retentions.By;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.AttributionMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlReportsTest {
    private static final BrandId BRAND = InsightFacts.BRAND;
    private static final Instant DAY_0 = InsightFacts.DAY_0;
    private static final Instant DAY_90 = DAY_0.plus(Duration.ofDays(90));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Sight ELSEWHERE = new Sight.InDepartments(Set.of(new DepartmentId(2)));

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
        private final Reports reports;
        private final Retentions retentions;
        private final Attributions attributions;
        private final Orders orders;
        private final Sql sql;

        OnDatabase(TestDatabase database) {
            var facts = new SqlInsightUseCasesTest.OnDatabase(database) {};
            var ports = facts.world();
            var context = database.shared();
            var given = new GivenRows(context.getBean(Sql.class), DAY_0);
            given.sop();
            given.enrolled(300, InsightFacts.CUSTOMER.value(), DAY_0, DAY_0.plusSeconds(99));
            given.enrolled(301, 8, DAY_0, null);
            given.batch(400, DAY_0);
            given.sent(100, 400, InsightFacts.CUSTOMER.value(), 20, DAY_0, "ANSWERED");
            given.sent(101, 400, InsightFacts.CUSTOMER.value(), 20, DAY_0.plusSeconds(60), "IGNORED");
            given.refused(102, InsightFacts.CUSTOMER.value(), "QUIET_HOURS");
            facts.ordered(ports, "a", 1);
            this.reports = context.getBean(Reports.class);
            this.retentions = context.getBean(Retentions.class);
            this.attributions = context.getBean(Attributions.class);
            this.orders = context.getBean(Orders.class);
            this.sql = context.getBean(Sql.class);
        }

        @Test
        void countsCustomersByStageAndSource() {
            assertThat(reports.funnel(BRAND, new Sight.Everything(), DAY_0, DAY_90))
                    .containsExactly(new Reports.FunnelRow(null, null, Stage.BRAND_USER, 1, 0, 0));
            assertThat(reports.funnel(BRAND, new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1)), DAY_0, DAY_90))
                    .hasSize(1);
            assertThat(reports.funnel(BRAND, ELSEWHERE, DAY_0, DAY_90)).isEmpty();
            assertThat(reports.funnel(BRAND, new Sight.Everything(), DAY_0.minusSeconds(9), DAY_0))
                    .isEmpty();
        }

        @Test
        void countsWhatCustomersDidByTouchpointAndKind() {
            var own = new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1));
            interaction(900, "LIVE", 20L, 5L, DAY_0);
            interaction(901, "LIVE", 20L, 5L, DAY_0.plusSeconds(60));
            interaction(902, "SEARCH", null, null, DAY_0);
            interaction(903, "SEARCH", null, null, DAY_90);

            var all = reports.touchpoints(BRAND, new Sight.Everything(), DAY_0, DAY_90);
            assertThat(all)
                    .contains(
                            new Reports.TouchpointRow("LIVE", "WATCHED", 2, 1),
                            new Reports.TouchpointRow("SEARCH", "WATCHED", 1, 1));
            assertThat(reports.touchpoints(BRAND, own, DAY_0, DAY_90)).isEqualTo(all);
            assertThat(reports.touchpoints(BRAND, ELSEWHERE, DAY_0, DAY_90)).isEmpty();
            assertThat(reports.salesChannels(BRAND, own, DAY_0, DAY_90))
                    .containsExactly(new Reports.SalesChannelRow("MINI_PROGRAM", 1));
            assertThat(reports.salesChannels(BRAND, ELSEWHERE, DAY_0, DAY_90)).isEmpty();
        }

        private void interaction(
                long id, String touchpoint, @Nullable Long relationship, @Nullable Long account, Instant at) {
            sql.update(
                    """
                    INSERT INTO interaction (brand, id, public_id, source, external_id, kind, touchpoint, customer,
                      identity, relationship, account, occurred_at, received_at)
                    VALUES (1, ?, ?, 'live', ?, 'WATCHED', ?, ?, 30, ?, ?, ?, ?)""",
                    id,
                    PublicId.of(at, id, id),
                    Long.toString(id),
                    touchpoint,
                    InsightFacts.CUSTOMER.value(),
                    relationship,
                    account,
                    at,
                    at);
        }

        @Test
        void countsCustomersWhoHaveLeft() {
            sql.update("UPDATE relationship SET ended_at = ?, ended_by = 'CUSTOMER'", DAY_0.plusSeconds(99));
            var own = new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1));

            assertThat(reports.funnel(BRAND, own, DAY_0, DAY_90)).hasSize(1);
            assertThat(reports.sops(BRAND, own, DAY_0, DAY_90)).singleElement().satisfies(row -> {
                assertThat(row.entered()).isEqualTo(1);
                assertThat(row.lost()).isEqualTo(1);
                assertThat(row.sent()).isEqualTo(2);
            });
        }

        @Test
        void addsUpWhatCameOfAProgram() {
            assertThat(reports.sops(BRAND, new Sight.Everything(), DAY_0, DAY_90))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.name()).isEqualTo("Welcome");
                        assertThat(row.entered()).isEqualTo(2);
                        assertThat(row.converted()).isEqualTo(1);
                        assertThat(row.lost()).isZero();
                        assertThat(row.sent()).isEqualTo(2);
                        assertThat(row.refused()).isEqualTo(Map.of("QUIET_HOURS", 1L));
                        assertThat(row.delivered()).isEqualTo(2);
                        assertThat(row.responded()).isEqualTo(1);
                        assertThat(row.lastTouchMinor()).isEqualTo(2500);
                        assertThat(row.equalSharesMinor()).isEqualTo(2500);
                    });
            assertThat(reports.sops(BRAND, new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1)), DAY_0, DAY_90))
                    .singleElement()
                    .satisfies(row -> assertThat(row.entered()).isEqualTo(1));
            assertThat(reports.sops(BRAND, ELSEWHERE, DAY_0, DAY_90)).isEmpty();
        }

        @Test
        void tellsWhatIsPutDownToOneMessage() {
            assertThat(attributions.ofSend(BRAND, new SendId(101)))
                    .extracting(Share::method)
                    .containsExactlyInAnyOrder(AttributionMethod.LAST_TOUCH, AttributionMethod.EQUAL_SHARES);
            assertThat(attributions.ofSend(BRAND, new SendId(100)))
                    .singleElement()
                    .satisfies(share -> assertThat(share.shareMinor()).isEqualTo(1250));
            assertThat(attributions.ofSend(BRAND, new SendId(102))).isEmpty();
            assertThat(attributions.ofSend(new BrandId(99), new SendId(101))).isEmpty();
            long order = attributions.ofSend(BRAND, new SendId(101)).getFirst().order();
            assertThat(orders.findAll(BRAND, List.of(order, order + 1)))
                    .singleElement()
                    .satisfies(found -> assertThat(found.id()).isEqualTo(order));
            assertThat(orders.findAll(BRAND, List.of())).isEmpty();
        }

        @Test
        void followsMonthsOnlyAsLongAsTheyCouldBeFollowed() {
            var rows = reports.cohorts(
                    BRAND, new Sight.Everything(), ZONE, DAY_0, DAY_90, DAY_0.plus(Duration.ofDays(40)));
            assertThat(rows).containsExactly(new Reports.CohortRow(YearMonth.of(2026, 3), 1, 1, Map.of(1, 0L, 7, 0L)));
            assertThat(reports.cohorts(BRAND, ELSEWHERE, ZONE, DAY_0, DAY_90, DAY_90))
                    .isEmpty();
        }

        private List<Retentions.Counted> lives(Sight sight, By by, Instant now, int atMost) {
            return retentions.lives(BRAND, sight, by, ZONE, DAY_0.minus(Duration.ofDays(1)), DAY_90, now, atMost);
        }

        @ParameterizedTest
        @EnumSource(By.class)
        void addsUpHowLongRelationshipsLast(By by) {
            Instant now = DAY_0.plus(Duration.ofDays(40)).plusSeconds(3600);
            var rows = lives(new Sight.Everything(), by, now, 100);
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.days()).isEqualTo(40);
                assertThat(row.lost()).isZero();
                assertThat(row.unseen()).isEqualTo(1);
                assertThat(by == By.MONTH ? row.group().code() : "2026-03").isEqualTo("2026-03");
            });
            assertThat(lives(ELSEWHERE, by, now, 100)).isEmpty();
            sql.update(
                    "UPDATE relationship SET ended_by = 'CUSTOMER', ended_at = ? WHERE brand = 1",
                    DAY_0.plus(Duration.ofDays(9)).plusSeconds(7200));
            assertThat(lives(new Sight.Everything(), by, now, 100))
                    .extracting(Retentions.Counted::days, Retentions.Counted::lost, Retentions.Counted::unseen)
                    .containsExactly(tuple(9, 1L, 0L));
            sql.update("UPDATE relationship SET ended_by = 'TRANSFER' WHERE brand = 1");
            assertThat(lives(new Sight.Everything(), by, now, 100))
                    .as("a colleague has it now")
                    .extracting(Retentions.Counted::days, Retentions.Counted::lost, Retentions.Counted::unseen)
                    .containsExactly(tuple(9, 0L, 1L));
            sql.update("UPDATE relationship SET ended_by = NULL, ended_at = NULL WHERE brand = 1");
            assertThat(lives(new Sight.Everything(), by, DAY_0.plus(Duration.ofDays(4_000)), 100))
                    .extracting(Retentions.Counted::days)
                    .containsExactly(Retentions.LONGEST);
        }

        @Test
        void listsWhatAccountsWereAskedToSend() {
            List<Reports.SendRecord> records = reports.sendRecords(
                    BRAND, new Sight.InDepartments(Set.of(new DepartmentId(1))), DAY_0, DAY_90, null, null, 10);
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.recipients()).isEqualTo(2);
                assertThat(record.delivered()).isEqualTo(2);
                assertThat(record.accountName()).isEqualTo("Zhang");
                assertThat(record.confirmedAt()).isEqualTo(DAY_0);
            });
            var account = records.getFirst().account();
            assertThat(reports.sendRecords(BRAND, new Sight.Everything(), DAY_0, DAY_90, account, null, 10))
                    .isEqualTo(records);
            var other = records.getFirst().id();
            assertThat(reports.sendRecords(BRAND, new Sight.Everything(), DAY_0, DAY_90, other, null, 10))
                    .isEmpty();
            assertThat(reports.sendRecords(BRAND, new Sight.Everything(), DAY_0, DAY_90, null, 400L, 10))
                    .isEmpty();
            assertThat(reports.sendRecords(BRAND, ELSEWHERE, DAY_0, DAY_90, null, null, 10))
                    .isEmpty();
        }
    }
}
