package cn.siyu.domain.trust;

import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.E4;
import static cn.siyu.domain.trust.TrustWorld.LANDMARK;
import static cn.siyu.domain.trust.TrustWorld.NEW;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.TrustWorld.evidence;
import static cn.siyu.domain.trust.TrustWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.policy.CarryShare;
import cn.siyu.domain.trust.policy.EvidenceSign;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustExplanationTest {
    private static final TrustModel MODEL = new TrustModel(policy(), TrustWorld.PROFILE);

    @Test
    void addsUpToTheScoreInT08() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence(E4, OLD));
        var explanation = explain(ledger, OLD, day(30), ledger.liveLog());
        assertThat(explanation.base()).isEqualTo(44.849021, within(1e-6));
        assertThat(explanation.contributions())
                .extracting(Contribution::points)
                .usingElementComparator((left, right) -> Math.abs(left - right) <= 1e-6 ? 0 : 1)
                .containsExactly(3.571363, 1.205509, 1.252836, -6.360034);
        assertThat(explanation.contributions())
                .extracting(contribution -> ((Contribution.Piece) contribution).shareLeft())
                .usingElementComparator((left, right) -> Math.abs(left - right) <= 1e-6 ? 0 : 1)
                .containsExactly(.840896, .734867, .763718, .962224);
        assertThat(explanation.sum()).isEqualTo(44.518695, within(1e-6));
        assertThat(explanation.sum()).isEqualTo(explanation.trust().trust(), within(1e-9));
    }

    @Test
    void foldsWhatIsNotShownIntoOneLinePerKind() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence(E4, OLD));
        var newest = ledger.liveLog().subList(2, 4);
        var explanation = explain(ledger, OLD, day(30), newest);
        assertThat(explanation.contributions())
                .filteredOn(Contribution.Rest.class::isInstance)
                .satisfiesExactly(
                        purchases -> {
                            assertThat(purchases.kind().code()).isEqualTo("PURCHASED");
                            assertThat(purchases.points()).isEqualTo(3.571363, within(1e-6));
                        },
                        replies -> {
                            assertThat(replies.kind().code()).isEqualTo("REPLIED");
                            assertThat(replies.points()).isEqualTo(1.205509, within(1e-6));
                            assertThat(((Contribution.Rest) replies).count()).isEqualTo(1);
                        });
        assertThat(explanation.sum()).isEqualTo(explanation.trust().trust(), within(1e-9));
    }

    @Test
    void sharesACappedDayAmongItsPieces() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence("REPLIED@10*1 REPLIED@10*4", OLD));
        var explanation = explain(ledger, OLD, day(15), ledger.liveLog());
        assertThat(explanation.contributions()).hasSize(2);
        double small = explanation.contributions().getFirst().points();
        assertThat(explanation.contributions().getLast().points()).isEqualTo(4 * small, within(1e-9));
        assertThat(explanation.sum()).isEqualTo(explanation.trust().trust(), within(1e-9));
    }

    @Test
    void showsCarriedEvidenceWhereItCameTo() {
        var ledger = new TrustLedger(policy(), LANDMARK)
                .add(evidence(E4, OLD))
                .carry(new CarryEdge(OLD, NEW, day(30), CarryShare.of(.5)));
        var explanation = explain(ledger, NEW, day(75), ledger.liveLog());
        assertThat(explanation.contributions()).hasSize(4).allMatch(Contribution.Piece.class::isInstance);
        assertThat(explanation.sum()).isEqualTo(43.743979, within(1e-6));
    }

    @Test
    void explainsPointsThatCancelEachOther() {
        var odd = TrustWorld.policyReplacing(TrustWorld.rule("BLOCKED", EvidenceSign.NEGATIVE, 8, 3, 120, 0));
        var ledger = new TrustLedger(odd, LANDMARK).add(evidence("PURCHASED@0 BLOCKED@0", OLD));
        var model = new TrustModel(odd, TrustWorld.PROFILE);
        var table = new ReadingTable(odd, LANDMARK, day(50));
        var explanation = new TrustExplainer(model)
                .explain(table, ledger.brand(CUSTOMER), ledger.social(OLD), "WECOM", List.of());
        assertThat(explanation.contributions())
                .extracting(Contribution::points)
                .satisfiesExactlyInAnyOrder(
                        purchase -> assertThat(purchase).isGreaterThan(1),
                        block -> assertThat(block).isLessThan(-1));
        assertThat(explanation.sum()).isEqualTo(explanation.trust().trust(), offset(1e-9));
    }

    static TrustExplanation explain(TrustLedger ledger, RelationshipId here, Instant at, List<DatedEvidence> shown) {
        var shares = shown.stream()
                .map(dated -> EvidenceShare.of(
                        dated,
                        policy().rule(dated.evidence().kind()).orElseThrow(),
                        ledger::sumOf,
                        ledger.carries(),
                        here))
                .toList();
        return new TrustExplainer(MODEL)
                .explain(
                        new ReadingTable(policy(), ledger.landmark(), at),
                        ledger.brand(CUSTOMER),
                        ledger.social(here),
                        "WECOM",
                        shares);
    }
}
