package cn.siyu.adapter.persistence.contact;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.INTENT;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.SENDER;
import static cn.siyu.application.contact.port.ContactFixtures.batch;
import static cn.siyu.application.contact.port.ContactFixtures.deferred;
import static cn.siyu.application.contact.port.ContactFixtures.planned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.contact.CancelSends;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.HandOver;
import cn.siyu.application.contact.HoldBack;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.ReplanDeferred;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.SendPlanner;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An enrolment ends while its deferred send is decided again: both in transactions of their own,
/// at the same time.
class CancelRaceTest {
    private static final int CUSTOMERS = 120;

    private static final String PLACES_TAKEN = "recipient_quota WHERE in_month > 0";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /// Contact on a database, with customers 1 to 120 whose sends of the same number are deferred
    /// and due.
    private static final class World {
        final Sends sends;
        final SendBatches batches;
        final UnitOfWork work;
        final ReplanDeferred replan;
        final CancelSends cancel;
        private final Sql sql;

        /// Run inside the transaction that decides again, when it has taken what is due.
        volatile Runnable whenTaken = () -> {};

        World(TestDatabase database) {
            var context = database.emptied();
            sql = context.getBean(Sql.class);
            sends = context.getBean(Sends.class);
            work = context.getBean(UnitOfWork.class);
            new ContactRows(sql).account();
            var reachability = new InMemoryReachability();
            LongStream.rangeClosed(1, CUSTOMERS).forEach(number -> reachability.put(BRAND, reach(number)));
            var channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> NOW));
            var rules = new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of(channel)));
            var ledgers = new Ledgers(
                    context.getBean(ContactLedgers.class),
                    context.getBean(RecipientQuotas.class),
                    context.getBean(Persons.class));
            batches = context.getBean(SendBatches.class);
            var planner = new SendPlanner(
                    reachability,
                    ledgers,
                    rules,
                    new OneMaterial(),
                    batches,
                    new SendPlanner.ByHand(
                            context.getBean(ChannelAccounts.class),
                            new AccountPaces(
                                    context.getBean(AccountStandings.class),
                                    new PoliciesInForce(new TestEditions(), context.getBean(PolicyOverrides.class))),
                            HandOver.NOBODY),
                    context.getBean(IdSource.class));
            replan = new ReplanDeferred(
                    planner,
                    sends,
                    new HoldBack((_, _) -> {
                        whenTaken.run();
                        return Set.of();
                    }),
                    work);
            cancel = new CancelSends(sends, batches, ledgers, rules);
        }

        void defer(long from, long to) {
            work.run(() -> sends.add(
                    BRAND,
                    LongStream.rangeClosed(from, to)
                            .mapToObj(number -> deferred(number, NOW))
                            .toList()));
        }

        int cancel(long... customers) {
            var ended = LongStream.of(customers)
                    .mapToObj(number -> new CancelSends.Ended(300 + number, new CustomerId(number)))
                    .toList();
            return work.inTransaction(() -> cancel.ofEnrolments(BRAND, ended, "GOAL", NOW));
        }

        long count(String what) {
            return sql.first("SELECT count(*) AS n FROM " + what, row -> row.number("n"))
                    .orElseThrow();
        }

        private static Reach reach(long number) {
            var link = new Reach.Link(
                    new RelationshipId(100 + number),
                    ACCOUNT,
                    new IdentityId(200 + number),
                    new CustomerId(number),
                    "wm" + number,
                    SENDER,
                    true,
                    true,
                    null,
                    50.0,
                    .9,
                    new Reach.Names(LocalDate.of(2026, 3, 1), 0, "小王", "一店", "Demo"));
            return new Reach(
                    new CustomerId(number),
                    "客户" + number,
                    false,
                    ConsentState.NOT_RECORDED,
                    Set.of(),
                    ZoneId.of("Asia/Shanghai"),
                    link);
        }
    }

    private record OneMaterial() implements Composer {
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

    private <T> Future<T> start(Callable<T> action) {
        return threads.submit(action);
    }

    private static <T> T result(Future<T> running) throws InterruptedException, ExecutionException, TimeoutException {
        return running.get(30, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the other side never came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhatIsBeingPlannedAtThatMoment(TestDatabase database) throws Exception {
        var world = new World(database);
        world.defer(1, 1);
        var taken = new CountDownLatch(1);
        var cancelling = new CountDownLatch(1);
        world.whenTaken = () -> {
            taken.countDown();
            await(cancelling);
        };

        Future<Integer> replanned = start(() -> world.replan.runDue(BRAND, NOW, 10));
        await(taken);
        Future<Integer> cancelled = start(() -> world.cancel(1));
        waitsForALock(cancelled);
        cancelling.countDown();

        assertThat(result(replanned)).isEqualTo(1);
        assertThat(result(cancelled)).isEqualTo(1);
        assertThat(world.count("send WHERE decision = 'CANCELLED' AND batch IS NULL AND reserved_at IS NULL"))
                .isEqualTo(1);
        assertThat(world.count("send_deferral")).isZero();
        assertThat(world.count(PLACES_TAKEN)).isZero();
    }

    /// There is no event for "waits for a lock": a while without an end has to do.
    private static void waitsForALock(Future<?> running) throws Exception {
        try {
            running.get(300, TimeUnit.MILLISECONDS);
            throw new AssertionError("it didn't wait");
        } catch (TimeoutException _) {
            // it waits
        }
    }

    @ParameterizedTest
    @EnumSource
    void plansNothingThatIsBeingTakenBackAtThatMoment(TestDatabase database) throws Exception {
        var world = new World(database);
        world.defer(1, 2);
        var replanning = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);

        Future<Integer> cancelling = start(() -> world.work.inTransaction(() -> {
            int count = world.cancel(1);
            cancelled.countDown();
            await(replanning);
            return count;
        }));
        await(cancelled);
        Future<Integer> replanned = start(() -> world.replan.runDue(BRAND, NOW, 10));
        waitsForALock(replanned);
        replanning.countDown();

        assertThat(result(cancelling)).isEqualTo(1);
        assertThat(result(replanned)).isEqualTo(1);
        assertThat(world.count("send WHERE id = 1 AND decision = 'CANCELLED'")).isEqualTo(1);
        assertThat(world.count("send WHERE id = 2 AND decision = 'PLANNED'")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void takesBackWhatIsBeingPutOffAtTheDoorAtThatMoment(TestDatabase database) throws Exception {
        var world = new World(database);
        world.work.run(() -> {
            world.batches.add(BRAND, List.of(batch(20)));
            world.sends.add(BRAND, List.of(planned(1, 20)));
        });
        var claimed = new CountDownLatch(1);
        var cancelling = new CountDownLatch(1);

        Future<Boolean> claiming = start(() -> world.work.inTransaction(() -> {
            world.batches.claim(BRAND, world.batches.due(BRAND, NOW, 1), INTENT);
            claimed.countDown();
            await(cancelling);
            world.sends.decideAgain(BRAND, List.of(deferred(1, NOW.plusSeconds(60))));
            world.batches.end(BRAND, List.of(batch(20).id()), BatchState.CANCELLED, "NOBODY_LEFT", NOW);
            return true;
        }));
        await(claimed);
        Future<Integer> cancelled = start(() -> world.cancel(1));
        waitsForALock(cancelled);
        cancelling.countDown();

        assertThat(result(claiming)).isTrue();
        assertThat(result(cancelled)).isEqualTo(1);
        assertThat(world.count("send WHERE decision = 'CANCELLED'")).isEqualTo(1);
        assertThat(world.count("send_deferral")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void takesEverySendBackOnceWhateverTheInterleaving(TestDatabase database) throws Exception {
        var world = new World(database);
        var order = new java.util.ArrayList<>(
                LongStream.rangeClosed(1, CUSTOMERS).boxed().toList());
        java.util.Collections.shuffle(order, new Random(7));
        world.defer(1, CUSTOMERS);

        Future<Integer> replanning = start(() -> {
            int all = 0;
            for (int worked = -1; worked != 0; all += worked) {
                worked = world.replan.runDue(BRAND, NOW, 3);
            }
            return all;
        });
        Future<Integer> cancelling = start(() -> {
            int all = 0;
            for (int i = 0; i < CUSTOMERS; i += 2) {
                all += world.cancel(order.get(i), order.get(i + 1));
            }
            return all;
        });

        assertThat(result(replanning)).isBetween(0, CUSTOMERS);
        assertThat(result(cancelling)).isEqualTo(CUSTOMERS);
        assertThat(world.count("send WHERE decision = 'CANCELLED'")).isEqualTo(CUSTOMERS);
        assertThat(world.count("send WHERE batch IS NOT NULL OR reserved_at IS NOT NULL"))
                .isZero();
        assertThat(world.count("send_deferral")).isZero();
        assertThat(world.count(PLACES_TAKEN)).isZero();
    }
}
