package cn.siyu.application.customer;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.contact.KillPoints;
import cn.siyu.application.customer.port.InMemoryLifecycles;
import cn.siyu.application.customer.port.InMemoryPurchaseRhythms;
import cn.siyu.application.customer.port.Lifecycles.Standing;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.lifecycle.LifecycleFact;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import cn.siyu.domain.customer.lifecycle.PurchasePrior;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Everybody bought once, 50 days ago, and was never heard of again.
class RereadStagesTest {
    private static final Instant BOUGHT = NOW.minus(Duration.ofDays(50));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final int PEOPLE = 1_201;

    private final CustomerWorld world = new CustomerWorld();
    private final InMemoryLifecycles lifecycles = new InMemoryLifecycles(
            world.store,
            (_, customer) -> LifecycleFacts.of(List.of(new LifecycleFact.OrderPaid(customer.value(), 100, BOUGHT))));
    private final InMemoryPurchaseRhythms rhythms = new InMemoryPurchaseRhythms(world.store);
    private final PriorInForce prior = new PriorInForce(rhythms);
    private UnitOfWork work = world.store;

    /// What the brand has set: .05 today, .9 from tomorrow on, or whatever a test says.
    private double chance = .05;

    private LifecyclePolicy policy(Instant at) {
        double now = at.isBefore(TOMORROW) ? chance : .9;
        return new LifecyclePolicy(
                3,
                30,
                Duration.ofDays(7),
                new LifecyclePolicy.Dormancy(
                        LifecyclePolicy.ClearedBy.PURCHASE,
                        now,
                        new PurchasePrior(2, 60),
                        new LifecyclePolicy.Measured(90, 100),
                        3,
                        Duration.ofDays(30)));
    }

    private ReviseStage revise() {
        return new ReviseStage(
                work, world.brands, world.clock, lifecycles, (_, at) -> policy(at), prior, Persons.ALONE, world.ids);
    }

    private RereadStages reread() {
        return new RereadStages(work, lifecycles, revise(), new RereadStages.Editions() {
            @Override
            public String inForce(BrandId brand, Instant at) {
                return "lifecycle " + policy(at).dormancy().chance() + prior.stamp(brand);
            }

            @Override
            public Optional<Instant> nextAfter(BrandId brand, Instant at) {
                return Optional.of(TOMORROW).filter(at::isBefore);
            }
        });
    }

    private static List<CustomerId> people() {
        return LongStream.rangeClosed(1, PEOPLE).mapToObj(CustomerId::new).toList();
    }

    private void known() {
        world.store.run(() -> revise().revise(BRAND, people(), NOW));
    }

    private long dormant() {
        return lifecycles.standings(BRAND, people()).values().stream()
                .filter(Standing::dormant)
                .count();
    }

    private void runAll() {
        Instant now = world.clock.now(BRAND);
        int rounds = 0;
        while (reread().runDue(BRAND, now, 600) > 0) {
            assertThat(++rounds).isLessThan(20);
        }
    }

    @Test
    void everybodyStandsByAnEditionFromItsFirstMomentOn() {
        known();
        runAll();
        assertThat(dormant()).isZero();
        assertThat(reread().nextDueAt(BRAND)).contains(TOMORROW);

        world.brands.moveClock(BRAND, TOMORROW);
        runAll();

        assertThat(dormant()).as("also those of whom nothing is heard").isEqualTo(PEOPLE);
        assertThat(lifecycles.moves(new CustomerId(7)))
                .as("nobody did anything")
                .hasSize(1);
        assertThat(reread().nextDueAt(BRAND)).isEmpty();
        assertThat(reread().runDue(BRAND, TOMORROW, 600)).isZero();
    }

    @Test
    void whoIsDueLaterByANewPolicyIsDueLater() {
        chance = .5;
        known();
        runAll();
        var before = lifecycles.standings(BRAND, people()).get(new CustomerId(1));
        chance = .05;

        assertThat(reread().nextDueAt(BRAND))
                .as("at once")
                .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(NOW));
        runAll();

        var after = Objects.requireNonNull(lifecycles.standings(BRAND, people()).get(new CustomerId(1)));
        assertThat(Objects.requireNonNull(before).dormant()).isTrue();
        assertThat(after.dormant()).isFalse();
        assertThat(after.dueAt()).isAfter(NOW);
    }

    private MeasureRhythm measure() {
        return new MeasureRhythm(rhythms, (_, at) -> policy(at), world.brands, work);
    }

    /// A fortnightly business: everybody bought once, half of them 5 times more.
    private void othersBoughtOften(int customers, int more) {
        for (int each = 0; each < customers; each++) {
            for (int order = 0; order <= (each % 2 == 0 ? more : 0); order++) {
                rhythms.bought(each, NOW.minus(Duration.ofDays(200 - 14L * order)));
            }
        }
    }

    @Test
    void silenceIsDormancyByWhatTheBrandsOwnCustomersBuy() {
        known();
        runAll();
        othersBoughtOften(200, 5);

        assertThat(measure().runDue(BRAND, NOW, 1)).isEqualTo(1);
        assertThat(measure().runDue(BRAND, NOW, 1)).as("once a night").isZero();
        assertThat(measure().nextDueAt(BRAND)).contains(Instant.parse("2026-03-01T19:00:00Z"));

        assertThat(prior.of(BRAND, policy(NOW))).hasValueSatisfying(found -> {
            assertThat(found.shape()).as("m 2.5, v 6.28").isCloseTo(1.653, within(.01));
            assertThat(found.scaleDays()).isCloseTo(59.5, within(.5));
        });
        assertThat(reread().nextDueAt(BRAND))
                .as("everybody is read by it at once")
                .isPresent();
        runAll();
        var due = Objects.requireNonNull(lifecycles.standings(BRAND, people()).get(new CustomerId(1)))
                .dueAt();
        assertThat(Duration.between(BOUGHT, due).toDays())
                .as("208 by the policy's")
                .isBetween(300L, 310L);
        runAll();
        assertThat(reread().nextDueAt(BRAND)).contains(TOMORROW);
    }

    @Test
    void theSimpleRuleHoldsWherePurchasesVaryNoMoreThanByChance() {
        for (int each = 0; each < 200; each++) {
            rhythms.bought(each, NOW.minus(Duration.ofDays(200)));
            rhythms.bought(each, NOW.minus(Duration.ofDays(150)));
        }
        measure().runDue(BRAND, NOW, 1);
        assertThat(prior.of(BRAND, policy(NOW))).isEmpty();
        known();
        var due = Objects.requireNonNull(lifecycles.standings(BRAND, people()).get(new CustomerId(1)))
                .dueAt();
        assertThat(due).as("three usual intervals").isEqualTo(BOUGHT.plus(Duration.ofDays(90)));
    }

    @Test
    void thePolicysPriorHoldsWhileFewHaveBeenFollowed() {
        othersBoughtOften(99, 5);
        measure().runDue(BRAND, NOW, 1);
        assertThat(prior.of(BRAND, policy(NOW))).contains(new PurchasePrior(2, 60));
        assertThat(prior.stamp(BRAND)).isEmpty();
    }

    @Test
    void nobodyIsReadAnewForAMeasurementThatSaysTheSame() {
        othersBoughtOften(200, 5);
        measure().runDue(BRAND, NOW, 1);
        var held = prior.of(BRAND, policy(NOW));
        rhythms.bought(1, NOW.minus(Duration.ofDays(150)));
        Instant night = NOW.plus(Duration.ofDays(2));
        assertThat(measure().runDue(BRAND, night, 1)).isEqualTo(1);
        assertThat(prior.of(BRAND, policy(NOW))).isEqualTo(held);
        assertThat(prior.stamp(BRAND)).isEqualTo("~1");
    }

    @Test
    void killedAnywhereItGoesOnWhereItWas() {
        int point = 1;
        boolean died = true;
        while (died) {
            var test = new RereadStagesTest();
            test.known();
            test.runAll();
            test.world.brands.moveClock(BRAND, TOMORROW);
            var kill = KillPoints.at(point);
            test.work = kill.over(test.world.store);
            died = false;
            try {
                test.runAll();
            } catch (KillPoints.Killed killed) {
                died = true;
                test.work = test.world.store;
                test.runAll();
            }
            assertThat(test.dormant()).as("killed at point " + point).isEqualTo(PEOPLE);
            point++;
        }
        assertThat(point).as("three chunks").isGreaterThan(9);
    }
}
