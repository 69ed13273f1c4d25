package cn.siyu.domain.channel.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.channel.allocation.AchievedShares.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AchievedSharesTest {
    /// Published critical values, and the two of the sample ratio test.
    @ParameterizedTest(name = "χ² {0} with {1} degrees: {2}")
    @CsvSource({
        "0,          1,  1",
        "0,          4,  1",
        ".444444,    1,  .504985",
        "3.841459,   1,  .05",
        "5.991465,   2,  .05",
        "7.814728,   3,  .05",
        "13.276704,  4,  .01",
        "18.307038,  10, .05",
        "24.995790,  15, .05",
        "149.449253, 100, .001",
        "25,         1,  5.733e-7"
    })
    void knowsHowOftenChanceGivesSoMuch(double square, int degrees, double p) {
        assertThat(ChiSquare.tail(square, degrees)).isCloseTo(p, within(Math.max(1e-9, 2e-5 * p)));
    }

    @Test
    void comparesWhatWasPlannedWithWhatCame() {
        var shares = AchievedShares.of(
                List.of(new Counted<>("a", 2, 110), new Counted<>("b", 1, 50), new Counted<>("c", 1, 40)));

        assertThat(shares.visitors()).isEqualTo(200);
        assertThat(shares.shares())
                .containsExactly(
                        new AchievedShares.Share<>("a", 110, .5, .55),
                        new AchievedShares.Share<>("b", 50, .25, .25),
                        new AchievedShares.Share<>("c", 40, .25, .2));
        assertThat(shares.square()).isCloseTo(3, within(1e-12));
        assertThat(shares.p()).isCloseTo(Math.exp(-1.5), within(1e-12));
        assertThat(shares.alarm()).isFalse();
    }

    @Test
    void saysNothingOfFewVisitorsOrOneAccount() {
        assertThat(AchievedShares.of(List.of(new Counted<>("a", 99, 400), new Counted<>("b", 1, 0)))
                        .p())
                .isNull();
        assertThat(AchievedShares.of(List.of(new Counted<>("a", 1, 400))).p()).isNull();
        assertThat(AchievedShares.of(List.of(new Counted<>("a", 1, 0), new Counted<>("b", 1, 0)))
                        .shares())
                .extracting(AchievedShares.Share::achieved)
                .containsExactly(0.0, 0.0);
        assertThatThrownBy(() -> new Counted<>("a", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChiSquare.tail(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /// AL-2 where shares hold on average only: 30,023 visitors spread by hash are as planned, and
    /// an account that stood still is found.
    @Test
    void findsAnAccountThatIsAwayAndNothingElse() {
        int[] weights = {5, 3, 2, 1};
        long[] got = new long[weights.length];
        for (int visitor = 0; visitor < 30_023; visitor++) {
            int picked = Rendezvous.pick(List.of(0, 1, 2, 3), i -> i, i -> weights[i], "c-" + visitor);
            got[picked]++;
        }
        assertThat(AchievedShares.of(counted(weights, got)).alarm()).isFalse();
        assertThat(AchievedShares.of(counted(weights, got)).p()).isGreaterThan(.01);

        got[0] += got[3];
        got[3] = 0;
        assertThat(AchievedShares.of(counted(weights, got)).alarm()).isTrue();
    }

    private static List<Counted<Integer>> counted(int[] weights, long[] got) {
        return new ArrayList<>(IntStream.range(0, weights.length)
                .mapToObj(i -> new Counted<>(i, weights[i], got[i]))
                .toList());
    }
}
