package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What interactions do, over whatever ports.
public interface InteractionUseCasesContract extends InsightFacts {
    @Test
    default void recordsAnInteractionAndLetsTrustStageAndSendsFollow() {
        var ports = world();

        var outcomes = InsightFacts.record(
                ports, InsightFacts.did("1", "REPLY", CONTACT, 10), InsightFacts.did("2", "READ", CONTACT, 11));

        assertThat(outcomes).allSatisfy(one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Recorded.class));
        assertThat(InsightFacts.evidence(ports)).containsExactly(EvidenceKind.REPLIED);
        assertThat(ports.responses).containsExactly("REPLY");
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.INTEREST);
        assertThat(ports.interactions
                        .find(BRAND, List.of(new ExternalKey("feed", "1")))
                        .values())
                .singleElement()
                .satisfies(one -> assertThat(one.relationship()).isEqualTo(RELATIONSHIP));
    }

    @Test
    default void takesARepeatAsNothingNewAndRefusesAnotherContent() {
        var ports = world();
        InsightFacts.record(ports, InsightFacts.did("1", "REPLY", CONTACT, 10));

        assertThat(InsightFacts.record(
                        ports,
                        InsightFacts.did("1", "REPLY", CONTACT, 10),
                        InsightFacts.did("1", "REPLY", CONTACT, 11)))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Repeated.class),
                        one -> assertThat(one)
                                .isEqualTo(
                                        new RecordInteractions.Outcome.Refused(RecordInteractions.Refusal.KEY_REUSED)));
        assertThat(ports.responses).hasSize(1);
    }

    @Test
    default void makesACustomerOfAnUnknownPhoneButNotOfAnUnknownContact() {
        var ports = world();
        var stranger = new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm-unknown");
        var nowhere = new RecordInteractions.Item(
                new ExternalKey("feed", "3"),
                InteractionKind.REPLY,
                List.of(CONTACT),
                STAFF,
                null,
                "CHAT",
                InsightFacts.day(1));

        assertThat(InsightFacts.record(
                        ports,
                        InsightFacts.did("1", "VISIT", PHONE, 10),
                        InsightFacts.did("2", "VISIT", stranger, 10),
                        nowhere))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Recorded.class),
                        one -> assertThat(one)
                                .isEqualTo(new RecordInteractions.Outcome.Refused(
                                        RecordInteractions.Refusal.UNKNOWN_CONTACT)),
                        one -> assertThat(one)
                                .isEqualTo(new RecordInteractions.Outcome.Refused(
                                        RecordInteractions.Refusal.UNKNOWN_ACCOUNT)));
        assertThat(ports.identities.find(BRAND, List.of(PHONE))).hasSize(1);
    }

    @Test
    default void refusesKindsAndTouchpointsThatThePolicyDoesNotListAndNamesThoseItDoes() {
        var ports = world();
        var yawned = InsightFacts.did("1", "YAWNED", PHONE, 10);
        var pigeon = new RecordInteractions.Item(
                new ExternalKey("feed", "2"),
                InteractionKind.REPLY,
                List.of(PHONE),
                null,
                null,
                "PIGEON",
                InsightFacts.day(10));

        assertThat(InsightFacts.record(ports, yawned, InsightFacts.did("3", "REPLY", CONTACT, 10), pigeon))
                .satisfiesExactly(
                        one -> assertThat(one).satisfies(refused -> {
                            var unlisted = (RecordInteractions.Outcome.Unlisted) refused;
                            assertThat(unlisted.what()).isEqualTo(RecordInteractions.Listed.KIND);
                            assertThat(unlisted.known()).contains("REPLY", "WATCHED");
                        }),
                        one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Recorded.class),
                        one -> assertThat(((RecordInteractions.Outcome.Unlisted) one).known())
                                .contains("LIVE", "STORE"));
        assertThat(ports.identities.find(BRAND, List.of(PHONE))).isEmpty();
    }

    @Test
    default void readsTheStageFromWhatThePolicySaysOfAKind() {
        var ports = world();
        InsightFacts.record(ports, InsightFacts.did("1", "COMPLAINT", CONTACT, 1));
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.AWARENESS);
        InsightFacts.record(ports, InsightFacts.did("2", "WATCHED", CONTACT, 2));
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.INTEREST);
        InsightFacts.record(ports, InsightFacts.did("3", "COUPON_CLAIMED", CONTACT, 3));
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.PREFERENCE);
        assertThat(InsightFacts.evidence(ports)).containsExactly(EvidenceKind.CLAIMED_COUPON, EvidenceKind.COMPLAINED);
    }

    @Test
    default void silencesAnAccountLongerEachTimeInWhateverOrder() {
        var ports = world();
        InsightFacts.record(ports, InsightFacts.did("2", "NOT_INTERESTED", CONTACT, 20));
        InsightFacts.record(ports, InsightFacts.did("1", "NOT_INTERESTED", CONTACT, 1));

        var silence = ports.trust
                .relationships()
                .silences(BRAND, List.of(RELATIONSHIP))
                .get(RELATIONSHIP);
        assertThat(silence).isEqualTo(new Silence(2, InsightFacts.day(50)));
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.AWARENESS);
    }
}
