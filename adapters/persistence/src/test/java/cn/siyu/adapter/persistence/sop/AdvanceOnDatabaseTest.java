package cn.siyu.adapter.persistence.sop;

import static cn.siyu.application.sop.port.SopFixtures.aSend;
import static cn.siyu.application.sop.port.SopFixtures.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.HandOver;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.SendPlanner;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.sop.AdvanceEnrolments;
import cn.siyu.application.sop.Definitions;
import cn.siyu.application.sop.EnrolAudiences;
import cn.siyu.application.sop.Enroller;
import cn.siyu.application.sop.StepOrders;
import cn.siyu.application.sop.StepSends;
import cn.siyu.application.sop.StepTags;
import cn.siyu.application.sop.StoreSteps;
import cn.siyu.application.sop.Zones;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.application.task.MakeTasks;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The engine over both databases: a whole audience through a tag and a send. With
/// `-Dsiyu.customers=100000` it tells how many enrolments a second it takes through the send.
class AdvanceOnDatabaseTest {
    private static final BrandId BRAND = new BrandId(1);
    private static final Instant MORNING = Instant.parse("2026-03-10T02:00:00Z");
    private static final int CUSTOMERS = Integer.getInteger("siyu.customers", 1_500);
    private static final int ACCOUNTS = 12;

    private static final class World {
        private final ApplicationContext context;
        private final BrandClock clock;
        private final Definitions definitions;
        private final StepOrders orders;
        private final StepSends sends;

        World(TestDatabase database) {
            context = database.emptied();
            bean(Brands.class).add(BrandsContract.aBrand(BRAND.value(), "demo", MORNING));
            clock = new BrandClock(bean(Brands.class), InstantSource.system());
            definitions = new Definitions(bean(SopVersions.class));
            orders = new StepOrders(
                    bean(Reachability.class),
                    bean(ChannelAccounts.class),
                    new CheckPersona(bean(Personas.class)),
                    new MakeTasks(bean(Tasks.class), policies(), bean(IdSource.class)));
            sends = new StepSends(
                    bean(Audiences.class), bean(Waves.class), plan(), bean(Brands.class), bean(IdSource.class));
        }

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        private PoliciesInForce policies() {
            return new PoliciesInForce(new TestEditions(), bean(PolicyOverrides.class));
        }

        private SendPlanner.ByHand byHand() {
            return new SendPlanner.ByHand(
                    bean(ChannelAccounts.class),
                    new AccountPaces(bean(AccountStandings.class), policies()),
                    HandOver.NOBODY);
        }

        private PlanSends plan() {
            var channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> clock.now(BRAND)));
            var rules = new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of(channel)));
            var ledgers = new Ledgers(bean(ContactLedgers.class), bean(RecipientQuotas.class), bean(Persons.class));
            var planner = new SendPlanner(
                    bean(Reachability.class),
                    ledgers,
                    rules,
                    new OneMaterial(),
                    bean(SendBatches.class),
                    byHand(),
                    bean(IdSource.class));
            return new PlanSends(planner, bean(Sends.class), clock, bean(IdSource.class));
        }

        AdvanceEnrolments engine(UnitOfWork work) {
            return new AdvanceEnrolments(
                    bean(Enrolments.class),
                    bean(Sops.class),
                    definitions,
                    new StoreSteps(bean(StoreVariants.class), bean(Departments.class)),
                    sends,
                    new StepTags(
                            bean(Reachability.class),
                            bean(Tags.class),
                            bean(ChannelCommands.class),
                            bean(IdSource.class)),
                    orders,
                    new Zones(bean(Customers.class), bean(Brands.class)),
                    (_, _, _) -> {},
                    work);
        }

        EnrolAudiences looks() {
            return new EnrolAudiences(
                    bean(Sops.class),
                    definitions,
                    bean(Audiences.class),
                    new Enroller(bean(Enrolments.class), bean(IdSource.class)),
                    bean(Brands.class),
                    bean(UnitOfWork.class),
                    clock);
        }

        long count(String query) {
            return bean(Sql.class).first(query, row -> row.number("n")).orElseThrow();
        }

        void sop(SopDefinition definition) {
            var id = PublicId.of(MORNING, 5, 5);
            var version =
                    new SopVersion(new SopVersionId(6), id, new SopId(5), 1, definition, MORNING, 1, MORNING, MORNING);
            bean(SopVersions.class).add(BRAND, version);
            bean(Sops.class)
                    .add(BRAND, Sop.begun(new SopId(5), id, "上新", MORNING).activated(version.id(), true, MORNING));
        }

        void people() {
            List<@Nullable Object[]> accounts = new ArrayList<>();
            for (long n = 1; n <= ACCOUNTS; n++) {
                accounts.add(
                        new @Nullable Object[] {BRAND, n, PublicId.of(MORNING, n, n), "staff" + n, MORNING, MORNING});
            }
            List<@Nullable Object[]> customers = new ArrayList<>();
            List<@Nullable Object[]> states = new ArrayList<>();
            List<@Nullable Object[]> identities = new ArrayList<>();
            List<@Nullable Object[]> relationships = new ArrayList<>();
            for (long n = 1; n <= CUSTOMERS; n++) {
                var id = PublicId.of(MORNING, n, n);
                customers.add(new @Nullable Object[] {BRAND, n, id, n, n, "客户" + n, MORNING, MORNING});
                states.add(new @Nullable Object[] {BRAND, n, MORNING, MORNING});
                identities.add(new @Nullable Object[] {BRAND, n, id, "wm" + n, n, MORNING});
                relationships.add(
                        new @Nullable Object[] {BRAND, n, id, n, 1 + n % ACCOUNTS, n, MORNING, MORNING, MORNING, MORNING
                        });
            }
            var sql = bean(Sql.class);
            bean(UnitOfWork.class).run(() -> {
                sql.batch("""
                        INSERT INTO channel_account (brand, id, public_id, channel, connection, address, name, staff,
                          department, total_cap, daily_cap, works_from, works_until, work_days, state, health, version,
                          created_at, updated_at)
                        VALUES (?, ?, ?, 'in-memory', 'main', ?, 'x', 7, 8, 100000, 100000, '00:00', '00:00', '',
                          'ACTIVE', 'HEALTHY', 1, ?, ?)""", accounts);
                sql.batch("""
                        INSERT INTO customer (brand, id, public_id, person, component, nickname, gender, blacklisted, version, created_at,
                          updated_at) VALUES (?, ?, ?, ?, ?, ?, 'UNKNOWN', false, 1, ?, ?)""", customers);
                sql.batch("""
                        INSERT INTO customer_state (brand, customer, stage, stage_since, dormant, lost, orders_count,
                          orders_amount, trust_brand, confidence, trust_as_of, trust_edition)
                        VALUES (?, ?, 'AWARENESS', ?, false, false, 0, 0, 50, 0, ?, 'x')""", states);
                sql.batch("""
                        INSERT INTO identity (brand, id, public_id, type, id_scope, id_value, customer, source, created_at)
                        VALUES (?, ?, ?, 'EXTERNAL_USERID', 'main', ?, ?, 'CHANNEL', ?)""", identities);
                sql.batch("""
                        INSERT INTO relationship (brand, id, public_id, customer, account, identity, add_way, added_at,
                          silenced_times, trust, trust_social, trust_as_of, version, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, 1, ?, 0, 50, 50, ?, 1, ?, ?)""", relationships);
            });
        }
    }

    private static final class OneMaterial implements Composer {
        @Override
        public Map<Long, Composition> open(BrandId brand, Collection<Long> materials) {
            Map<Long, Composition> open = new HashMap<>();
            materials.forEach(number -> open.put(number, new Hello()));
            return open;
        }
    }

    private record Hello() implements Composer.Composition {
        @Override
        public boolean needsOrders() {
            return false;
        }

        @Override
        public Composer.Written write(Reach reach, @Nullable LastOrder lastOrder) {
            return new Composer.Written.Message(OutboundMessage.text("新品上市"));
        }
    }

    /// Does everything and dies before the commit.
    private record DiesBeforeCommit(UnitOfWork real) implements UnitOfWork {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return real.inTransaction(() -> {
                T done = work.get();
                throw new IllegalStateException("killed after " + done);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAWholeAudienceThroughItsStepsOnce(TestDatabase database) {
        var world = new World(database);
        world.people();
        Step tag = new Step.Tag(Set.of(new TagId(9)), Set.of());
        world.sop(definition(new Trigger.AudienceMet(null, null), "customer.nickname starts with '客户'", tag, aSend(1)));

        double enrolled = timed(() -> {
            while (world.looks().runDue(BRAND, MORNING, 2_000) > 0) {
                // one more chunk
            }
        });
        assertThat(world.count("SELECT COUNT(*) AS n FROM enrolment")).isEqualTo(CUSTOMERS);
        double tagged = chunks(world);
        double sent = chunks(world);
        if (CUSTOMERS > 10_000) {
            System.out.printf(
                    "%s: enrolled %.0f/s, tagged %.0f/s, through a send %.0f/s%n", database, enrolled, tagged, sent);
        }

        assertThat(world.engine(world.bean(UnitOfWork.class)).runDue(BRAND, MORNING, 5_000))
                .isZero();
        assertThat(world.count("SELECT COUNT(DISTINCT customer) AS n FROM send WHERE decision = 'PLANNED'"))
                .isEqualTo(CUSTOMERS);
        assertThat(world.count("SELECT COUNT(*) AS n FROM send")).isEqualTo(CUSTOMERS);
        assertThat(world.count("SELECT COUNT(*) AS n FROM customer_tag")).isEqualTo(CUSTOMERS);
        assertThat(world.count("SELECT COUNT(*) AS n FROM channel_command")).isEqualTo(CUSTOMERS);
        assertThat(world.count("SELECT COUNT(*) AS n FROM enrolment WHERE state = 'COMPLETED'"))
                .isEqualTo(CUSTOMERS);
        var wave = world.bean(Waves.class).page(BRAND, null, Long.MAX_VALUE, 10).getFirst();
        assertThat(wave.counts()).isEqualTo(new Waves.Counts(CUSTOMERS, 0, CUSTOMERS, 0, 0, 0, 0, 0));
        assertThat(wave.recipients()).isEqualTo(Map.of("PLANNED", CUSTOMERS));
    }

    /// Takes every enrolment one step further; each chunk dies once before its commit.
    private static double chunks(World world) {
        var real = world.bean(UnitOfWork.class);
        var dying = world.engine(new DiesBeforeCommit(real));
        var engine = world.engine(real);
        if (CUSTOMERS <= 10_000) {
            assertThatThrownBy(() -> dying.runDue(BRAND, MORNING, 5_000)).hasMessageStartingWith("killed");
        }
        return timed(() -> {
            int moved = 0;
            while (moved < CUSTOMERS) {
                moved += engine.runDue(BRAND, MORNING, Math.min(5_000, CUSTOMERS - moved));
            }
        });
    }

    private static double timed(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return CUSTOMERS / ((System.nanoTime() - before) / 1e9);
    }
}
