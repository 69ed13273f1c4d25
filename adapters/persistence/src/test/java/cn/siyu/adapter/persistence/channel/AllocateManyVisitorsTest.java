package cn.siyu.adapter.persistence.channel;

import static cn.siyu.application.channel.VisitWorld.BRAND;
import static cn.siyu.application.channel.VisitWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AllocateVisitor.Outcome;
import cn.siyu.application.channel.AllocationRecord;
import cn.siyu.application.channel.AllocationRecord.State;
import cn.siyu.application.channel.VisitWorld;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AllocateManyVisitorsTest {
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
        private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
        private static final int MANY = 16;

        private final ApplicationContext context;
        private final VisitWorld world;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            world = new VisitWorld(
                    context.getBean(Brands.class),
                    context.getBean(Departments.class),
                    context.getBean(ChannelAccounts.class),
                    context.getBean(ContactWays.class),
                    context.getBean(Allocations.class),
                    context.getBean(PolicyOverrides.class),
                    context.getBean(IdSource.class),
                    context.getBean(UnitOfWork.class));
        }

        private List<Outcome> visitTogether(int visitors) throws Exception {
            var together = new CyclicBarrier(visitors);
            try (var executor = Executors.newFixedThreadPool(visitors)) {
                var visits = executor.invokeAll(IntStream.range(0, visitors)
                        .<Callable<Outcome>>mapToObj(visitor -> () -> {
                            together.await();
                            return world.visit("visitor " + visitor);
                        })
                        .toList());
                var outcomes = new ArrayList<Outcome>();
                for (var visit : visits) {
                    outcomes.add(visit.get());
                }
                return outcomes;
            }
        }

        private static Map<String, Long> byAccount(List<Outcome> outcomes) {
            return outcomes.stream()
                    .collect(Collectors.groupingBy(
                            outcome -> outcome instanceof Outcome.Shown shown ? shown.account() : "nobody",
                            Collectors.counting()));
        }

        private ChannelAccounts.Load load(ChannelAccountId id, LocalDate day) {
            return world.accounts()
                    .loads(BRAND, Set.of(id), day)
                    .getOrDefault(id, new ChannelAccounts.Load(-1, -1, -1));
        }

        private void comes(ContactWay way, ChannelAccountId account, long relationship) {
            context.getBean(UnitOfWork.class)
                    .run(() -> context.getBean(Acquisition.class)
                            .began(
                                    BRAND,
                                    new Relationship(
                                            new RelationshipId(relationship),
                                            PublicId.of(NOW, relationship, relationship),
                                            new CustomerId(relationship),
                                            account,
                                            new IdentityId(relationship),
                                            way.state(),
                                            way.id(),
                                            1,
                                            NOW,
                                            null,
                                            null,
                                            null,
                                            1,
                                            NOW,
                                            NOW),
                                    TODAY));
        }

        @Test
        void keepsCapsWhenManyVisitorsComeAtOnce() throws Exception {
            var small = world.account(11, 3, 100);
            var slow = world.account(12, 100, 5);
            world.way(small, slow);

            assertThat(byAccount(visitTogether(MANY))).isEqualTo(Map.of("小店员11", 3L, "小店员12", 5L, "nobody", 8L));

            assertThat(load(small, TODAY).held()).isEqualTo(3);
            assertThat(load(slow, TODAY).held()).isEqualTo(5);
            assertThat(world.visits())
                    .hasSize(MANY)
                    .filteredOn(visit -> visit.state() == State.WAITING)
                    .hasSize(8);
        }

        @Test
        void givesEverybodyAPlaceInTurnWhenThereIsRoom() throws Exception {
            world.way(world.account(11, 100, 50), world.account(12, 100, 50));

            assertThat(byAccount(visitTogether(MANY))).isEqualTo(Map.of("小店员11", 8L, "小店员12", 8L));
        }

        @Test
        void turnsAHeldPlaceIntoARelationshipAndGivesTheOthersBack() {
            var account = world.account(11, 100, 2);
            var way = world.way(account);
            world.visit("anna");
            world.visit("ben");
            assertThat(world.visit("carl")).isInstanceOf(Outcome.Waiting.class);

            comes(way, account, 900);
            assertThat(load(account, TODAY)).isEqualTo(new ChannelAccounts.Load(1, 1, 1));
            assertThat(world.visit("carl")).isInstanceOf(Outcome.Waiting.class);

            assertThat(world.release().runDue(BRAND, NOW.plus(Duration.ofMinutes(10)), 100))
                    .isOne();
            assertThat(load(account, TODAY)).isEqualTo(new ChannelAccounts.Load(1, 1, 0));
            assertThat(world.visit("dora")).isInstanceOf(Outcome.Shown.class);
            assertThat(world.visits())
                    .extracting(AllocationRecord::state)
                    .containsExactly(State.HELD, State.WAITING, State.WAITING, State.EXPIRED, State.TAKEN);
        }

        @Test
        void keepsCapsWhenPlacesAreTakenWhileVisitorsCome() throws Exception {
            var account = world.account(11, 6, 100);
            var way = world.way(account);
            visitTogether(4);
            try (var executor = Executors.newFixedThreadPool(8)) {
                var done = executor.invokeAll(IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(number -> () -> {
                            if (number % 2 == 0) {
                                comes(way, account, 900 + number);
                            } else {
                                world.visit("late " + number);
                            }
                            return true;
                        })
                        .toList());
                for (var each : done) {
                    assertThat(each.get()).isTrue();
                }
            }

            var load = load(account, TODAY);
            assertThat(load.live()).isEqualTo(4);
            assertThat(load.live() + load.held()).isEqualTo(6);
        }

        @Test
        void doesNotShowAnAccountWhoseLastPlaceWentAwayMeanwhile() {
            var account = world.account(11, 1, 1);
            var other = world.account(12, 10, 10);
            world.way(account, other);
            // a visit to another contact way takes the place: it holds another lock
            var elsewhere = world.accounts().find(BRAND, account).orElseThrow();
            assertThat(world.accounts().hold(BRAND, elsewhere, TODAY)).isTrue();

            assertThat(byAccount(List.of(world.visit("anna")))).containsOnlyKeys("小店员12");
            assertThat(load(account, TODAY).held()).isOne();
        }
    }
}
