package cn.siyu.domain.customer.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.customer.lifecycle.LifecyclePolicy.ClearedBy;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy.Dormancy;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy.Measured;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PurchaseCountsTest {
    private static final PurchasePrior GIVEN = new PurchasePrior(2, 60);

    private static Dormancy policy(ClearedBy clearedBy) {
        return new Dormancy(clearedBy, .05, GIVEN, new Measured(90, 100), 3, Duration.ofDays(30));
    }

    @Test
    void giveThePriorByTheirMoments() {
        // 0 to 3 of 25 customers each: m 1.5, v 125/99
        assertThat(new PurchaseCounts(100, 150, 350, 90).prior())
                .as("they vary less than by chance")
                .isEmpty();
        // 50 of none, 50 of four: m 2, v 400/99
        assertThat(new PurchaseCounts(100, 200, 800, 90).prior()).hasValueSatisfying(prior -> {
            assertThat(prior.shape()).isCloseTo(4 / (400 / 99.0 - 2), within(1e-9));
            assertThat(prior.scaleDays()).isCloseTo(prior.shape() * 45, within(1e-9));
        });
    }

    @Test
    void holdOnlyForEnoughCustomersAndWherePurchasesCount() {
        var counts = new PurchaseCounts(100, 200, 800, 90);
        assertThat(policy(ClearedBy.PURCHASE).priorBy(counts)).isEqualTo(counts.prior());
        assertThat(policy(ClearedBy.PURCHASE).priorBy(new PurchaseCounts(99, 200, 800, 90)))
                .contains(GIVEN);
        assertThat(policy(ClearedBy.INTERACTION).priorBy(counts)).contains(GIVEN);
        assertThat(policy(ClearedBy.PURCHASE).priorBy(new PurchaseCounts(100, 150, 350, 90)))
                .isEmpty();
    }

    @Test
    void areNoLessThanNothing() {
        assertThatThrownBy(() -> new PurchaseCounts(-1, 0, 0, 90)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PurchaseCounts(1, 2, 1, 90)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PurchaseCounts.none(90).prior()).isEmpty();
    }
}
