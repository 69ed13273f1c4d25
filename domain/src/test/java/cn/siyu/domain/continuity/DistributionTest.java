package cn.siyu.domain.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay.Rule;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.channel.allocation.AccountLoad;
import cn.siyu.domain.channel.allocation.Candidate;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");
    private static final DepartmentId STORE = new DepartmentId(7);
    private static final ChannelAccountId ONE = new ChannelAccountId(1);
    private static final ChannelAccountId TWO = new ChannelAccountId(2);
    private static final ChannelAccountId FAR = new ChannelAccountId(3);

    private static Candidate taker(ChannelAccountId account, int has, int cap, int weight, DepartmentId... of) {
        var mornings = new WorkingHours(LocalTime.of(8, 0), LocalTime.of(12, 0), Set.of(DayOfWeek.MONDAY));
        return new Candidate(
                account,
                true,
                true,
                mornings,
                ZoneOffset.UTC,
                new AccountLoad(has, cap, 0, 1, 0),
                List.of(of),
                false,
                weight == 0 ? OptionalInt.empty() : OptionalInt.of(weight),
                0);
    }

    private static Map<ChannelAccountId, Integer> spread(Distribution distribution, int customers) {
        var counts = new HashMap<ChannelAccountId, Integer>();
        for (int i = 0; i < customers; i++) {
            distribution.customer("wm" + i, List.of()).ifPresent(account -> counts.merge(account, 1, Integer::sum));
        }
        return counts;
    }

    @Test
    void spreadsByWeightWhateverTheHourAndTheDaysCapOfNewCustomers() {
        var distribution = new Distribution(
                Rule.WEIGHTED_ROUND_ROBIN, List.of(taker(ONE, 0, 1000, 3), taker(TWO, 0, 1000, 1)), List.of(), NOW);

        assertThat(spread(distribution, 400)).isEqualTo(Map.of(ONE, 300, TWO, 100));
    }

    @Test
    void fillsTheEmptiestFirstAndNobodyBeyondTheirCap() {
        var distribution = new Distribution(
                Rule.LEAST_LOADED, List.of(taker(ONE, 90, 100, 0), taker(TWO, 0, 100, 0)), List.of(), NOW);

        assertThat(spread(distribution, 200)).isEqualTo(Map.of(ONE, 10, TWO, 100));
        assertThat(distribution.customer("one more", List.of())).isEmpty();
    }

    @Test
    void goesToColleaguesOfTheSameStoreAsLongAsTheyHaveRoom() {
        var distribution = new Distribution(
                Rule.LEAST_LOADED, List.of(taker(FAR, 0, 100, 0), taker(ONE, 0, 5, 0, STORE)), List.of(STORE), NOW);

        assertThat(spread(distribution, 8)).isEqualTo(Map.of(ONE, 5, FAR, 3));
    }

    @Test
    void leavesACustomerToWhomeverKnowsThemEvenWhenTheyAreFull() {
        var distribution = new Distribution(
                Rule.LEAST_LOADED, List.of(taker(ONE, 100, 100, 0), taker(TWO, 0, 100, 0)), List.of(), NOW);

        assertThat(distribution.customer("wm1", List.of(ONE))).contains(ONE);
    }

    @Test
    void spreadsGroupsAmongThemselvesAndTakesNoPlaceForThem() {
        var distribution = new Distribution(
                Rule.LEAST_LOADED, List.of(taker(ONE, 100, 100, 0), taker(TWO, 0, 100, 0)), List.of(), NOW);
        var counts = new HashMap<ChannelAccountId, Integer>();
        for (int i = 0; i < 40; i++) {
            counts.merge(distribution.group("wr" + i).orElseThrow(), 1, Integer::sum);
        }

        assertThat(counts).isEqualTo(Map.of(ONE, 20, TWO, 20));
    }
}
