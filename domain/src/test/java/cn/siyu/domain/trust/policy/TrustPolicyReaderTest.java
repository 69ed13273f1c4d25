package cn.siyu.domain.trust.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyReaderTest {

    @Test
    void readsTheShippedEdition() {
        var policy = shipped();
        assertThat(policy.edition()).isEqualTo("trust-2026-01");
        assertThat(policy.curve()).isEqualTo(new TrustCurve(-8, -15, 10));
        assertThat(policy.envelope("WECOM")).contains(new ChannelEnvelope(35, 75, .4));
        assertThat(policy.envelope("PERSONAL_WECHAT")).contains(new ChannelEnvelope(15, 95, .15));
        assertThat(policy.brandShare(PurchaseDecision.COMPLEX)).isEqualTo(.3);
        assertThat(policy.carryShare(CarryReason.WON_BACK)).isEqualTo(new CarryShare(.3, 1));
        assertThat(policy.alert()).isEqualTo(new AlertRule(38, 10, 30));
        assertThat(policy.streak().window()).hasHours(72);
        assertThat(policy.shortestHalfLife()).isEqualTo(new HalfLife(30));
    }

    @ParameterizedTest
    @CsvSource({
        "ADDED_BY_STRONG_SOURCE, POSITIVE, 2, 2, 180, 0",
        "REPLIED, POSITIVE, 1, 4, 45, 2",
        "SPOKE_IN_GROUP, POSITIVE, 0.5, 0.5, 30, 1",
        "LIKED, POSITIVE, 0, 0.5, 30, 1",
        "COMMENTED, POSITIVE, 0, 1.5, 30, 1",
        "CLAIMED_COUPON, POSITIVE, 1.5, 0, 30, 1",
        "VISITED, POSITIVE, 2, 0.5, 60, 1",
        "PURCHASED, POSITIVE, 8, 3, 120, 0",
        "REPURCHASED, POSITIVE, 10, 4, 180, 0",
        "REFERRED, POSITIVE, 5, 8, 360, 0",
        "IGNORED, NEGATIVE, 0.5, 1, 30, 0",
        "NOT_INTERESTED, NEGATIVE, 1, 4, 90, 0",
        "COMPLAINED, NEGATIVE, 10, 8, 180, 0",
        "LEFT_GROUP, NEGATIVE, 1, 2, 60, 0",
        "BLOCKED, NEGATIVE, 8, 30, 360, 0",
        "DELETED, NEGATIVE, 4, 25, 360, 0"
    })
    void weighsOnPersonalAccountsAsPublished(
            String code, EvidenceSign sign, double brand, double social, double halfLife, double cap) {
        var rule = rule(code);
        assertThat(rule.sign()).isEqualTo(sign);
        assertThat(rule.brandWeight()).isEqualTo(brand);
        assertThat(rule.socialWeightOn("PERSONAL_WECHAT")).isEqualTo(social);
        assertThat(rule.halfLife()).isEqualTo(new HalfLife(halfLife));
        assertThat(rule.dailyCap()).isEqualTo(cap == 0 ? OptionalDouble.empty() : OptionalDouble.of(cap));
    }

    @Test
    void weighsLikesHalfAndDeletingLessOnWeCom() {
        assertThat(shipped().rules()).hasSize(16);
        assertThat(rule("LIKED").socialWeightOn("WECOM")).isEqualTo(.25);
        assertThat(rule("COMMENTED").socialWeightOn("WECOM")).isEqualTo(.75);
        assertThat(rule("DELETED").socialWeightOn("WECOM")).isEqualTo(15);
    }

    @Test
    void reportsWhereCappedKindsEnd() {
        var states = shipped().steadyStates();
        assertThat(states)
                .extracting(state -> state.kind().code())
                .containsExactly("CLAIMED_COUPON", "COMMENTED", "LIKED", "REPLIED", "SPOKE_IN_GROUP", "VISITED");
        var liked = states.get(2);
        assertThat(liked.brand()).isZero();
        assertThat(liked.social()).isEqualTo(21.89, within(.005));
    }

    @Test
    void namesTheKindsWhoseSumsAnEditionChanges() {
        var before = shipped();
        var tree = tree();
        at(tree, "kinds", "LIKED").put("half_life_days", 20);
        at(tree, "kinds", "REPLIED").put("daily_cap", 3);
        at(tree, "kinds", "PURCHASED").put("brand", 9);
        assertThat(accepted(tree).kindsToRebuildAfter(before))
                .containsExactlyInAnyOrder(EvidenceKind.LIKED, EvidenceKind.REPLIED);
    }

    @Test
    void refusesAWeComFloorUnderThePersonalOneOfAStrongBrand() {
        var tree = tree();
        at(tree, "channels", "PERSONAL_WECHAT").put("lift", .9);
        assertThat(problems(tree)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/channels");
            assertThat(problem.detail()).contains("floor of WECOM").contains("strength 1.0");
        });
    }

    @Test
    void refusesAWeComFloorUnderThePersonalOneOfAnUnknownBrand() {
        var tree = tree();
        at(tree, "channels", "WECOM").put("floor", 15);
        assertThat(problems(tree))
                .anySatisfy(problem ->
                        assertThat(problem.detail()).contains("floor of WECOM").contains("strength 0.0"));
    }

    @Test
    void refusesAPersonalCeilingThatIsNotAboveWeComs() {
        var tree = tree();
        at(tree, "channels", "PERSONAL_WECHAT").put("ceiling", 75);
        assertThat(problems(tree))
                .anySatisfy(problem -> assertThat(problem.detail()).contains("ceiling of PERSONAL_WECHAT"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndWhere() {
        var tree = tree();
        tree.remove("scale");
        tree.put("colour", "red");
        at(tree, "kinds", "LIKED").put("half_life_days", 6.9);
        at(tree, "kinds", "REPLIED").put("sign", "GOOD");
        at(tree, "carry", "GRADUATED").put("positive", 1.1);
        at(tree, "brand_share").put("HARD", .2);
        at(tree, "ignored").put("window_hours", 1.5);
        tree.remove("alert");
        assertThat(problems(tree))
                .extracting(PolicyProblem::pointer)
                .containsExactlyInAnyOrder(
                        "/scale",
                        "/colour",
                        "/kinds/LIKED",
                        "/kinds/REPLIED/sign",
                        "/carry/GRADUATED",
                        "/brand_share/HARD",
                        "/ignored/window_hours",
                        "/alert");
        assertThat(problems(tree))
                .anySatisfy(problem -> assertThat(problem.detail())
                        .contains("between 7 and 3650 days")
                        .contains("6.9"));
    }

    @Test
    void missesAChannelAReasonAndAShare() {
        var tree = tree();
        at(tree, "channels").remove("WECOM");
        at(tree, "carry").remove("WON_BACK");
        at(tree, "brand_share").remove("NORMAL");
        assertThat(problems(tree))
                .extracting(PolicyProblem::pointer)
                .contains("/channels/WECOM", "/carry/WON_BACK", "/brand_share/NORMAL");
    }

    @ParameterizedTest
    @CsvSource({
        "brand, -1",
        "social, 1001",
        "daily_cap, 0",
        "half_life_days, 4000",
    })
    void refusesARuleOutsideItsBounds(String field, double value) {
        var tree = tree();
        at(tree, "kinds", "REPLIED").put(field, value);
        assertThat(problems(tree)).extracting(PolicyProblem::pointer).containsExactly("/kinds/REPLIED");
    }

    @Test
    void refusesAWeightForAChannelWithoutEnvelopeAndAKindWithABadName() {
        var tree = tree();
        at(tree, "kinds", "LIKED").put("social_by_channel", Map.of("VIDEO_CHANNEL", .1));
        assertThat(problems(tree))
                .extracting(PolicyProblem::pointer)
                .containsExactly("/kinds/LIKED/social_by_channel/VIDEO_CHANNEL");
        var other = tree();
        at(other, "kinds").put("liked it", at(tree(), "kinds", "REPLIED"));
        assertThat(problems(other)).extracting(PolicyProblem::pointer).containsExactly("/kinds/liked it");
    }

    /// The policy that is shipped.
    public static TrustPolicy shipped() {
        return accepted(tree());
    }

    private static EvidenceRule rule(String code) {
        return shipped().rule(new EvidenceKind(code)).orElseThrow();
    }

    private static TrustPolicy accepted(Map<String, Object> tree) {
        return switch (TrustPolicyReader.read(tree)) {
            case PolicyReading.Accepted(var policy) -> policy;
            case PolicyReading.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<PolicyProblem> problems(Map<String, Object> tree) {
        return switch (TrustPolicyReader.read(tree)) {
            case PolicyReading.Accepted(var policy) -> throw new AssertionError("accepted " + policy.edition());
            case PolicyReading.Rejected(var problems) -> problems;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> tree, String... path) {
        Map<String, Object> node = tree;
        for (String name : path) {
            node = (Map<String, Object>) Objects.requireNonNull(node.get(name));
        }
        return node;
    }

    private static Map<String, Object> tree() {
        try (var file = TrustPolicyReaderTest.class.getResourceAsStream("/policies/trust/trust-2026-01.json")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new HashMap<>(PlainJson.object(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
