package cn.siyu.domain.trust.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.trust.calibration.LogisticFit.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final double[] SCORES = {.9, .8, .8, .4, .3, .2};
    private static final boolean[] LABELS = {true, true, false, true, false, false};

    @Test
    void rankAndMeasureAsPublished() {
        assertThat(new Discrimination(SCORES, LABELS).auc()).isCloseTo(.833333, within(1e-6));
        assertThat(Discrimination.brier(SCORES, LABELS)).isCloseTo(.196667, within(1e-6));
        double[] base = new double[6];
        Arrays.fill(base, .5);
        assertThat(Discrimination.brier(base, LABELS)).isCloseTo(.25, within(1e-9));
        assertThat(new Discrimination(base, LABELS).auc()).isEqualTo(.5);
    }

    @Test
    void poolAdjacentViolators() {
        double[] equal = {1, 1, 1, 1, 1};

        assertThat(Monotone.falling(new double[] {.10, .08, .12, .05, .03}, equal))
                .containsExactly(new double[] {.10, .10, .10, .05, .03}, within(1e-12));
        assertThat(Monotone.rising(new double[] {3, 1, 2}, new double[] {1, 1, 1}))
                .containsExactly(new double[] {2, 2, 2}, within(1e-12));
    }

    @Test
    void knowWilsonsIntervals() {
        assertThat(Chance.wilson(0, 10).upper()).isCloseTo(.277533, within(1e-6));
        assertThat(Chance.wilson(0, 10).lower()).isCloseTo(0, within(1e-12));
        assertThat(Chance.wilson(48, 1_000).lower()).isCloseTo(.036393, within(1e-6));
        assertThat(Chance.wilson(48, 1_000).upper()).isCloseTo(.063066, within(1e-6));
    }

    @Test
    void fillTenBinsThatNeverPartEqualScores() {
        var random = new Random(3);
        var scores = new double[1_000];
        var lost = new boolean[1_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.round(random.nextDouble() * 40);
            lost[i] = random.nextDouble() < .4 - scores[i] / 110;
        }
        var table = OutcomeTable.of(scores, lost, true);

        assertThat(table.bins()).hasSizeBetween(5, 10);
        assertThat(table.bins().stream().mapToLong(OutcomeTable.Bin::count).sum())
                .isEqualTo(1_000);
        for (int i = 1; i < table.bins().size(); i++) {
            assertThat(table.bins().get(i).from())
                    .isGreaterThan(table.bins().get(i - 1).until());
            assertThat(table.bins().get(i).chance())
                    .isLessThanOrEqualTo(table.bins().get(i - 1).chance());
        }
        assertThat(table.at(-5)).isEqualTo(table.bins().getFirst().chance());
        assertThat(table.at(500)).isEqualTo(table.bins().getLast().chance());
        assertThat(OutcomeTable.of(new double[0], new boolean[0], true).at(3)).isZero();
    }

    @Test
    void tellADistributionThatMovedFromOneThatStayed() {
        var random = new Random(5);
        double[] before = random.doubles(5_000).toArray();

        assertThat(Stability.index(before, before)).isCloseTo(0, within(1e-12));
        assertThat(Stability.index(before, random.doubles(5_000).toArray())).isLessThan(.02);
        assertThat(Stability.index(
                        before, Arrays.stream(before).map(value -> value + .4).toArray()))
                .isGreaterThan(.2);
    }

    private static List<Example> drawn(double intercept, double[] truth, int size, long seed) {
        var random = new Random(seed);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < size; i++) {
            var features = new double[truth.length];
            double sum = intercept;
            for (int k = 0; k < truth.length; k++) {
                features[k] = random.nextDouble() < .5 ? 0 : random.nextDouble() * 3;
                sum += truth[k] * features[k];
            }
            examples.add(new Example(features, random.nextDouble() < 1 / (1 + Math.exp(-sum))));
        }
        return examples;
    }

    @Test
    void findTheCoefficientsThatDrewTheData() {
        double[] truth = {.8, .3, 0};
        var fit = new LogisticFit(new double[3], new double[3], new boolean[3], .01);
        var model = fit.fit(drawn(-2, truth, 60_000, 1));

        assertThat(model.coefficients()).containsExactly(truth, within(.05));
        assertThat(model.intercept()).isCloseTo(-2, within(.1));
    }

    @Test
    void keepSignsWhatIsFixedAndThePriorUnderAStrongRidge() {
        var examples = drawn(-1, new double[] {.8, -.5}, 20_000, 2);
        double[] prior = {.1, .2};

        var free = new LogisticFit(prior, new double[2], new boolean[2], .01).fit(examples);
        var fixed = new LogisticFit(prior, new double[2], new boolean[] {true, false}, .01).fit(examples);
        var held = new LogisticFit(prior, new double[2], new boolean[2], 1e9).fit(examples);

        assertThat(free.coefficients()[1]).isZero();
        assertThat(fixed.coefficients()[0]).isEqualTo(.1);
        assertThat(held.coefficients()).containsExactly(prior, within(1e-4));
    }

    @Test
    void drawTheSameSamplesWhateverTheOrderOfRows() {
        long[] customers = {1, 1, 2, 3, 4, 5, 5, 6, 7, 8};
        long[] reversed = {8, 7, 6, 5, 5, 4, 3, 2, 1, 1};

        var one = new Resamples(customers, 1_000)
                .intervals(weights -> Arrays.stream(weights).sum());
        var other = new Resamples(reversed, 1_000)
                .intervals(weights -> Arrays.stream(weights).sum());

        assertThat(one[0]).isEqualTo(other[0]);
        assertThat(one[0].lower()).isLessThan(10);
        assertThat(one[0].upper()).isGreaterThan(10);
    }

    @Test
    void drawPoissonNumbersWithMeanOne() {
        var ones = new long[20_000];
        Arrays.setAll(ones, i -> i);
        var sum = new Resamples(ones, 200)
                .intervals(weights -> Arrays.stream(weights).sum() / 20_000)[0];

        assertThat(sum.lower()).isBetween(.97, 1.0);
        assertThat(sum.upper()).isBetween(1.0, 1.03);
    }
}
