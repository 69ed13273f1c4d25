package cn.siyu.domain.channel.fit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.fit.CapacityAdvice.Warning;
import cn.siyu.domain.channel.fit.CapacityPlan.Account;
import cn.siyu.domain.channel.fit.CapacityPlan.Load;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityPlannerTest {
    private static final CapacityPlanner PLANNER = new CapacityPlanner(
            new CapacityRules(new Account(20_000, .8, 100), new Account(10_000, .8, 20), 3, 5, 10_000, 200, 6, .02));

    private static PlannedSize size(long customers, @Nullable Long people, @Nullable Long personal, long backlog) {
        return new PlannedSize(customers, null, people, null, personal, backlog, 0, null, null);
    }

    private static PlannedSize paid(long customers, double margin) {
        return new PlannedSize(customers, null, 2L, null, 6L, 0, 30_000, 9000.0, margin);
    }

    private static CapacityAdvice.Personal personal(CapacityAdvice advice) {
        return Objects.requireNonNull(advice.personal());
    }

    @Test
    void plansAChainOnWeCom() {
        var advice = PLANNER.plan(Operation.PRECISION, 6000, size(1_800_000, 180L, null, 0));
        var scale = Objects.requireNonNull(advice.scale());
        assertThat(scale.accountsNeeded()).isEqualTo(113);
        assertThat(scale.members()).isEqualTo(180);
        assertThat(advice.personal()).isNull();
        assertThat(advice.warnings()).isEmpty();
        assertThat(advice.peopleLeast()).isEqualTo(180);
    }

    @Test
    void plansPersonalAccountsAndTheirOperators() {
        var advice = PLANNER.plan(Operation.REFINED, 60, size(30_000, null, null, 0));
        assertThat(personal(advice).accountsNeeded()).isEqualTo(4);
        assertThat(personal(advice).operatorsComfortable()).isEqualTo(2);
        assertThat(personal(advice).load()).isNull();
        assertThat(advice.scale()).isNull();
    }

    @Test
    void saysWhenABacklogIsWorkedOffAndThatItGrows() {
        assertThat(personal(PLANNER.plan(Operation.REFINED, 60, size(30_000, null, 6L, 12_000)))
                        .backlogDays())
                .isEqualTo(200);
        var growing = PLANNER.plan(Operation.REFINED, 120, size(30_000, null, 6L, 12_000));
        assertThat(personal(growing).backlogDays()).isNull();
        assertThat(growing.warnings()).contains(Warning.BACKLOG_GROWS);
    }

    @Test
    void reportsPeopleWithTwentyPhonesEachAndOffersWhatTheyCanDo() {
        var advice = PLANNER.plan(Operation.REFINED, 10, size(1_000_000, 9L, 180L, 0));
        assertThat(personal(advice).operatorsComfortable()).isEqualTo(60);
        assertThat(personal(advice).operatorsLeast()).isEqualTo(36);
        assertThat(personal(advice).load()).isEqualTo(Load.OVER_COMFORT);
        assertThat(advice.warnings()).containsExactlyInAnyOrder(Warning.OVER_COMFORT, Warning.TOO_FEW_PEOPLE);
        assertThat(advice.possible())
                .as("a hundred members are needed for a million on WeCom")
                .isNull();

        var smaller = PLANNER.plan(Operation.REFINED, 10, size(60_000, 9L, 180L, 0));
        assertThat(smaller.possible())
                .as("three operators, at most fifteen accounts, of which eight hold all")
                .isEqualTo(new CapacityAdvice.Possible(Operation.HYBRID, 60_000, 8, 2, 6));
    }

    @Test
    void offersOnlyAsManyAsTheirAccountsHoldAndAdd() {
        var advice = PLANNER.plan(Operation.REFINED, 10, size(100_000, 11L, 200L, 0));
        assertThat(advice.possible())
                .as("one operator, five accounts")
                .isEqualTo(new CapacityAdvice.Possible(Operation.HYBRID, 40_000, 5, 1, 10));
        var heavy = PLANNER.plan(Operation.REFINED, 1000, size(100_000, 11L, 200L, 0));
        assertThat(Objects.requireNonNull(heavy.possible()).customers())
                .as("a hundred of a thousand who come")
                .isEqualTo(10_000);
    }

    @Test
    void leadsAShareOnWhereBothAreUsed() {
        var advice = PLANNER.plan(Operation.HYBRID, 2000, size(1_000_000, null, null, 0));
        assertThat(personal(advice).customers()).isEqualTo(20_000);
        assertThat(personal(advice).accountsNeeded()).isEqualTo(3);
        assertThat(advice.peopleLeast()).isEqualTo(101);
    }

    @Test
    void saysWhenAnAccountDoesNotPayForThePersonBehindIt() {
        var paying = PLANNER.plan(Operation.REFINED, 10, paid(30_000, 1));
        assertThat(personal(paying).breakEven()).isEqualTo(3000);
        assertThat(personal(paying).hours()).isEqualTo(15);
        assertThat(paying.warnings()).doesNotContain(Warning.NOT_PAYING);
        assertThat(PLANNER.plan(Operation.REFINED, 10, paid(17_999, 1)).warnings())
                .contains(Warning.NOT_PAYING);
    }

    @Test
    void saysThatThereAreTooFewAccounts() {
        assertThat(PLANNER.plan(Operation.REFINED, 10, size(30_000, null, 3L, 0))
                        .warnings())
                .containsExactly(Warning.TOO_FEW_ACCOUNTS);
    }
}
