package cn.siyu.domain.trust.alert;

import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.LANDMARK;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.PROFILE;
import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.TrustWorld.evidence;
import static cn.siyu.domain.trust.TrustWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.trust.TrustModel;
import cn.siyu.domain.trust.alert.TrustWatch.Sums;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.evidence.EvidencePosting;
import cn.siyu.domain.trust.evidence.TrustSubject;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.TrustPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The test policy's window is 30 days, its fall 10 points.
class TrustWatchTest {
    private static final TrustPolicy POLICY = policy();
    private static final TrustModel MODEL = new TrustModel(POLICY, PROFILE);
    private static final int NONE = 0;

    private static Sums sums(String script, Instant asOf) {
        var sums = new EvidencePosting(POLICY, LANDMARK)
                .rebuildAsOf(evidence(script, OLD), CarryGraph.of(List.of()), asOf);
        return new Sums(
                Accumulators.of(new TrustSubject.Brand(CUSTOMER), sums),
                Accumulators.of(new TrustSubject.Social(OLD), sums));
    }

    private static Optional<TrustFinding> fell(String script, double at, String channel) {
        var watch = new TrustWatch(MODEL, LANDMARK, day(at));
        return watch.fell(sums(script, watch.windowStart()), sums(script, day(at)), channel);
    }

    @Test
    void aLoudComplaintFallsAndIsNamed() {
        var finding = fell("PURCHASED@0 PURCHASED@1 PURCHASED@2 COMPLAINED@40 COMPLAINED@40", 41, "WECOM")
                .orElseThrow();

        assertThat(finding.kind()).isEqualTo(AlertKind.FELL);
        assertThat(finding.causes().getFirst().kind()).isEqualTo(EvidenceKind.COMPLAINED);
        assertThat(finding.causes().stream().mapToDouble(AlertCause::change).sum())
                .isCloseTo(finding.after() - finding.before(), within(1e-9));
        assertThat(finding.advice()).isEqualTo(AlertAdvice.MAKE_GOOD);
    }

    @Test
    void repliesThatFadeFallToo() {
        String many = IntStream.range(0, 12).mapToObj(day -> "REPLIED@" + day).collect(Collectors.joining(" "));
        var finding = fell(many, 60, "PERSONAL_WECHAT").orElseThrow();

        assertThat(finding.advice()).isEqualTo(AlertAdvice.TALK);
        assertThat(finding.causes()).hasSize(1);
    }

    @Test
    void aCalmRelationshipIsLeftAlone() {
        assertThat(fell("PURCHASED@0 REPLIED@10", 41, "WECOM")).isEmpty();
        assertThat(new TrustWatch(MODEL, LANDMARK, day(41)).aboutToFall(sums("", day(41)), "WECOM"))
                .isEmpty();
    }

    @Test
    void aForecastUnderTheLimitIsAnAlertBeforeItHappens() {
        String script = "REPLIED@0 REPLIED@1 REPLIED@2 REPLIED@3";
        double now = IntStream.range(3, 200)
                .filter(at -> new TrustWatch(MODEL, LANDMARK, day(at))
                        .aboutToFall(sums(script, day(at)), "PERSONAL_WECHAT")
                        .isPresent())
                .findFirst()
                .orElse(NONE);
        var finding = new TrustWatch(MODEL, LANDMARK, day(now))
                .aboutToFall(sums(script, day(now)), "PERSONAL_WECHAT")
                .orElseThrow();

        assertThat(finding.before()).isGreaterThanOrEqualTo(POLICY.alert().governorLimit());
        assertThat(finding.after()).isLessThan(POLICY.alert().governorLimit());
    }

    /// The log is only asked where the sums leave room for a fall, so what they rule out must never
    /// have fallen.
    @Test
    void nothingFallsThatTheSumsRuleOut() {
        var kinds = List.of("PURCHASED", "REPLIED", "LIKED", "IGNORED", "COMPLAINED", "BLOCKED");
        int fallen = 0;
        int ruledOut = 0;
        for (long seed = 1; seed <= 3_000; seed++) {
            var random = new Random(seed);
            String script = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(_ -> kinds.get(random.nextInt(kinds.size())) + "@" + random.nextInt(80))
                    .collect(Collectors.joining(" "));
            String channel = random.nextBoolean() ? "WECOM" : "PERSONAL_WECHAT";
            boolean fell = fell(script, 80, channel).isPresent();
            boolean may = new TrustWatch(MODEL, LANDMARK, day(80)).mayHaveFallen(sums(script, day(80)), channel);
            assertThat(may || !fell).as("seed %s: %s", seed, script).isTrue();
            fallen += fell ? 1 : 0;
            ruledOut += may ? 0 : 1;
        }
        assertThat(fallen).isPositive();
        assertThat(ruledOut).isGreaterThan(500);
    }
}
