package cn.siyu.adapter.persistence.graduation;

import static cn.siyu.application.graduation.port.GraduationFixtures.BRAND;
import static cn.siyu.application.graduation.port.GraduationFixtures.NOW;
import static cn.siyu.application.graduation.port.GraduationFixtures.candidate;
import static cn.siyu.application.graduation.port.GraduationFixtures.program;
import static cn.siyu.application.graduation.port.GraduationFixtures.publicId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Candidates.Outcome;
import cn.siyu.application.graduation.port.CandidatesContract;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.application.graduation.port.Fits.Ranked;
import cn.siyu.application.graduation.port.ProgramResults;
import cn.siyu.application.graduation.port.ProgramResultsContract;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.application.graduation.port.ProgramsContract;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.ExpressionLanguage;
import cn.siyu.domain.audience.Reading;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.FitFacts;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ValueScale;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlGraduationTest {
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

    abstract static class OnDatabase implements ProgramsContract, CandidatesContract, ProgramResultsContract {
        private static final Instant YEAR_AGO = NOW.minus(Duration.ofDays(365));
        private static final Fits.Moment MOMENT = new Fits.Moment(
                YEAR_AGO, NOW.minus(Duration.ofDays(60)), NOW.minus(Duration.ofDays(90)), "PERSONAL_WECHAT");

        private final ApplicationContext context;
        private final Sql sql;
        private final Fits fits;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            sql = context.getBean(Sql.class);
            fits = context.getBean(Fits.class);
            account(5, "WECOM");
            account(6, "PERSONAL_WECHAT");
            for (long each = 11; each <= 13; each++) {
                customer(each, each, 60.0);
            }
        }

        @Override
        public Programs programs() {
            return context.getBean(Programs.class);
        }

        @Override
        public Candidates candidates() {
            return context.getBean(Candidates.class);
        }

        @Override
        public ProgramResults results() {
            return context.getBean(ProgramResults.class);
        }

        @Override
        public UnitOfWork work() {
            return context.getBean(UnitOfWork.class);
        }

        private void account(long id, String channel) {
            sql.update("""
                    INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff,
                      department, total_cap, daily_cap, works_from, works_until, work_days, state, health, version,
                      created_at, updated_at)
                    VALUES (1, ?, ?, ?, 'main', ?, 'A', 1, 1, 100, 10, '00:00:00', '23:59:00', 'MONDAY', 'ACTIVE',
                      'HEALTHY', 1, ?, ?)""", id, publicId(id), channel, "a" + id, NOW, NOW);
        }

        private void customer(long id, long person, @Nullable Double social) {
            sql.update("""
                    INSERT INTO customer (brand, id, public_id, person, component, gender, blacklisted, version,
                      created_at, updated_at)
                    VALUES (1, ?, ?, ?, ?, 'UNKNOWN', FALSE, 1, ?, ?)""", id, publicId(id), person, person, NOW, NOW);
            sql.update("""
                    INSERT INTO customer_state (brand, customer, stage, stage_since, dormant, lost, orders_count,
                      orders_amount, trust, trust_brand, trust_social, confidence, trust_as_of, trust_edition)
                    VALUES (1, ?, 'REPURCHASE', ?, FALSE, FALSE, 0, 0, ?, 50, ?, 0.9, ?, 'trust-test')""", id, NOW, social, social, NOW);
        }

        private void order(long id, long customer, long amount, Duration ago) {
            sql.update("""
                    INSERT INTO customer_order (brand, id, public_id, source, external_id, customer, identity,
                      sales_channel, paid_at, amount_minor, currency, refunded_minor, received_at)
                    VALUES (1, ?, ?, 'shop', ?, ?, 1, 'SHOP', ?, ?, 'CNY', 0, ?)""", id, publicId(id), "o" + id, customer, NOW.minus(ago), amount, NOW);
        }

        private void interaction(long id, long customer, String kind, Duration ago) {
            sql.update("""
                    INSERT INTO interaction (brand, id, public_id, source, external_id, kind, touchpoint, customer,
                      identity, occurred_at, received_at)
                    VALUES (1, ?, ?, 'feed', ?, ?, 'PRIVATE_CHAT', ?, 1, ?, ?)""", id, publicId(id), "i" + id, kind, customer, NOW.minus(ago), NOW);
        }

        private void relationship(long id, long customer, long account, @Nullable String endedBy, Duration ago) {
            sql.update(
                    """
                    INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                      ended_by, ended_at, silenced_times, trust, trust_social, trust_as_of, version, created_at,
                      updated_at)
                    VALUES (1, ?, ?, ?, ?, ?, 1, ?, ?, ?, 0, 50, 50, ?, 1, ?, ?)""",
                    id,
                    publicId(id),
                    customer,
                    account,
                    id,
                    YEAR_AGO,
                    endedBy,
                    endedBy == null ? null : NOW.minus(ago),
                    NOW,
                    NOW,
                    NOW);
        }

        private void social(long id, long customer, long account, double social) {
            relationship(id, customer, account, null, Duration.ZERO);
            sql.update("UPDATE relationship SET trust_social = ? WHERE brand = 1 AND id = ?", social, id);
        }

        private void consent(long id, long customer, boolean granted) {
            sql.update("""
                    INSERT INTO consent_record (brand, id, public_id, customer, purpose, granted, occurred_at)
                    VALUES (1, ?, ?, ?, 'MARKETING', ?, ?)""", id, publicId(id), customer, granted, NOW.minusSeconds(100 - id));
        }

        private Fits.Search search(Program.Kind kind, @Nullable String audience, @Nullable Long program) {
            return new Fits.Search(
                    kind,
                    MOMENT,
                    100,
                    new Fits.Close(50, 2, .3),
                    new Fits.Lost(NOW.minus(Duration.ofDays(180)), 1),
                    audience == null
                            ? null
                            : ((Reading.Understood) new ExpressionLanguage(CustomerField.catalogue()).ofText(audience))
                                    .expression(),
                    new AsOf(NOW, ZoneOffset.UTC),
                    program == null ? null : new ProgramId(program),
                    new Sight.Everything());
        }

        private List<Long> graduates(@Nullable String audience, @Nullable Long program) {
            return fits.ranked(BRAND, search(Program.Kind.GRADUATION, audience, program), 10).stream()
                    .map(each -> each.customer().value())
                    .toList();
        }

        @Test
        void measuresPercentilesOfPeopleWhoBought() {
            for (long each = 1; each <= 10; each++) {
                customer(100 + each, 100 + each, 50.0);
                order(each, 100 + each, each * 100, Duration.ofDays(1));
            }
            customer(120, 101, null);
            order(20, 120, 5000, Duration.ofDays(2));
            order(21, 11, 9999, Duration.ofDays(366));

            var found = fits.percentiles(BRAND, YEAR_AGO, List.of(.5, .6, .9));
            assertThat(found.buyers()).isEqualTo(10);
            assertThat(found.amounts()).containsExactly(600L, 700L, 1000L);
            assertThat(fits.percentiles(BRAND, NOW, List.of(.9))).isEqualTo(new Fits.Percentiles(0, List.of(0L)));
        }

        @Test
        void keepsOneScale() {
            assertThat(fits.scale(BRAND)).isEmpty();
            fits.keep(BRAND, new ValueScale(NOW, YEAR_AGO, 3, 1, 2, 3, "g-1"));
            var scale = new ValueScale(NOW.plusSeconds(1), YEAR_AGO, 10, 500, 600, 900, "g-1");
            fits.keep(BRAND, scale);
            assertThat(fits.scale(BRAND)).contains(scale);
        }

        @Test
        void readsWhatIsKnownOfAPersonUnderAllItsBirthCustomers() {
            customer(21, 11, null);
            order(1, 11, 300, Duration.ofDays(3));
            order(2, 21, 400, Duration.ofDays(3));
            interaction(3, 21, "REPLY", Duration.ofDays(5));
            interaction(4, 11, "REPLY", Duration.ofDays(61));
            interaction(5, 11, "COMPLAINT", Duration.ofDays(80));
            relationship(31, 11, 5, null, Duration.ZERO);
            relationship(32, 21, 6, "CUSTOMER", Duration.ofDays(9));

            assertThat(fits.of(BRAND, List.of(new CustomerId(11)), MOMENT))
                    .containsOnly(java.util.Map.entry(
                            new CustomerId(11), new FitFacts(700, 60.0, .9, 1, 1, false, false, false, null, 1)));
            consent(41, 21, true);
            consent(42, 21, false);
            sql.update("UPDATE customer SET blacklisted = TRUE WHERE brand = 1 AND id = 21");
            relationship(33, 11, 6, null, Duration.ZERO);
            assertThat(fits.of(BRAND, List.of(new CustomerId(11)), MOMENT).get(new CustomerId(11)))
                    .isEqualTo(new FitFacts(700, 60.0, .9, 1, 1, true, true, true, null, 1));
        }

        @Test
        void ranksThoseWhoFitAndNobodyElse() {
            order(1, 11, 200, Duration.ofDays(3));
            order(2, 12, 300, Duration.ofDays(3));
            order(3, 13, 99, Duration.ofDays(3));
            assertThat(graduates(null, null)).containsExactly(12L, 11L);
            assertThat(graduates("trust.social > 60", null)).isEmpty();
            sql.update("UPDATE customer_state SET trust_social = 40 WHERE brand = 1 AND customer = 12");
            assertThat(graduates(null, null)).containsExactly(11L);
            interaction(4, 12, "REPLY", Duration.ofDays(1));
            interaction(5, 12, "REPLY", Duration.ofDays(2));
            assertThat(graduates(null, null))
                    .as("300 × 40 beats nothing of 200 × 60")
                    .containsExactly(11L, 12L);
            interaction(6, 11, "COMPLAINT", Duration.ofDays(1));
            assertThat(graduates(null, null)).containsExactly(12L);
            relationship(31, 12, 6, null, Duration.ZERO);
            assertThat(graduates(null, null)).as("is there already").isEmpty();
        }

        @Test
        void ranksNobodyWhoIsOnTheWayOrHeldOut() {
            order(1, 11, 200, Duration.ofDays(3));
            order(2, 12, 300, Duration.ofDays(3));
            programs().add(BRAND, program(2, Program.Kind.GRADUATION));
            programs().add(BRAND, program(3, Program.Kind.GRADUATION));
            candidates().add(BRAND, List.of(candidate(1, 2, 11, Arm.TREATED), candidate(2, 2, 12, Arm.CONTROL)));
            assertThat(graduates(null, 2L)).isEmpty();
            assertThat(graduates(null, 3L)).isEmpty();
            sql.update("UPDATE graduation_program SET state = 'ENDED' WHERE id = 2");
            assertThat(graduates(null, 3L)).as("whose program is over").containsExactly(12L);
            assertThat(graduates(null, 2L)).isEmpty();
        }

        /// Chosen by a second program, somebody would leave the comparison of the first unseen.
        @ParameterizedTest
        @EnumSource(Candidate.State.class)
        void ranksNobodyWhoIsInAProgramThatRunsWhateverCameOfIt(Candidate.State state) {
            order(1, 11, 200, Duration.ofDays(3));
            programs().add(BRAND, program(2, Program.Kind.GRADUATION).become(Program.State.ACTIVE, NOW));
            candidates().add(BRAND, List.of(candidate(1, 2, 11, Arm.TREATED)));
            sql.update("UPDATE graduation_candidate SET state = ? WHERE brand = 1", state);
            assertThat(graduates(null, 3L)).isEmpty();
            sql.update("UPDATE graduation_program SET state = 'PAUSED' WHERE brand = 1");
            assertThat(graduates(null, 3L)).isEmpty();
            sql.update("UPDATE graduation_program SET state = 'ENDED' WHERE brand = 1");
            boolean mayStillCome = state == Candidate.State.CHOSEN || state == Candidate.State.INVITED;
            assertThat(graduates(null, 3L)).hasSize(mayStillCome ? 0 : 1);
        }

        @Test
        void listsCandidatesToWhoeverServesThemIsToServeThemOrServedThemLast() {
            customer(14, 14, 60.0);
            relationship(31, 11, 5, null, Duration.ZERO);
            relationship(32, 12, 5, null, Duration.ZERO);
            relationship(33, 13, 5, "CUSTOMER", Duration.ofDays(1));
            relationship(34, 14, 5, "CUSTOMER", Duration.ofDays(9));
            account(7, "PERSONAL_WECHAT");
            relationship(35, 14, 7, "BAN", Duration.ofDays(1));
            sql.update("UPDATE channel_account SET department = id - 4 WHERE brand = 1");
            candidates()
                    .add(
                            BRAND,
                            List.of(
                                    candidate(1, 2, 11, Arm.TREATED),
                                    candidate(2, 2, 12, Arm.CONTROL),
                                    candidate(3, 2, 13, Arm.CONTROL),
                                    candidate(4, 2, 14, Arm.CONTROL)));
            sql.update("UPDATE graduation_candidate SET account = 6 WHERE brand = 1 AND id = 1");

            assertThat(listed(1)).as("served here, or last served here").containsExactly(1L, 2L, 3L);
            assertThat(listed(2)).as("led to an account here").containsExactly(1L);
            assertThat(listed(3)).as("last served here").containsExactly(4L);
            assertThat(listed(4)).isEmpty();
        }

        private List<Long> listed(long department) {
            return shown(new Sight.InDepartments(Set.of(new DepartmentId(department)))).stream()
                    .map(each -> each.candidate().id().value())
                    .toList();
        }

        private List<Candidates.Listed> shown(Sight sight) {
            return candidates().page(BRAND, new ProgramId(2), null, sight, 0, 10);
        }

        @Test
        void namesAccountsAndRelationshipsOfACandidateOnlyToWhoeverSeesThem() {
            relationship(31, 11, 5, null, Duration.ZERO);
            relationship(32, 11, 6, null, Duration.ZERO);
            sql.update("UPDATE channel_account SET department = id - 4 WHERE brand = 1");
            candidates().add(BRAND, List.of(candidate(1, 2, 11, Arm.TREATED)));
            sql.update(
                    "UPDATE graduation_candidate SET account = 6, relationship = 32, accepted_at = chosen_at, in_time = TRUE"
                            + " WHERE brand = 1 AND id = 1");

            var everything = shown(new Sight.Everything()).getFirst();
            var served =
                    shown(new Sight.InDepartments(Set.of(new DepartmentId(1)))).getFirst();
            var ledTo =
                    shown(new Sight.InDepartments(Set.of(new DepartmentId(2)))).getFirst();

            assertThat(List.of(served.account() == null, served.accepted() == null))
                    .as("the customer is served there, the account isn't theirs")
                    .containsExactly(true, true);
            assertThat(ledTo.account()).isNotNull().isEqualTo(everything.account());
            assertThat(ledTo.accepted()).isNotNull().isEqualTo(everything.accepted());
        }

        @Test
        void ranksTheLostByValueUnlessTheyLeftTwiceOrLongAgo() {
            for (long each = 11; each <= 13; each++) {
                order(each, each, each * 100, Duration.ofDays(30));
                relationship(20 + each, each, 5, "CUSTOMER", Duration.ofDays(10));
            }
            sql.update("UPDATE customer_state SET lost = TRUE, trust = NULL, trust_social = NULL WHERE brand = 1");
            relationship(41, 13, 6, "CUSTOMER", Duration.ofDays(20));
            var search = search(Program.Kind.WIN_BACK, null, null);
            assertThat(fits.ranked(BRAND, search, 10))
                    .extracting(Ranked::customer)
                    .containsExactly(new CustomerId(12), new CustomerId(11));
            sql.update(
                    "UPDATE relationship SET ended_at = ? WHERE brand = 1 AND customer = 12",
                    NOW.minus(Duration.ofDays(181)));
            assertThat(fits.ranked(BRAND, search, 10))
                    .extracting(Ranked::customer)
                    .containsExactly(new CustomerId(11));
        }

        @Test
        void findsAudiencesByWhatCustomersAreWorth() {
            order(1, 11, 2000, Duration.ofDays(3));
            order(2, 12, 700, Duration.ofDays(3));
            assertThat(graduates("value.tier is known", null)).isEmpty();
            fits.keep(BRAND, new ValueScale(NOW, YEAR_AGO, 2, 1, 600, 900, "g-1"));
            assertThat(graduates("value.tier = CORE", null)).containsExactly(11L);
            assertThat(graduates("value.tier = MIDDLE and value.amountMinor = 700", null))
                    .containsExactly(12L);
        }

        @Test
        void tellsWhatBecameOfBothArms() {
            programs().add(BRAND, program(2, Program.Kind.GRADUATION));
            candidates()
                    .add(
                            BRAND,
                            List.of(
                                    candidate(1, 2, 11, Arm.TREATED),
                                    candidate(2, 2, 12, Arm.CONTROL),
                                    candidate(3, 2, 13, Arm.TREATED)));
            order(1, 11, 500, Duration.ofHours(-1));
            order(2, 11, 900, Duration.ofHours(1));
            social(51, 11, 5, 40);
            social(52, 11, 6, 70);
            social(53, 12, 5, 45);
            relationship(54, 12, 6, "CUSTOMER", Duration.ofDays(1));
            relationship(55, 13, 5, "CUSTOMER", Duration.ofDays(1));
            var all = candidates().outcomes(BRAND, new ProgramId(2));
            assertThat(all.people())
                    .containsExactly(
                            new Outcome(Arm.TREATED, 12_345, 62.5, 70, 500, true),
                            new Outcome(Arm.CONTROL, 12_345, 62.5, 45, 0, false),
                            new Outcome(Arm.TREATED, 12_345, 62.5, 0, 0, false));
            sql.update("UPDATE customer SET person = 11 WHERE brand = 1 AND id = 13");
            assertThat(candidates().outcomes(BRAND, new ProgramId(2)).people())
                    .as("two customers of one arm are one person")
                    .containsExactly(
                            new Outcome(Arm.TREATED, 12_345, 62.5, 70, 500, true),
                            new Outcome(Arm.CONTROL, 12_345, 62.5, 45, 0, false));
            sql.update("UPDATE customer SET person = 12 WHERE brand = 1 AND id = 13");
            var merged = candidates().outcomes(BRAND, new ProgramId(2));
            assertThat(merged.people()).hasSize(1);
            assertThat(merged.merged()).isEqualTo(2);
        }
    }
}
