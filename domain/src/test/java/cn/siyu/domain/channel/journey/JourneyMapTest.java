package cn.siyu.domain.channel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.channel.journey.JourneyMap.Count;
import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.channel.policy.PolicyReading;
import cn.siyu.domain.channel.policy.PolicyTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JourneyMapTest {
    private static final Map<String, Object> VALUES = Map.of(
            "touchpoints",
            Map.of(
                    "MOMENTS", touchpoint("NEED"),
                    "LIVE", touchpoint("COMPARISON"),
                    "STORE", touchpoint("COMPARISON", "PURCHASE"),
                    "UNKNOWN", touchpoint()),
            "kinds",
            Map.of(
                    "LIKE", Map.of("name", "Like", "nameZh", "点赞", "signal", "INTEREST"),
                    "REVIEWED",
                            Map.of("name", "Review", "nameZh", "评价", "signal", "INTEREST", "steps", List.of("AFTER")),
                    "COMPLAINT",
                            Map.of(
                                    "name",
                                    "Complaint",
                                    "nameZh",
                                    "投诉",
                                    "signal",
                                    "DISLIKE",
                                    "response",
                                    true,
                                    "evidence",
                                    "COMPLAINED")),
            "filledBy",
            Map.of(
                    "NEED", List.of("MOMENTS"),
                    "INFORMATION", List.of(),
                    "COMPARISON", List.of("LIVE", "STORE"),
                    "PURCHASE", List.of("STORE"),
                    "AFTER", List.of()));
    private static final JourneyPolicy POLICY =
            PolicyReader.read(VALUES, JourneyPolicy::from).orThrow();

    private static Map<String, Object> touchpoint(String... serves) {
        return Map.of("name", "Name", "nameZh", "名", "serves", List.of(serves));
    }

    private static JourneyMap.Row row(JourneyMap map, JourneyStep step) {
        return map.rows().stream().filter(row -> row.step() == step).findFirst().orElseThrow();
    }

    @Test
    void countsAnInteractionForEachStepThatItsTouchpointServes() {
        var map = JourneyMap.of(POLICY, List.of(new Count("STORE", "LIKE", 3)), Map.of(), "UNKNOWN");

        assertThat(row(map, JourneyStep.COMPARISON).cells()).isEqualTo(Map.of("STORE", 3L));
        assertThat(row(map, JourneyStep.PURCHASE).total()).isEqualTo(3);
        assertThat(map.gaps()).containsExactly(JourneyStep.NEED, JourneyStep.INFORMATION, JourneyStep.AFTER);
    }

    @Test
    void countsAKindThatNamesItsStepsForThoseOnly() {
        var map = JourneyMap.of(POLICY, List.of(new Count("STORE", "REVIEWED", 2)), Map.of(), "UNKNOWN");

        assertThat(row(map, JourneyStep.AFTER).cells()).isEqualTo(Map.of("STORE", 2L));
        assertThat(row(map, JourneyStep.PURCHASE).gap()).isTrue();
    }

    @Test
    void takesNoDislikeAndNothingUnknownForService() {
        var counts = List.of(
                new Count("STORE", "COMPLAINT", 2), new Count("PIGEON", "LIKE", 1), new Count("LIVE", "ODD", 1));
        var map = JourneyMap.of(POLICY, counts, Map.of(), "UNKNOWN");

        assertThat(row(map, JourneyStep.PURCHASE).gap()).isTrue();
        assertThat(row(map, JourneyStep.COMPARISON).cells()).isEqualTo(Map.of("LIVE", 1L));
    }

    @Test
    void countsOrdersAsPurchasesWhereTheyCameThrough() {
        var map = JourneyMap.of(POLICY, List.of(), Map.of("STORE", 5L, "APP", 2L, "TMALL", 1L), "UNKNOWN");

        assertThat(row(map, JourneyStep.PURCHASE).cells()).isEqualTo(Map.of("STORE", 5L, "UNKNOWN", 3L));
    }

    @Test
    void flagsAPlanWithoutAnythingForComparingAndSaysWhatUsuallyFillsIt() {
        var map = JourneyMap.ofPlan(POLICY, List.of("MOMENTS", "MOMENTS"));

        assertThat(row(map, JourneyStep.NEED).total()).isEqualTo(2);
        assertThat(row(map, JourneyStep.COMPARISON).gap()).isTrue();
        assertThat(row(map, JourneyStep.COMPARISON).usuallyServed()).containsExactly("LIVE", "STORE");
        assertThat(JourneyMap.ofPlan(POLICY, List.of("LIVE")).gaps()).doesNotContain(JourneyStep.COMPARISON);
    }

    @Test
    void takesOneMoreTouchpointAsData() {
        var more = PolicyTree.merge(VALUES, Map.of("touchpoints", Map.of("PARCEL_CARD", touchpoint("AFTER"))));
        var policy = PolicyReader.read(more, JourneyPolicy::from).orThrow();

        assertThat(policy.stepsOf("PARCEL_CARD", "LIKE")).containsExactly(JourneyStep.AFTER);
        assertThat(policy.touchpoints()).hasSize(5);
    }

    @Test
    void tellsEveryMistakeOfAnEdition() {
        var wrong = PolicyTree.merge(
                VALUES,
                Map.of(
                        "touchpoints", Map.of("small", touchpoint("NEED"), "ODD", touchpoint("LUNCH")),
                        "kinds", Map.of("LIKE", Map.of("name", " ", "signal", "MAYBE", "evidence", "x")),
                        "filledBy", Map.of("AFTER", List.of("PIGEON"))));

        assertThat(PolicyReader.read(wrong, JourneyPolicy::from))
                .isInstanceOfSatisfying(
                        PolicyReading.Rejected.class,
                        rejected -> assertThat(((PolicyReading.Rejected<?>) rejected).problems())
                                .extracting(PolicyProblem::pointer)
                                .containsExactlyInAnyOrder(
                                        "/touchpoints/small",
                                        "/touchpoints/ODD/serves/0",
                                        "/kinds/LIKE/name",
                                        "/kinds/LIKE/signal",
                                        "/kinds/LIKE/evidence",
                                        "/filledBy/AFTER"));
    }
}
