package cn.siyu.domain.trust;

import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.E4;
import static cn.siyu.domain.trust.TrustWorld.LANDMARK;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.TrustWorld.evidence;
import static cn.siyu.domain.trust.TrustWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.evidence.Landmark;
import cn.siyu.domain.trust.policy.EvidenceKind;
import cn.siyu.domain.trust.policy.EvidenceSign;
import cn.siyu.domain.trust.policy.PurchaseDecision;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The vectors T01 to T19 and T27 to T33; those of carrying over are in [CarryVectorsTest].
class TrustVectorsTest {
    private static final double SCORE = 1e-6;

    @ParameterizedTest(name = "{0}: {1} read on day {2}")
    @CsvSource(delimiter = '|', textBlock = """
            T01|''|0|WECOM|0|NORMAL|0|0|31.002552|18.242552|44.849021
            T02|''|0|PERSONAL_WECHAT|0|NORMAL|0|0|31.002552|18.242552|34.698042
            T03|''|0|WECOM|1|NORMAL|0|0|31.002552|18.242552|56.909413
            T04|''|0|PERSONAL_WECHAT|1|NORMAL|0|0|31.002552|18.242552|43.743335
            T05|PURCHASED@0|0|WECOM|0|NORMAL|8|3|50|23.147522|49.629504
            T06|PURCHASED@0|120|WECOM|0|NORMAL|4|1.5|40.131234|20.587037|47.143654
            T07|PURCHASED@0|360|WECOM|0|NORMAL|1|0.375|33.181223|18.808525|45.397950
            T08|E4|30|WECOM|0|NORMAL|-1.396482|0.819238|28.097141|19.496335|44.518695
            T09|E4|30|PERSONAL_WECHAT|0|NORMAL|-1.396482|0.819238|28.097141|19.496335|34.037390
            T10|E4|30|WECOM|0|SIMPLE|-1.396482|0.819238|28.097141|19.496335|45.206760
            T11|E4|30|WECOM|0|COMPLEX|-1.396482|0.819238|28.097141|19.496335|43.830631
            T12|PURCHASED@5|40|WECOM|0|NORMAL|6.535662|2.450873|46.345682|22.185089|48.706154
            T13|PURCHASED@5 REPLIED@8|40|WECOM|0|NORMAL|7.146511|4.894271|47.867573|26.686775|49.910870
            T15|E4 BLOCKED@30|30|WECOM|0|NORMAL|-9.396482|-29.180762|14.935762|1.191376|38.225428
            T16|E4 BLOCKED@30|390|WECOM|0|NORMAL|-5.558809|-16.585696|20.491057|4.075494|39.913310
            T17|PURCHASED@0*1000000|0|WECOM|0|NORMAL|8000000|3000000|100|100|75
            T18|PURCHASED@0*1000000|0|PERSONAL_WECHAT|0|NORMAL|8000000|3000000|100|100|95
            T19|BLOCKED@0*1000000|0|WECOM|0|NORMAL|-8000000|-30000000|0|0|35
            T33|IGNORED@10*1 IGNORED@17*2 IGNORED@24*3|24|WECOM|0|NORMAL|-2.712484|-5.424969|25.516574|11.481273|42.399569
            """)
    void scores(
            String name,
            String script,
            double at,
            String channel,
            double strength,
            PurchaseDecision decision,
            double brandPoints,
            double socialPoints,
            double brand,
            double social,
            double trust) {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence(script.replace("E4", E4), OLD));
        var model = new TrustModel(policy(), new BrandProfile(strength, decision));
        assertScores(
                ledger.trust(model, CUSTOMER, OLD, channel, day(at)), brandPoints, socialPoints, brand, social, trust);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1000, -777.25})
    void t08ReadsTheSameInEveryOrderAndFromEveryLandmark(double landmark) {
        var orders = permutations(evidence(E4, OLD));
        assertThat(orders).hasSize(24);
        for (List<DatedEvidence> order : orders) {
            var ledger = new TrustLedger(policy(), new Landmark(day(landmark)));
            order.forEach(piece -> ledger.add(List.of(piece)));
            assertScores(read(ledger, 30), -1.396482, .819238, 28.097141, 19.496335, 44.518695);
        }
    }

    @Test
    void t08StoresUnweightedSumsAndKnowsHowWellFoundedItIs() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence(E4, OLD));
        var sums = ledger.brand(CUSTOMER);
        assertThat(sums).isEqualTo(ledger.social(OLD));
        assertThat(sums.of(EvidenceKind.PURCHASED).amount()).isEqualTo(1);
        assertThat(sums.of(EvidenceKind.REPLIED).amount()).isEqualTo(2.378855106390, within(1e-12));
        assertThat(sums.of(EvidenceKind.COMPLAINED).amount()).isEqualTo(1.080059738892, within(1e-12));
        var trust = read(ledger, 30);
        assertThat(trust.brand().confidence().value()).isEqualTo(.695738, within(SCORE));
        assertThat(trust.social().confidence().value()).isEqualTo(.660740, within(SCORE));
        assertThat(trust.brand().confidence().knowledge()).isEqualTo(Confidence.Knowledge.FAIR);
    }

    @Test
    void t13TakesALateReplyInAfterTheScoreWasRead() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence("PURCHASED@5", OLD));
        assertThat(read(ledger, 40).trust()).isEqualTo(48.706154, within(SCORE));
        ledger.add(evidence("REPLIED@8", OLD));
        assertThat(read(ledger, 40).trust()).isEqualTo(49.910870, within(SCORE));
    }

    @Test
    void t14CountsTwoOfFiveRepliesOfADayAndDatesThemAtItsStart() {
        var ledger = new TrustLedger(policy(), LANDMARK);
        for (double hour : new double[] {23.9, 3, 12, 0, 7.5}) {
            ledger.add(List.of(reply(10 + hour / 24)));
        }
        assertScores(read(ledger, 15), 1.851749, 7.406998, 35.095932, 31.879821, 48.395151);
        assertThat(ledger.social(OLD).of(EvidenceKind.REPLIED).count()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0} on day {1}")
    @CsvSource({
        "T27,   0, -6.000000,  8.000000, 19.781611, 33.181223, 45.592567",
        "T28,  45, -6.408964,  1.272829, 19.140657, 20.218121, 42.871756",
        "T29, 180, -4.750000, -3.000000, 21.840254, 14.185106, 42.205072",
        "T30, 720, -0.624939, -0.499756, 29.681856, 17.508979, 44.438167"
    })
    void t27To30FallAndRiseAgainAsKindsDecayAtTheirOwnPace(
            String name,
            double at,
            double brandPoints,
            double socialPoints,
            double brand,
            double social,
            double trust) {
        var uncapped = TrustWorld.policyReplacing(TrustWorld.rule("REPLIED", EvidenceSign.POSITIVE, 1, 4, 45, 0));
        var ledger = new TrustLedger(uncapped, LANDMARK).add(evidence("REPLIED@0*4 COMPLAINED@0", OLD));
        var model = new TrustModel(uncapped, TrustWorld.PROFILE);
        assertScores(
                ledger.trust(model, CUSTOMER, OLD, "WECOM", day(at)), brandPoints, socialPoints, brand, social, trust);
    }

    @Test
    void t31ForgetsARetractedComplaint() {
        var pieces = evidence(E4, OLD);
        var ledger = new TrustLedger(policy(), LANDMARK).add(pieces);
        ledger.retract(pieces.getLast().evidence().id());
        assertScores(read(ledger, 30), 8.225756, 8.517028, 50.564366, 34.337337, 51.980341);
        assertThat(ledger.brand(CUSTOMER).of(EvidenceKind.COMPLAINED).amount()).isZero();
    }

    @Test
    void t32AddsUpWhatIsKnownOfMergedCustomers() {
        var twin = new CustomerId(2);
        var ledger = new TrustLedger(policy(), LANDMARK)
                .add(evidence("PURCHASED@0", CUSTOMER, OLD))
                .add(evidence("PURCHASED@60 COMPLAINED@50", twin, TrustWorld.NEW));
        var table = new ReadingTable(policy(), LANDMARK, day(60));
        var brand = ledger.brand(CUSTOMER).plus(ledger.brand(twin));
        var social = ledger.social(OLD).plus(ledger.social(TrustWorld.NEW));
        var trust = new TrustModel(policy(), TrustWorld.PROFILE)
                .relationship(table.brand(brand), table.social(social, "WECOM"), "WECOM");
        assertScores(trust, 4.034616, -2.576470, 40.214431, 14.708528, 45.984592);
    }

    private static DatedEvidence reply(double at) {
        var evidence = new Evidence(
                new EvidenceId("reply " + at),
                EvidenceKind.REPLIED,
                CUSTOMER,
                Optional.of(OLD),
                day(at),
                day(at),
                1,
                "test");
        return evidence.dated(policy().rule(EvidenceKind.REPLIED).orElseThrow(), ZoneOffset.UTC);
    }

    private static RelationshipTrust read(TrustLedger ledger, double at) {
        return ledger.trust(new TrustModel(policy(), TrustWorld.PROFILE), CUSTOMER, OLD, "WECOM", day(at));
    }

    static void assertScores(
            RelationshipTrust trust,
            double brandPoints,
            double socialPoints,
            double brand,
            double social,
            double total) {
        assertThat(trust.brand().points()).isEqualTo(brandPoints, within(SCORE));
        assertThat(trust.social().points()).isEqualTo(socialPoints, within(SCORE));
        assertThat(trust.brand().score()).isEqualTo(brand, within(SCORE));
        assertThat(trust.social().score()).isEqualTo(social, within(SCORE));
        assertThat(trust.trust()).isEqualTo(total, within(SCORE));
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(first -> {
                    var rest = new ArrayList<>(items);
                    var head = rest.remove((int) first);
                    return permutations(rest).stream().map(tail -> {
                        var order = new ArrayList<>(List.of(head));
                        order.addAll(tail);
                        return (List<T>) order;
                    });
                })
                .toList();
    }
}
