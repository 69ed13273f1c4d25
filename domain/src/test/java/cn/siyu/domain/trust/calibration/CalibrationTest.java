package cn.siyu.domain.trust.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.trust.TrustModel;
import cn.siyu.domain.trust.TrustWorld;
import cn.siyu.domain.trust.calibration.CalibrationReport.Component;
import cn.siyu.domain.trust.calibration.CalibrationReport.Learnt;
import cn.siyu.domain.trust.calibration.CalibrationReport.Objection;
import cn.siyu.domain.trust.calibration.CalibrationReport.Part;
import cn.siyu.domain.trust.policy.EvidenceRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Worlds in which what evidence is worth is known, so that what a calibration says of it can be
/// held against the truth.
class CalibrationTest {
    private static final TrustModel MODEL = new TrustModel(TrustWorld.policy(), TrustWorld.PROFILE);
    private static final List<EvidenceRule> KINDS = Points.kinds(MODEL.policy());
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final int CUTS = 5;

    private static Calibration.Sampled sampled(int cuts) {
        return new Calibration.Sampled(
                NOW,
                9_000,
                3_000,
                IntStream.range(0, cuts)
                        .mapToObj(cut -> NOW.minus(Duration.ofDays(60 + 30L * (cuts - 1 - cut))))
                        .toList());
    }

    private static int place(String kind) {
        return IntStream.range(0, KINDS.size())
                .filter(k -> KINDS.get(k).kind().code().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /// Customers at five cuts.
    ///
    /// @param replied what a reply takes off the log odds of a loss
    /// @param complained what a complaint adds
    /// @param chance what recency alone adds
    private static List<Observation> world(int customers, double replied, double complained, double chance, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Observation>();
        for (int customer = 0; customer < customers; customer++) {
            for (int cut = 0; cut < CUTS; cut++) {
                var social = new double[KINDS.size()];
                social[place("REPLIED")] = random.nextDouble() < .5 ? 0 : random.nextDouble() * 6;
                social[place("COMPLAINED")] = random.nextDouble() < .8 ? 0 : random.nextDouble() * 2;
                var brand = social.clone();
                brand[place("PURCHASED")] = random.nextDouble() < .5 ? 0 : random.nextDouble() * 3;
                double recency = random.nextGaussian();
                double odds = -1.5
                        - replied * social[place("REPLIED")]
                        + complained * social[place("COMPLAINED")]
                        + chance * recency;
                double buys = -2 + .8 * brand[place("PURCHASED")] - complained * brand[place("COMPLAINED")];
                all.add(new Observation(
                        customer,
                        cut,
                        "WECOM",
                        new Features(brand, social, new double[] {recency, random.nextDouble(), 0, 1}),
                        new Observation.Outcome(
                                random.nextDouble() < 1 / (1 + Math.exp(-odds)),
                                true,
                                random.nextDouble() < 1 / (1 + Math.exp(-buys)))));
            }
        }
        return all;
    }

    private static CalibrationReport run(List<Observation> world) {
        return new Calibration(MODEL, .3, 60).run(sampled(CUTS), world);
    }

    private static Part social(CalibrationReport report) {
        return report.part(Component.SOCIAL).orElseThrow();
    }

    private static Learnt learnt(Part part, String kind) {
        return part.learnt().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /// In force a reply is worth 4, a complaint 8; in this world a reply is worth 1 and a
    /// complaint 15.
    @Test
    void learnsWhatEvidenceIsWorthAndMayBeAdopted() {
        var report = run(world(2_000, .1, 1.5, 0, 1));
        var part = social(report);

        assertThat(learnt(part, "REPLIED").proposed()).isBetween(.5, 1.5);
        assertThat(learnt(part, "COMPLAINED").proposed()).isBetween(13.0, 17.0);
        assertThat(part.brierChange()).isNotNull();
        assertThat(part.objections()).doesNotContain(Objection.NOT_BETTER, Objection.WORSE_THAN_BASELINE);
        assertThat(part.proposed())
                .isNotNull()
                .satisfies(fit -> assertThat(fit.auc())
                        .isGreaterThan(
                                report.part(Component.SOCIAL).orElseThrow().baseline() == null ? 1 : .6));
        assertThat(report.losses().getFirst().bins()).isNotEmpty();
    }

    /// What is in force is what drew the data: new points may not be adopted for nothing.
    @Test
    void keepsPointsThatAreRightAlready() {
        var part = social(run(world(2_000, .4, .8, 0, 2)));

        assertThat(part.sound()).isFalse();
        assertThat(part.objections()).containsAnyOf(Objection.NOT_BETTER, Objection.NOTHING_TO_CHANGE);
        assertThat(learnt(part, "REPLIED").proposed()).isBetween(3.0, 5.0);
    }

    @Test
    void learnsNothingWhereEvidenceHasNothingToDoWithIt() {
        var report = run(world(2_000, 0, 0, 1.5, 3));
        var part = social(report);

        assertThat(part.objections()).contains(Objection.WORSE_THAN_BASELINE);
        assertThat(part.beaten()).isTrue();
        assertThat(report.changes(Component.SOCIAL)).isEmpty();
    }

    @Test
    void leavesKindsAloneThatHaveTooFewOutcomes() {
        var part = social(run(world(2_000, .1, 1.5, 0, 1)));

        assertThat(learnt(part, "LIKED").thin()).isTrue();
        assertThat(learnt(part, "LIKED").proposed())
                .isEqualTo(learnt(part, "LIKED").inForce());
        assertThat(learnt(part, "REPLIED").thin()).isFalse();
    }

    @Test
    void saysWhereThereIsTooLittleToLearnFrom() {
        var few = run(world(20, .1, 1.5, 0, 4));
        var brief = new Calibration(MODEL, .5, 20)
                .run(
                        sampled(2),
                        world(500, .1, 1.5, 0, 5).stream()
                                .filter(one -> one.cut() < 2)
                                .toList());
        var none = new Calibration(MODEL, .5, 20).run(sampled(0), List.of());

        assertThat(social(few).objections()).contains(Objection.TOO_FEW_OUTCOMES);
        assertThat(social(brief).objections()).contains(Objection.TOO_SHORT_HISTORY);
        assertThat(none.adoptable()).isFalse();
        assertThat(none.losses()).isEmpty();
    }

    @Test
    void saysTheSameWhateverTheOrderOfRows() {
        var world = world(400, .1, 1.5, 0, 6);
        var shuffled = new ArrayList<>(world);
        Collections.shuffle(shuffled, new Random(1));

        var one = social(run(world));
        var other = social(run(shuffled));

        assertThat(other.learnt().stream().map(Learnt::proposed).toList())
                .isEqualTo(one.learnt().stream().map(Learnt::proposed).toList());
        assertThat(other.objections()).isEqualTo(one.objections());
        assertThat(run(world)).isEqualTo(run(world));
    }
}
