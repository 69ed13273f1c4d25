package cn.siyu.domain.channel.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.channel.fit.CapacityPlan.Account;
import cn.siyu.domain.channel.fit.CapacityPlan.Load;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {
    @Test
    void countsTheAccountsOfAChainOnWeCom() {
        assertThat(CapacityPlan.accounts(1_800_000, 6000, new Account(20_000, .8, 100)))
                .isEqualTo(113);
        assertThat(CapacityPlan.members(1_800_000, 10_000)).isEqualTo(180);
    }

    @Test
    void countsPersonalAccountsAndTheirOperators() {
        long accounts = CapacityPlan.accounts(30_000, 60, new Account(10_000, .8, 20));
        assertThat(accounts).isEqualTo(4);
        assertThat(CapacityPlan.operators(accounts, 3)).isEqualTo(2);
        assertThat(CapacityPlan.operators(180, 3)).isEqualTo(60);
        assertThat(CapacityPlan.operators(180, 5)).isEqualTo(36);
    }

    @Test
    void saysWhenPeopleHaveMoreAccountsThanTheyCanWork() {
        assertThat(CapacityPlan.load(180, 9, 3, 5)).isEqualTo(Load.OVER_COMFORT);
        assertThat(CapacityPlan.load(180, 36, 3, 5)).isEqualTo(Load.FULL);
        assertThat(CapacityPlan.load(180, 60, 3, 5)).isEqualTo(Load.COMFORTABLE);
    }

    @Test
    void saysWhenABacklogIsWorkedOffAndWhenNever() {
        assertThat(CapacityPlan.backlogDays(12_000, 6, 20, 60)).hasValue(200);
        assertThat(CapacityPlan.backlogDays(12_000, 3, 20, 60)).isEmpty();
        assertThat(CapacityPlan.backlogDays(0, 6, 20, 60)).hasValue(0);
    }

    @Test
    void countsTheHoursOfMessagesByHand() {
        assertThat(CapacityPlan.hours(30_000, 200, 6)).isEqualTo(15);
        assertThat(CapacityPlan.hours(1, 200, 6)).isEqualTo(.1);
    }

    @Test
    void saysHowManyCustomersPayForAnAccount() {
        assertThat(CapacityPlan.breakEven(3000, 1.5)).isEqualTo(2000);
        assertThat(CapacityPlan.breakEven(3000, 7)).isEqualTo(429);
    }

    @Test
    void refusesAnAccountThatTakesNobody() {
        assertThatThrownBy(() -> new Account(0, .8, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Account(1, 0, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Account(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
