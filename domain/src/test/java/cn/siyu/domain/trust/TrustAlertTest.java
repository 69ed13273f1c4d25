package cn.siyu.domain.trust;

import static cn.siyu.domain.trust.TrustWorld.CUSTOMER;
import static cn.siyu.domain.trust.TrustWorld.LANDMARK;
import static cn.siyu.domain.trust.TrustWorld.OLD;
import static cn.siyu.domain.trust.TrustWorld.day;
import static cn.siyu.domain.trust.TrustWorld.evidence;
import static cn.siyu.domain.trust.TrustWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cn.siyu.domain.trust.policy.AlertRule;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustAlertTest {
    private static final AlertRule RULE = new AlertRule(38, 10, 30);
    private static final TrustModel MODEL = new TrustModel(policy(), TrustWorld.PROFILE);

    @Test
    void alertsOnAFallOfTenPointsAndNotBefore() {
        assertThat(TrustAlert.of(RULE, OptionalDouble.of(60), 50, 49)).containsExactly(new TrustAlert.Fell(60, 50));
        assertThat(TrustAlert.of(RULE, OptionalDouble.of(60), 50.1, 49)).isEmpty();
        assertThat(TrustAlert.of(RULE, OptionalDouble.empty(), 50, 49)).isEmpty();
    }

    @Test
    void alertsOnAForecastThatCrossesTheLimit() {
        assertThat(TrustAlert.of(RULE, OptionalDouble.empty(), 38, 37.9))
                .containsExactly(new TrustAlert.AboutToFall(38, 37.9));
        assertThat(TrustAlert.of(RULE, OptionalDouble.empty(), 37, 36)).isEmpty();
    }

    @Test
    void forecastsByReadingTheSameSumsLater() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence("PURCHASED@0", OLD));
        assertThat(ledger.trust(MODEL, CUSTOMER, OLD, "WECOM", day(120)).trust())
                .isEqualTo(47.143654, within(1e-6));
    }

    @Test
    void refusesToReadThePastFromTheSums() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence("PURCHASED@5", OLD));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.trust(MODEL, CUSTOMER, OLD, "WECOM", day(4)))
                .withMessageContaining("can't be read as of");
    }

    @Test
    void takesTheBestRelationshipForTheCustomer() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence("REPLIED@0", OLD));
        var replied = ledger.trust(MODEL, CUSTOMER, OLD, "WECOM", day(1));
        var silent = ledger.trust(MODEL, CUSTOMER, TrustWorld.NEW, "WECOM", day(1));
        assertThat(TrustModel.customer(List.of(silent, replied))).hasValue(replied.trust());
        assertThat(TrustModel.customer(List.of())).isEmpty();
    }

    @Test
    void mixesTheComponentsAsTheyShowOnTheChannel() {
        var ledger = new TrustLedger(policy(), LANDMARK).add(evidence(TrustWorld.E4, OLD));
        var trust = ledger.trust(MODEL, CUSTOMER, OLD, "PERSONAL_WECHAT", day(30));
        assertThat(.5 * trust.brandOnChannel() + .5 * trust.socialOnChannel()).isEqualTo(trust.trust(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, LITTLE_KNOWN", "5, LITTLE_KNOWN", "6, FAIR", "18, FAIR", "19, WELL_KNOWN"})
    void putsConfidenceIntoWords(double mass, Confidence.Knowledge word) {
        assertThat(Confidence.ofMass(mass, policy().confidence()).knowledge()).isEqualTo(word);
    }

    @Test
    void refusesAChannelWithoutEnvelope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.envelope("VIDEO_CHANNEL"))
                .withMessageContaining("VIDEO_CHANNEL");
    }
}
