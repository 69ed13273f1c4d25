package cn.siyu.domain.trust.evidence;

import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.E4;
import static cn.siyu.domain.trust.TrustWorld.LANDMARK;
import static cn.siyu.domain.trust.TrustWorld.NEW;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.TrustWorld.evidence;
import static cn.siyu.domain.trust.TrustWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.trust.policy.CarryShare;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.HalfLife;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccumulatorTest {
    private static final AccumulatorKey KEY =
            new AccumulatorKey(new TrustSubject.Brand(CUSTOMER), EvidenceKind.PURCHASED);

    @Test
    void isExactlyEmptyWithoutEvidence() {
        var sum = Accumulator.empty().plus(delta(.1, 1)).plus(delta(.2, 1)).plus(delta(-.25, -2));
        assertThat(sum.amount()).isZero();
    }

    @Test
    void neverFallsUnderZeroByRounding() {
        var sum = Accumulator.empty().plus(delta(.3, 2)).plus(delta(-.1, 0)).plus(delta(-.2 - 1e-16, -1));
        assertThat(sum.amount()).isNotNegative();
    }

    @Test
    void refusesToTakeBackWhatWasNeverAdded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accumulator.empty().plus(delta(-1, -1)));
    }

    @Test
    void givesOneDeltaPerSubjectAndKindHoweverLargeTheBatch() {
        var posting = new EvidencePosting(policy(), LANDMARK).add(evidence(E4, OLD), _ -> 0, CarryGraph.none());
        assertThat(posting.accumulators()).hasSize(6);
        assertThat(posting.days()).hasSize(4);
    }

    @Test
    void refusesEvidenceThatThePolicyDoesNotKnow() {
        var posting = new EvidencePosting(policy(), LANDMARK);
        var unknown = evidence("SANG@1", OLD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posting.add(unknown, _ -> 0, CarryGraph.none()))
                .withMessageContaining("SANG");
    }

    @Test
    void rebuildsThePastFromTheLog() {
        var past = new EvidencePosting(policy(), LANDMARK).rebuildAsOf(evidence(E4, OLD), CarryGraph.none(), day(11));
        assertThat(past.keySet()).extracting(key -> key.kind().code()).containsOnly("PURCHASED", "REPLIED");
        var replies = Accumulators.of(new TrustSubject.Brand(CUSTOMER), past).of(EvidenceKind.REPLIED);
        assertThat(replies.amount()).isEqualTo(Math.pow(2, 10.0 / 45), within(1e-12));
        assertThat(replies.count()).isEqualTo(1);
    }

    @Test
    void rebuildsAPastBeforeTheHandOver() {
        var edge = new CarryEdge(OLD, NEW, day(30), CarryShare.of(.5));
        var posting = new EvidencePosting(policy(), LANDMARK);
        var graph = CarryGraph.of(List.of(edge));
        assertThat(posting.rebuildAsOf(evidence(E4, OLD), graph, day(29))).hasSize(6);
        assertThat(posting.rebuildAsOf(evidence(E4, OLD), graph, day(30))).hasSize(9);
    }

    @Test
    void asksForANewLandmarkBeforeSumsReachTheRangeOfADouble() {
        var week = new HalfLife(7);
        assertThat(LANDMARK.tooOldAt(day(3_500), week)).isFalse();
        assertThat(LANDMARK.tooOldAt(day(3_501), week)).isTrue();
        assertThat(LANDMARK.scaleOf(day(3_500), week) * 1e6).isFinite();
    }

    private static AccumulatorDelta delta(double amount, long count) {
        return new AccumulatorDelta(KEY, amount, count, day(1));
    }
}
