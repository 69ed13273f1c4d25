package cn.siyu.domain.trust;

import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.LANDMARK;
import static cn.siyu.domain.trust.TrustWorld.NEW;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.TrustWorld.evidence;
import static cn.siyu.domain.trust.TrustWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.EvidencePosting;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.CarryShare;
import cn.siyu.domain.trust.policy.PurchaseDecision;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The invariants TR-1 to TR-12 over random histories, each drawn from the seed in the test's name.
class TrustInvariantsTest {
    private static final double SAME = 1e-9;
    private static final TrustPolicy POLICY = policy();
    private static final TrustModel MODEL = new TrustModel(POLICY, TrustWorld.PROFILE);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /// TR-1, TR-2, TR-3, TR-11 and carrying over at once: whatever way a history arrives, the sums
    /// say what counting it all again says.
    @Test
    void tenThousandHistoriesReadAsIfCountedAnew() {
        for (long seed = 1; seed <= 10_000; seed++) {
            var random = new Random(seed);
            var history = RandomHistory.of(random, POLICY);
            var ledger = history.arriveIn(new TrustLedger(POLICY, landmark(random)), random);
            var naive = new NaiveTrust(POLICY, history.live(), history.edges());
            double at = RandomHistory.END + 1 + random.nextInt(200);
            for (RelationshipId here : RandomHistory.RELATIONSHIPS) {
                var channel = random.nextBoolean() ? "WECOM" : "PERSONAL_WECHAT";
                var trust = ledger.trust(MODEL, CUSTOMER, here, channel, day(at));
                assertSame("brand points", seed, trust.brand().points(), naive.brandPoints(day(at)));
                assertSame("social points", seed, trust.social().points(), naive.socialPoints(here, channel, day(at)));
                assertSame("trust", seed, trust.trust(), naive.trust(here, channel, day(at)));
            }
        }
    }

    @ParameterizedTest(name = "TR-1 seed {0}")
    @MethodSource("seeds")
    void endsInTheSameSumsAsARebuild(long seed) {
        var random = new Random(seed);
        var history = RandomHistory.of(random, POLICY);
        var ledger = history.arriveIn(new TrustLedger(POLICY, LANDMARK), random);
        var rebuilt = new EvidencePosting(POLICY, ledger.landmark()).rebuild(ledger.liveLog(), ledger.carries());
        ledger.sums().forEach((key, sum) -> {
            var same = rebuilt.get(key);
            assertThat(sum.count()).as("count of %s", key).isEqualTo(same == null ? 0 : same.count());
            assertThat(sum.amount()).as("amount of %s", key).isEqualTo(same == null ? 0 : same.amount(), within(SAME));
        });
        assertThat(ledger.sums().keySet()).containsAll(rebuilt.keySet());
    }

    @ParameterizedTest(name = "TR-2 seed {0}")
    @MethodSource("seeds")
    void countsTheSameIdOnce(long seed) {
        var history = RandomHistory.of(new Random(seed), POLICY);
        var once = new TrustLedger(POLICY, LANDMARK).add(history.pieces());
        var twice = new TrustLedger(POLICY, LANDMARK).add(history.pieces()).add(history.pieces());
        assertThat(twice.sums()).isEqualTo(once.sums());
    }

    @ParameterizedTest(name = "TR-3 seed {0}")
    @MethodSource("seeds")
    void readsTheSameFromEveryLandmarkAndAfterAMove(long seed) {
        var random = new Random(seed);
        var pieces = RandomHistory.of(random, POLICY).pieces();
        double expected = read(new TrustLedger(POLICY, LANDMARK).add(pieces));
        var far = new TrustLedger(POLICY, landmark(random)).add(pieces);
        assertThat(read(far)).isEqualTo(expected, within(SAME));
        far.rebase(landmark(random));
        assertThat(read(far)).isEqualTo(expected, within(SAME));
    }

    @ParameterizedTest(name = "TR-4 seed {0}")
    @MethodSource("seeds")
    void staysInsideTheEnvelope(long seed) {
        var random = new Random(seed);
        var kinds = POLICY.rules().keySet().stream().sorted().toList();
        var ledger = new TrustLedger(POLICY, LANDMARK);
        for (int number = 0; number < 5; number++) {
            var kind = kinds.get(random.nextInt(kinds.size()));
            ledger.add(evidence(kind.code() + "@" + number + "*1000000", OLD));
        }
        for (String channel : List.of("WECOM", "PERSONAL_WECHAT")) {
            var trust = ledger.trust(MODEL, CUSTOMER, OLD, channel, day(10));
            assertThat(trust.trust())
                    .isBetween(trust.envelope().floor(), trust.envelope().ceiling());
        }
    }

    @ParameterizedTest(name = "TR-5 seed {0}")
    @MethodSource("seeds")
    void neverFallsByPositiveNorRisesByNegativeEvidence(long seed) {
        var random = new Random(seed);
        var ledger = new TrustLedger(POLICY, LANDMARK);
        double before = read(ledger);
        for (DatedEvidence piece : RandomHistory.of(random, POLICY).pieces()) {
            double after = read(ledger.add(List.of(piece)));
            int sign = POLICY.rule(piece.evidence().kind()).orElseThrow().sign().factor();
            assertThat(sign * (after - before)).as("%s", piece).isGreaterThanOrEqualTo(-SAME);
            before = after;
        }
    }

    @ParameterizedTest(name = "TR-6 seed {0}")
    @MethodSource("seeds")
    void goesBackToTheBaseWhenNothingHappens(long seed) {
        var ledger = new TrustLedger(POLICY, LANDMARK)
                .add(RandomHistory.of(new Random(seed), POLICY).pieces());
        assertThat(ledger.trust(MODEL, CUSTOMER, OLD, "WECOM", day(20_000)).trust())
                .isEqualTo(44.849021, within(1e-6));
    }

    @ParameterizedTest(name = "TR-7 seed {0}")
    @MethodSource("seeds")
    void explainsTheWholeScoreWithTheRightSigns(long seed) {
        var random = new Random(seed);
        var history = RandomHistory.of(random, POLICY);
        var ledger = history.arriveIn(new TrustLedger(POLICY, LANDMARK), random);
        var shown = ledger.liveLog().stream().filter(_ -> random.nextBoolean()).toList();
        for (RelationshipId here : RandomHistory.RELATIONSHIPS) {
            var explanation = TrustExplanationTest.explain(ledger, here, day(210), shown);
            assertThat(explanation.sum()).isEqualTo(explanation.trust().trust(), within(SAME));
            explanation.contributions().forEach(contribution -> {
                int sign = POLICY.rule(contribution.kind()).orElseThrow().sign().factor();
                assertThat(sign * contribution.points()).isGreaterThanOrEqualTo(-SAME);
            });
        }
    }

    @ParameterizedTest(name = "TR-8 seed {0}")
    @MethodSource("seeds")
    void carriesTrustTowardsTheBaseAndNeverPastIt(long seed) {
        var random = new Random(seed);
        var pieces = RandomHistory.of(random, POLICY).pieces();
        double share = random.nextInt(11) / 10.0;
        var ledger = new TrustLedger(POLICY, LANDMARK)
                .add(pieces.stream()
                        .filter(piece -> piece.evidence().relationship().equals(Optional.of(OLD)))
                        .toList())
                .carry(new CarryEdge(OLD, NEW, day(RandomHistory.END), CarryShare.of(share)));
        var table = new ReadingTable(POLICY, LANDMARK, day(210));
        var old = MODEL.social(table.social(ledger.social(OLD), "WECOM"));
        var heir = MODEL.social(table.social(ledger.social(NEW), "WECOM"));
        double base = MODEL.social(ComponentPoints.none()).score();
        assertThat(heir.points()).isEqualTo(share * old.points(), within(SAME));
        assertThat(Math.abs(heir.score() - base)).isLessThanOrEqualTo(Math.abs(old.score() - base) + SAME);
        assertThat((heir.score() - base) * (old.score() - base)).isGreaterThanOrEqualTo(-SAME);
    }

    @Test
    void tr9CountsTwoPiecesAsOneOfTwice() {
        for (String kind : List.of("PURCHASED", "REPLIED", "COMPLAINED")) {
            var two = new TrustLedger(POLICY, LANDMARK)
                    .add(evidence(kind + "@3", OLD))
                    .add(evidence(kind + "@3*1", OLD));
            var one = new TrustLedger(POLICY, LANDMARK).add(evidence(kind + "@3*2", OLD));
            assertThat(read(two)).isEqualTo(read(one), within(SAME));
        }
    }

    @ParameterizedTest(name = "TR-10 seed {0}")
    @MethodSource("seeds")
    void showsTheSameBrandTrustInEveryRelationship(long seed) {
        var random = new Random(seed);
        var ledger = RandomHistory.of(random, POLICY).arriveIn(new TrustLedger(POLICY, LANDMARK), random);
        var brands = new ArrayList<ComponentScore>();
        for (RelationshipId here : RandomHistory.RELATIONSHIPS) {
            brands.add(ledger.trust(MODEL, CUSTOMER, here, "WECOM", day(210)).brand());
            brands.add(ledger.trust(MODEL, CUSTOMER, here, "PERSONAL_WECHAT", day(210))
                    .brand());
        }
        assertThat(brands).containsOnly(brands.getFirst());
    }

    @ParameterizedTest(name = "TR-11 seed {0}")
    @MethodSource("seeds")
    void forgetsWhatWasRetracted(long seed) {
        var history = RandomHistory.of(new Random(seed), POLICY);
        var never = new TrustLedger(POLICY, LANDMARK).add(history.live());
        var retracted = new TrustLedger(POLICY, LANDMARK).add(history.pieces());
        history.retracted().forEach(retracted::retract);
        assertThat(read(retracted)).isEqualTo(read(never), within(SAME));
    }

    @Test
    void tr12RaisesTheFloorAndNeverTheCeilingWithTheBrandsStrength() {
        for (String channel : List.of("WECOM", "PERSONAL_WECHAT")) {
            var before = envelope(channel, 0);
            for (double strength = .1; strength <= 1; strength += .1) {
                var after = envelope(channel, strength);
                assertThat(after.floor()).isGreaterThan(before.floor());
                assertThat(after.ceiling()).isEqualTo(before.ceiling());
                before = after;
            }
        }
    }

    /// Builds an assertion only where it would fail: ninety thousand of them would take longer than
    /// what they assert.
    private static void assertSame(String what, long seed, double actual, double expected) {
        if (!(Math.abs(actual - expected) <= SAME)) {
            assertThat(actual).as("%s, seed %d", what, seed).isEqualTo(expected, within(SAME));
        }
    }

    private static Envelope envelope(String channel, double strength) {
        return new TrustModel(POLICY, new BrandProfile(strength, PurchaseDecision.NORMAL)).envelope(channel);
    }

    private static double read(TrustLedger ledger) {
        return ledger.trust(MODEL, CUSTOMER, OLD, "WECOM", day(210)).trust();
    }

    private static Landmark landmark(RandomGenerator random) {
        return new Landmark(day(random.nextInt(2_000) - 1_000));
    }
}
