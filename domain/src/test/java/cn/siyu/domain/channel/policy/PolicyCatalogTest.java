package cn.siyu.domain.channel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyCatalogTest {
    private static final PolicyLine WECOM = PolicyLine.platform("WECOM");
    private static final Instant IN_2024 = Instant.parse("2024-05-05T00:00:00Z");
    private static final Instant IN_2026 = Instant.parse("2026-05-05T00:00:00Z");

    private final PolicyCatalog catalog = new PolicyCatalog(
            List.of(
                    PolicyFixtures.edition(
                            "wecom-new",
                            "2025-11-17",
                            PolicyFixtures.platformTree(
                                    "AS_MANY_AS_DAYS_IN_MONTH",
                                    List.of("AS_MANY_AS_DAYS_IN_MONTH", "PER_WEEK 7", "PER_DAY 1"))),
                    PolicyFixtures.edition(
                            "wecom-old",
                            "2021-01-01",
                            PolicyFixtures.platformTree("PER_MONTH 4", List.of("PER_MONTH 4")))),
            ZoneId.of("Asia/Shanghai"));

    @Test
    void theNewestEditionAlreadyValidHolds() {
        assertThat(editionAt("2025-11-16T15:59:59Z")).hasValue("wecom-old");
        assertThat(editionAt("2025-11-16T16:00:00Z")).hasValue("wecom-new");
        assertThat(editionAt("2020-12-31T15:59:59Z")).isEmpty();
    }

    @Test
    void anEditionForAllChannelsGivesWayToOneForTheChannel() {
        var forAll = new PolicyEdition(
                new PolicyEditionId("all-2026"),
                PolicyKind.PLATFORM,
                null,
                java.time.LocalDate.parse("2026-01-01"),
                "test",
                PolicyConfidence.ASSUMED,
                Map.of());
        var both = new PolicyCatalog(List.of(forAll, catalog.editions().getFirst()), catalog.zone());

        assertThat(both.inForce(WECOM, IN_2026))
                .hasValueSatisfying(edition -> assertThat(edition.id().value()).isEqualTo("wecom-old"));
        assertThat(both.inForce(PolicyLine.platform("OTHER"), IN_2026)).hasValue(forAll);
    }

    @Test
    void aBrandMaySwitchToAnotherOfThePlatformsChoices() {
        var reading = catalog.platform(
                "WECOM", IN_2026, override(Map.of("massMessages", Map.of("perCustomer", "PER_DAY 1"))));

        var policy = reading.orThrow();
        assertThat(policy.values().massMessages().perCustomer()).isEqualTo(new QuotaRule.PerDay(1));
        assertThat(policy.values().massMessages().recipientsPerCall()).isEqualTo(10_000);
        assertThat(policy.stamp()).hasToString("wecom-new+3");
    }

    @Test
    void aBrandMayBeStricterThanItsPlatformButNeverLaxer() {
        var stricter = catalog.platform("WECOM", IN_2026, override(Map.of("customers", Map.of("perAccount", 8_000))));
        var laxer = catalog.platform(
                "WECOM",
                IN_2026,
                override(Map.of(
                        "customers",
                        Map.of("perAccount", 90_000),
                        "massMessages",
                        Map.of("recipientsPerCall", 20_000))));

        assertThat(stricter.orThrow().values().customers().perAccount()).isEqualTo(8_000);
        assertThat(problems(laxer))
                .containsExactly(
                        "/customers/perAccount LAXER_THAN_PLATFORM",
                        "/massMessages/recipientsPerCall LAXER_THAN_PLATFORM");
    }

    @Test
    void aBrandCannotWidenTheChoicesItself() {
        var reading = catalog.platform(
                "WECOM",
                IN_2024,
                override(Map.of(
                        "massMessages", Map.of("perCustomer", "PER_MONTH 30", "choices", List.of("PER_MONTH 30")))));

        assertThat(problems(reading)).containsExactly("/massMessages/choices LAXER_THAN_PLATFORM");
    }

    @Test
    void everyMistakeOfAnOverrideIsReportedAtOnce() {
        var reading = catalog.platform(
                "WECOM",
                IN_2026,
                override(Map.of(
                        "welcomeWindow",
                        "soon",
                        "customers",
                        Map.of("perAccount", 0, "perAcount", 5),
                        "massMessages",
                        Map.of("perCustomer", "PER_MONTH 99"),
                        "groups",
                        7)));

        assertThat(problems(reading))
                .containsExactlyInAnyOrder(
                        "/welcomeWindow WRONG_TYPE",
                        "/customers/perAccount OUT_OF_RANGE",
                        "/customers/perAccountAtStart CONTRADICTION",
                        "/customers/perAcount UNKNOWN_KEY",
                        "/massMessages/perCustomer CONTRADICTION",
                        "/groups WRONG_TYPE");
    }

    @Test
    void withoutAnEditionTheInstallationIsIncomplete() {
        assertThatThrownBy(() -> catalog.platform("WECOM", Instant.EPOCH, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PLATFORM");
    }

    @Test
    void twoEditionsNeverShareAName() {
        var edition = catalog.editions().getFirst();
        assertThatThrownBy(() -> new PolicyCatalog(List.of(edition, edition), catalog.zone()))
                .hasMessageContaining(edition.id().value());
    }

    private Optional<String> editionAt(String at) {
        return catalog.inForce(WECOM, Instant.parse(at))
                .map(edition -> edition.id().value());
    }

    private static Optional<PolicyOverride> override(Map<String, Object> values) {
        return Optional.of(new PolicyOverride(3, LocalDate.of(2020, 1, 1), values));
    }

    private static List<String> problems(PolicyReading<?> reading) {
        return switch (reading) {
            case PolicyReading.Accepted<?> accepted -> List.of("accepted " + accepted.value());
            case PolicyReading.Rejected<?>(List<PolicyProblem> problems) ->
                problems.stream()
                        .map(problem -> problem.pointer() + " " + problem.code())
                        .toList();
        };
    }

    @Test
    void aLineIsWrittenAsItIsRead() {
        assertThat(PolicyLine.parse("PLATFORM:WECOM")).isEqualTo(WECOM).hasToString("PLATFORM:WECOM");
        assertThat(PolicyLine.parse("CONTACT"))
                .isEqualTo(PolicyLine.of(PolicyKind.CONTACT))
                .hasToString("CONTACT");
        assertThatThrownBy(() -> PolicyLine.parse("WEATHER")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void differencesAreToldByPointer() {
        var differences = PolicyTree.differences(
                Map.of("a", Map.of("b/c", 1, "d", 2.0), "gone", List.of("x"), "same", true),
                Map.of("a", Map.of("b/c", 7, "d", 2), "new", "y", "same", true));

        assertThat(differences)
                .containsExactly(
                        new PolicyDifference("/a/b~1c", 1, 7),
                        new PolicyDifference("/gone", List.of("x"), null),
                        new PolicyDifference("/new", null, "y"));
    }
}
