package cn.siyu.domain.channel.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.channel.fit.ChannelFit.Flip;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelFitTest {
    private static final FitPolicy POLICY = new FitPolicy(
            new FitWeights(new EnumMap<>(Map.ofEntries(
                    Map.entry(FitTerm.HEAVY_INFLOW, 25.0),
                    Map.entry(FitTerm.LOW_PRICE, 20.0),
                    Map.entry(FitTerm.FREQUENT_PURCHASE, 15.0),
                    Map.entry(FitTerm.SIMPLE_DECISION, 15.0),
                    Map.entry(FitTerm.RUN_CENTRALLY, 15.0),
                    Map.entry(FitTerm.STRONG_BRAND, 10.0),
                    Map.entry(FitTerm.HIGH_PRICE, 30.0),
                    Map.entry(FitTerm.COMPLEX_DECISION, 25.0),
                    Map.entry(FitTerm.STRONG_IP, 25.0),
                    Map.entry(FitTerm.RUN_LOCALLY, 10.0),
                    Map.entry(FitTerm.REFERRALS, 10.0)))),
            15,
            0.3,
            0.5,
            0.5,
            new FitPolicy.Weak(0.4, 0.3, 0.6),
            new FitPolicy.Capacity(
                    .8, .02, new FitPolicy.Scale("WECOM", 100, 10_000), new FitPolicy.Relation("PERSONAL_WECHAT", 6)));
    private static final ChannelFit FIT = new ChannelFit(POLICY);

    private static BusinessFacts facts(
            double price,
            double complexity,
            double inflow,
            double frequency,
            double brand,
            double ip,
            double central,
            double referral,
            double marketing) {
        return new BusinessFacts(
                Map.of(
                        FitFact.PRICE, price,
                        FitFact.COMPLEXITY, complexity,
                        FitFact.INFLOW, inflow,
                        FitFact.FREQUENCY, frequency,
                        FitFact.BRAND, brand,
                        FitFact.IP, ip,
                        FitFact.CENTRAL, central,
                        FitFact.REFERRAL, referral),
                marketing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "coffee chain,         15, 1, 6000, 60, .9, .1,  1,  0,   .5, 99.000000, 2.500000,  PRECISION, false",
        "cosmetics,            80, 2, 5000,  6, .6, .5,  1,  0,   .5, 83.665671, 21.811800, PRECISION, false",
        "luxury cars,      800000, 5,   10, .2, .7, .6,  0, .65,  .5, 7.000000,  86.500000, REFINED,   false",
        "paid knowledge,     8000, 4,   50,  1, .2, .95, 0, .2,   .5, 5.750000,  84.500000, REFINED,   false",
        "luxury goods,      20000, 3,  200,  2, .95, .4, 1, .1,   .5, 44.666656, 53.500000, HYBRID,    false",
        "fast-moving goods,    30, 1, 3000, 20, .6, .1,  1,  0,   .5, 95.139466, 2.500000,  PRECISION, false",
        "retail chain,        150, 2, 1500,  8, .6, .2, .7,  0,   .5, 75.843823, 21.406819, PRECISION, false",
        "weak brand,          120, 2,   30,  4, .2, .1,  1,  0,   .8, 50.991016, 14.453169, HYBRID,    true",
    })
    void recommendsWhatTheFieldKnowsToWork(
            String name,
            double price,
            double complexity,
            double inflow,
            double frequency,
            double brand,
            double ip,
            double central,
            double referral,
            double marketing,
            double scale,
            double relation,
            Operation operation,
            boolean weak) {
        var said = FIT.recommend(facts(price, complexity, inflow, frequency, brand, ip, central, referral, marketing));
        assertThat(said.scale()).isCloseTo(scale, within(1e-6));
        assertThat(said.relation()).isCloseTo(relation, within(1e-6));
        assertThat(said.operation()).isEqualTo(operation);
        assertThat(said.weak()).isEqualTo(weak);
        assertThat(said.reasons()).hasSize(4);
    }

    @Test
    void saysWhichFactsSpeakForIt() {
        var reasons = FIT.recommend(facts(15, 1, 6000, 60, .9, .1, 1, 0, .5)).reasons();
        assertThat(reasons)
                .extracting(ChannelFit.Reason::term)
                .containsExactly(FitTerm.HEAVY_INFLOW, FitTerm.LOW_PRICE, FitTerm.FREQUENT_PURCHASE, FitTerm.STRONG_IP);
        assertThat(reasons.getFirst()).isEqualTo(new ChannelFit.Reason(FitTerm.HEAVY_INFLOW, 6000, 25));
    }

    @Test
    void isStableWhereNoWrongGuessWouldMatter() {
        assertThat(FIT.recommend(facts(15, 1, 6000, 60, .9, .1, 1, 0, .5)).flips())
                .isEmpty();
        assertThat(FIT.recommend(facts(80, 2, 5000, 6, .6, .5, 1, 0, .5)).flips())
                .isEmpty();
        assertThat(FIT.recommend(facts(800000, 5, 10, .2, .7, .6, 0, .65, .5)).flips())
                .isEmpty();
        assertThat(FIT.recommend(facts(8000, 4, 50, 1, .2, .95, 0, .2, .5)).flips())
                .isEmpty();
        assertThat(FIT.recommend(facts(30, 1, 3000, 20, .6, .1, 1, 0, .5)).flips())
                .isEmpty();
    }

    @Test
    void saysWhichWrongGuessWouldChangeIt() {
        assertThat(FIT.recommend(facts(20000, 3, 200, 2, .95, .4, 1, .1, .5)).flips())
                .containsExactly(
                        new Flip.OfFact(FitFact.COMPLEXITY, 4, Operation.REFINED),
                        new Flip.OfFact(FitFact.CENTRAL, 0.5, Operation.REFINED));
        assertThat(FIT.recommend(facts(150, 2, 1500, 8, .6, .2, .7, 0, .5)).flips())
                .as("a chain that is run centrally for less than half of it fits programs no more")
                .containsExactly(new Flip.OfFact(FitFact.CENTRAL, 0.7 - 0.5, Operation.HYBRID));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static BusinessFacts random(long seed) {
        var random = RandomGeneratorFactory.getDefault().create(seed);
        return facts(
                Math.pow(10, random.nextDouble(0, 6)),
                random.nextInt(1, 6),
                Math.pow(10, random.nextDouble(0, 4)),
                Math.pow(10, random.nextDouble(-1, 2)),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble());
    }

    /// PRECISION < HYBRID < REFINED.
    private static int towardsPeople(Operation operation) {
        return List.of(Operation.PRECISION, Operation.HYBRID, Operation.REFINED).indexOf(operation);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverMovesAgainstAFact(long seed) {
        var facts = random(seed);
        int now = towardsPeople(FIT.recommend(facts).operation());
        for (var fact : FitFact.values()) {
            var more = facts.with(fact, fact.higher(facts.value(fact)));
            int then = towardsPeople(FIT.recommend(more).operation());
            switch (fact) {
                case PRICE, COMPLEXITY, IP, REFERRAL ->
                    assertThat(then).as("%s", fact).isGreaterThanOrEqualTo(now);
                case INFLOW, FREQUENCY, BRAND, CENTRAL ->
                    assertThat(then).as("%s", fact).isLessThanOrEqualTo(now);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsEveryFlipTruly(long seed) {
        var facts = random(seed);
        var said = FIT.recommend(facts);
        assertThat(said.scale()).isBetween(0.0, 100.0);
        assertThat(said.relation()).isBetween(0.0, 100.0);
        for (var flip : said.flips()) {
            assertThat(flip.becomes()).isNotEqualTo(said.operation());
            if (flip instanceof Flip.OfFact(var fact, var value, var becomes)) {
                assertThat(FIT.recommend(facts.with(fact, value)).operation()).isEqualTo(becomes);
            }
        }
    }

    @Test
    void refusesFactsThatCannotBe() {
        assertThatThrownBy(() -> facts(15, 6, 1, 1, .5, .5, .5, 0, .5)).hasMessageContaining("COMPLEXITY");
        assertThatThrownBy(() -> facts(Double.NaN, 1, 1, 1, .5, .5, .5, 0, .5)).hasMessageContaining("PRICE");
        assertThatThrownBy(() -> facts(15, 1, 1, 1, .5, .5, .5, 0, 1.5)).hasMessageContaining("marketing");
        assertThatThrownBy(() -> new BusinessFacts(Map.of(FitFact.PRICE, 1.0), 0))
                .hasMessageContaining("COMPLEXITY");
        assertThatThrownBy(() -> new FitWeights(Map.of())).hasMessageContaining("HEAVY_INFLOW");
    }
}
