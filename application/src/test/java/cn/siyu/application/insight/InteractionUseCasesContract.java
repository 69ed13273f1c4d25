package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
    default void joinsIdentitiesOfALoginSoThatLaterEventsWithEitherAreTheSameCustomers() {
        var ports = world();
        var openid = new IdentityKey(IdentityType.OPENID, "wx-app", "o-1");
        var unionid = new IdentityKey(IdentityType.UNIONID, "", "u-1");
        InsightFacts.record(
                ports, InsightFacts.did("1", "VISIT", openid, 9), InsightFacts.did("2", "VISIT", unionid, 9));
        assertThat(ports.resolve.find(BRAND, List.of(openid)))
                .isNotEqualTo(ports.resolve.find(BRAND, List.of(unionid)));

        InsightFacts.record(ports, InsightFacts.loggedIn("3", 10, openid, unionid, PHONE));
        InsightFacts.record(
                ports,
                InsightFacts.did("4", "VISIT", openid, 11),
                InsightFacts.did("5", "VISIT", unionid, 12),
                InsightFacts.did("6", "VISIT", PHONE, 12));

        var facts = ports
                .interactions
                .find(
                        BRAND,
                        Stream.of("1", "2", "3", "4", "5", "6")
                                .map(key -> new ExternalKey("feed", key))
                                .toList())
                .values()
                .stream()
                .map(Interaction::customer)
                .toList();
        assertThat(facts).hasSize(6);
        assertThat(Set.copyOf(ports.resolve.persons(BRAND, facts).values()))
                .containsExactly(ports.resolve.find(BRAND, List.of(openid)).orElseThrow());
    }

    @Test
    default void believesALoginMoreThanAListAndShowsWhatTheyCannotBothMean() {
        var ports = world();
        var openid = new IdentityKey(IdentityType.OPENID, "wx-app", "o-1");
        var listed = new IdentityKey(IdentityType.UNIONID, "", "u-list");
        var loggedIn = new IdentityKey(IdentityType.UNIONID, "", "u-login");
        InsightFacts.record(ports, InsightFacts.together("1", 9, IdentitySource.IMPORT, openid, listed));
        InsightFacts.record(ports, InsightFacts.loggedIn("2", 10, openid, loggedIn));

        assertThat(ports.resolve.find(BRAND, List.of(openid)))
                .isEqualTo(ports.resolve.find(BRAND, List.of(loggedIn)))
                .isNotEqualTo(ports.resolve.find(BRAND, List.of(listed)));
        assertThat(ports.graph.conflicts(BRAND, new Sight.Everything(), 0, 10))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo(IdentityConflict.Reason.TOO_MANY));
    }

    @Test
    default void joinsNobodyByWhatIsRefused() {
        var ports = world();
        var openid = new IdentityKey(IdentityType.OPENID, "wx-app", "o-1");
        var elsewhere = InsightFacts.loggedIn("1", 10, openid, PHONE);
        var nowhere = new RecordInteractions.Item(
                elsewhere.key(),
                elsewhere.kind(),
                elsewhere.identities(),
                IdentitySource.LOGIN,
                STAFF,
                null,
                "CHAT",
                elsewhere.occurredAt());

        assertThat(InsightFacts.record(ports, nowhere))
                .containsExactly(new RecordInteractions.Outcome.Refused(RecordInteractions.Refusal.UNKNOWN_ACCOUNT));
        assertThat(ports.recordInteractions.handle(new RecordInteractions.Command(
                        BRAND, new DataScope.OneDepartment(new DepartmentId(1)), List.of(elsewhere))))
                .containsExactly(new RecordInteractions.Outcome.Refused(RecordInteractions.Refusal.JOINS_UNSEEN));
        assertThat(ports.identities.find(BRAND, List.of(openid, PHONE))).isEmpty();
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
