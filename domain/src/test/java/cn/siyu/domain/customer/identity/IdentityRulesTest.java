package cn.siyu.domain.customer.identity;

import static cn.siyu.domain.customer.IdentitySource.IMPORT;
import static cn.siyu.domain.customer.IdentitySource.PLATFORM;
import static cn.siyu.domain.customer.identity.IdentityDecision.Verdict.MUST_LINK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.channel.policy.PolicyReading;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityRulesTest {
    private static Map<String, Object> values() {
        return new HashMap<>(Map.of(
                "limits",
                Map.of("PHONE", 2, "WECHAT_ID", 5),
                "sharedPhoneAbove",
                4,
                "blocked",
                Map.of(
                        "zeros",
                        true,
                        "placeholders",
                        List.of("null", "无"),
                        "testPhones",
                        List.of("+8612345678901"),
                        "storePhones",
                        List.of("+862112345678"))));
    }

    private static IdentityRules rules() {
        return PolicyReader.read(values(), IdentityRules::from).orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, +8613800000000, ZEROS",
        "PHONE, +8612345678901, TEST_PHONE",
        "PHONE, +862112345678, STORE_PHONE",
        "PHONE, +8613812345678,",
        "PHONE, +8613810000000,",
        "MEMBER_ID, 0000, ZEROS",
        "MEMBER_ID, NULL, PLACEHOLDER",
        "UNIONID, 无, PLACEHOLDER",
        "WECHAT_ID, nullable,",
        "EXTERNAL_USERID, null,",
        "PERSONAL_CONTACT, 0,"
    })
    void tellsWhichValuesAreNobodys(IdentityType type, String value, BlockedValues.Why why) {
        assertThat(rules().blocked().why(new IdentityKey(type, "", value)).orElse(null))
                .isEqualTo(why);
    }

    @Test
    void readsLimitsAndLeavesOtherTypesWithoutOne() {
        assertThat(rules().most(IdentityType.PHONE)).isEqualTo(2);
        assertThat(rules().most(IdentityType.WECHAT_ID)).isEqualTo(5);
        assertThat(rules().most(IdentityType.UNIONID)).isEqualTo(Integer.MAX_VALUE);
        assertThat(rules().sharedAbove()).isEqualTo(4);
    }

    @Test
    void namesEveryMistakeOfAPolicy() {
        var values = values();
        values.put("limits", Map.of("PHONE", 0, "FAX", 1));
        values.put("blocked", Map.of("zeros", true, "placeholders", List.of(" "), "testPhones", List.of("110")));

        var reading = PolicyReader.read(values, IdentityRules::from);

        assertThat(reading).isInstanceOf(PolicyReading.Rejected.class);
        assertThat(((PolicyReading.Rejected<?>) reading).problems())
                .extracting(PolicyProblem::pointer)
                .containsExactlyInAnyOrder(
                        "/limits/PHONE",
                        "/limits/FAX",
                        "/blocked/placeholders/0",
                        "/blocked/testPhones/0",
                        "/blocked/storePhones");
    }

    @Test
    void joinsAsManyPhoneNumbersAsThePolicySays() {
        var people = new People().under(rules());
        for (int i = 1; i <= 3; i++) {
            people.said("U1", "P" + i, IMPORT, i);
        }

        assertThat(people.persons()).containsExactlyInAnyOrder(Set.of("U1", "P1", "P2"), Set.of("P3"));
    }

    @Test
    void joinsNobodyByAValueThatIsNobodys() {
        var people = new People()
                .said("M0", "P1", PLATFORM, 1)
                .said("M0", "P2", PLATFORM, 2)
                .decide(MUST_LINK, "M0", "P3");

        assertThat(people.persons()).containsExactlyInAnyOrder(Set.of("M0"), Set.of("P1"), Set.of("P2"), Set.of("P3"));
        assertThat(people.resolve().conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo(IdentityConflict.Reason.BLOCKED));
    }

    @Test
    void partsAComponentWhereAPhoneNumberIsShared() {
        var people = new People();
        for (int i = 1; i <= 4; i++) {
            people.said("M" + i, "P1", IMPORT, i);
        }
        people.said("M1", "U1", PLATFORM, 1);

        var hood = people.neighbourhood();
        var joined = hood.joined(hood.resolve(IdentityRules.DEFAULT, people::newborn));

        assertThat(Set.copyOf(joined.values())).hasSize(5);
        assertThat(hood.newlyIdle(people.resolve(), IdentityRules.DEFAULT))
                .containsExactly(Map.entry(people.id("P1"), 3));
    }
}
