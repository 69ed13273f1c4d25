package cn.siyu.domain.trust;

import static cn.siyu.domain.trust.TrustVectorsTest.assertScores;
import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.E4;
import static cn.siyu.domain.trust.TrustWorld.LANDMARK;
import static cn.siyu.domain.trust.TrustWorld.NEW;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.THIRD;
import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.TrustWorld.evidence;
import static cn.siyu.domain.trust.TrustWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.EvidencePosting;
import cn.siyu.domain.trust.policy.CarryShare;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The vectors T20 to T26, and what carrying over means where they are silent.
class CarryVectorsTest {
    private static final CarryEdge INHERITED = new CarryEdge(OLD, NEW, day(30), CarryShare.of(.5));
    private static final CarryEdge GRADUATED = new CarryEdge(OLD, NEW, day(30), CarryShare.of(.4));

    @Test
    void t20To22StartTheHeirFromAShareThatGoesOnDecaying() {
        var ledger = withE4().carry(INHERITED);
        assertScores(read(ledger, NEW, "WECOM", 30), -1.396482, .409619, 28.097141, 18.861449, 44.391718);
        assertScores(read(ledger, NEW, "WECOM", 75), -2.154655, -.765308, 26.591160, 17.128737, 43.743979);
        assertScores(read(ledger, OLD, "WECOM", 75), -2.154655, -1.530616, 26.591160, 16.069560, 43.532144);
    }

    @Test
    void t23And24GraduateAndGrowOnNewEvidence() {
        var ledger = withE4().carry(GRADUATED);
        assertScores(read(ledger, NEW, "PERSONAL_WECHAT", 30), -1.396482, .327695, 28.097141, 18.736393, 33.733413);
        ledger.add(evidence("LIKED@31 REPLIED@32", NEW));
        assertScores(read(ledger, NEW, "PERSONAL_WECHAT", 45), -.905381, 3.558058, 29.099880, 24.155113, 36.301998);
    }

    @Test
    void t25CarriesALateReplyOfTheOldRelationship() {
        var ledger = withE4().carry(GRADUATED).add(evidence("REPLIED@25", OLD));
        assertScores(read(ledger, NEW, "PERSONAL_WECHAT", 30), -.470608, 1.809095, 30.004980, 21.096964, 35.440778);
    }

    @Test
    void t26MultipliesTheSharesOfAChainInWhateverOrderItsEdgesAreRecorded() {
        var second = new CarryEdge(NEW, THIRD, day(30), CarryShare.of(.4));
        for (var edges : List.of(List.of(INHERITED, second), List.of(second, INHERITED))) {
            var ledger = withE4();
            edges.forEach(ledger::carry);
            assertScores(
                    read(ledger, THIRD, "PERSONAL_WECHAT", 45), -1.723913, -.038944, 27.440413, 18.184540, 33.249981);
        }
    }

    @Test
    void leavesEvidenceFromAfterTheHandOverWhereItIs() {
        var ledger = withE4().carry(INHERITED).add(evidence("REPLIED@31", OLD));
        assertThat(read(ledger, NEW, "WECOM", 75).social().points()).isEqualTo(-.765308, within(1e-6));
    }

    @Test
    void retractsCarriedEvidenceEverywhere() {
        var ledger = withE4().carry(INHERITED);
        ledger.retract(evidence(E4, OLD).getLast().evidence().id());
        assertThat(ledger.social(NEW).of(EvidenceKind.COMPLAINED).count()).isZero();
        assertThat(ledger.social(NEW).of(EvidenceKind.COMPLAINED).amount()).isZero();
        assertThat(read(ledger, NEW, "WECOM", 30).social().points()).isEqualTo(8.517028 / 2, within(1e-6));
    }

    @Test
    void changesNothingWhenAnEdgeIsRecordedTwice() {
        var once = withE4().carry(INHERITED);
        var twice = withE4().carry(INHERITED).carry(INHERITED);
        assertThat(twice.sums()).isEqualTo(once.sums());
    }

    @Test
    void neverCountsEvidenceTwiceWhenACustomerComesBack() {
        var back = new CarryEdge(NEW, OLD, day(40), CarryShare.of(.5));
        var again = new CarryEdge(OLD, NEW, day(50), CarryShare.of(.5));
        var ledger = withE4().carry(INHERITED);
        var before = read(ledger, OLD, "WECOM", 75).social().points();
        ledger.carry(back).carry(again);
        assertThat(read(ledger, OLD, "WECOM", 75).social().points()).isEqualTo(before, within(1e-9));
        assertThat(read(ledger, NEW, "WECOM", 75).social().points()).isEqualTo(before / 2, within(1e-9));
        ledger.add(evidence("REPLIED@35", NEW));
        assertThat(ledger.social(OLD).of(EvidenceKind.REPLIED).count()).isEqualTo(3);
    }

    @Test
    void passesNothingOnThatCameLaterThanTheHandOver() {
        var earlier = new CarryEdge(NEW, THIRD, day(25), CarryShare.of(.5));
        var ledger = withE4().carry(INHERITED).carry(earlier);
        assertThat(ledger.social(THIRD).byKind()).isEmpty();
    }

    @Test
    void carriesNegativeEvidenceInFullWhenWonBack() {
        var ledger = withE4().carry(new CarryEdge(OLD, NEW, day(30), new CarryShare(.3, 1)));
        double complaint = 8 * Math.pow(2, -10.0 / 180);
        double positive = .819238 + complaint;
        assertThat(read(ledger, NEW, "WECOM", 30).social().points()).isEqualTo(.3 * positive - complaint, within(1e-6));
    }

    @Test
    void carriesStraightFromTheSumsWhereThatIsExact() {
        var ledger = withE4();
        var posting = new EvidencePosting(policy(), LANDMARK);
        var fromSums = posting.carryWhole(INHERITED, ledger.carries(), ledger.social(OLD))
                .orElseThrow();
        var fromLog = posting.carry(INHERITED, ledger.carries(), ledger.liveLog());
        assertThat(fromSums.accumulators())
                .usingRecursiveFieldByFieldElementComparator()
                .hasSameSizeAs(fromLog.accumulators());
        for (var delta : fromSums.accumulators()) {
            var same = fromLog.accumulators().stream()
                    .filter(other -> other.key().equals(delta.key()))
                    .findFirst()
                    .orElseThrow();
            assertThat(delta.amount()).isEqualTo(same.amount(), within(1e-12));
            assertThat(delta.count()).isEqualTo(same.count());
        }
    }

    @Test
    void asksTheLogWhereTheSumsHoldTooMuch() {
        var ledger = withE4();
        var posting = new EvidencePosting(policy(), LANDMARK);
        var tooEarly = new CarryEdge(OLD, NEW, day(15), CarryShare.of(.5));
        assertThat(posting.carryWhole(tooEarly, ledger.carries(), ledger.social(OLD)))
                .isEmpty();
        ledger.carry(INHERITED);
        assertThat(posting.carryWhole(INHERITED, ledger.carries(), ledger.social(OLD)))
                .isEmpty();
    }

    private static TrustLedger withE4() {
        return new TrustLedger(policy(), LANDMARK).add(evidence(E4, OLD));
    }

    private static RelationshipTrust read(TrustLedger ledger, RelationshipId relationship, String channel, double at) {
        return ledger.trust(new TrustModel(policy(), TrustWorld.PROFILE), CUSTOMER, relationship, channel, day(at));
    }
}
