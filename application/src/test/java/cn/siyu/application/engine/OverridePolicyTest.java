package cn.siyu.application.engine;

import static cn.siyu.application.brand.BrandWorld.BRAND;
import static cn.siyu.application.brand.BrandWorld.boss;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandWorld;
import cn.siyu.application.channel.OverridePolicy;
import cn.siyu.application.channel.ReadPolicies;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.domain.channel.policy.PolicyDifference;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridePolicyTest {
    private static final PolicyLine CONTACT = PolicyLine.of(PolicyKind.CONTACT);
    private static final PolicyLine WECOM = PolicyLine.platform("WECOM");

    private final BrandWorld world = new BrandWorld();
    private final TestEditions editions = new TestEditions();
    private final InMemoryPolicyOverrides overrides = new InMemoryPolicyOverrides(world.store);
    private final ReadPolicies read = new ReadPolicies(editions, overrides, world.clock);
    private final OverridePolicy override =
            new OverridePolicy(editions, overrides, PolicyChecks.all(), world.clock, world.store);

    private OverridePolicy.Outcome set(PolicyLine line, int version, Map<String, Object> values) {
        return override.handle(new OverridePolicy.Command(boss(), line, version, null, values));
    }

    private OverridePolicy.Outcome setFrom(LocalDate day, int version, Map<String, Object> values) {
        return override.handle(new OverridePolicy.Command(boss(), CONTACT, version, day, values));
    }

    private static List<String> problems(OverridePolicy.Outcome outcome) {
        if (outcome instanceof OverridePolicy.Outcome.Refused(var problems)) {
            return problems.stream()
                    .map(problem -> problem.pointer() + " " + problem.code())
                    .toList();
        }
        throw new AssertionError("not refused: " + outcome);
    }

    @Test
    void showsEveryLineWithTheEditionInForce() {
        assertThat(read.lines())
                .extracting(PolicyLine::toString)
                .containsExactly(
                        "ACCOUNT_CARE:BY_HAND",
                        "ALLOCATION",
                        "CHANNEL_FIT",
                        "CONTACT",
                        "CUSTOMER_POOL",
                        "GRADUATION",
                        "JOURNEY",
                        "PLATFORM:BY_HAND",
                        "PLATFORM:WECOM");
        assertThat(read.editions()).hasSize(11);
        assertThat(read.inForce(boss()))
                .extracting(view -> view.stamp().toString())
                .containsExactly(
                        "by-hand-care-1",
                        "allocation-1",
                        "channel-fit-1",
                        "contact-1",
                        "customer-pool-1",
                        "graduation-1",
                        "journey-1",
                        "by-hand-1",
                        "wecom-1");
        assertThat(read.inForce(boss(), PolicyLine.platform("PIGEON"))).isEmpty();
    }

    @Test
    void laysABrandsSettingsOverTheEdition() {
        assertThat(set(CONTACT, 0, Map.of("brandCap", Map.of("perMonth", 2))))
                .isInstanceOfSatisfying(OverridePolicy.Outcome.Set.class, done -> {
                    assertThat(done.policy().stamp()).hasToString("contact-1+1");
                    assertThat(done.policy().values()).containsEntry("brandCap", Map.of("perMonth", 2));
                });

        assertThat(read.inForce(boss(), CONTACT)).hasValueSatisfying(view -> {
            assertThat(view.values()).containsEntry("brandCap", Map.of("perMonth", 2));
            assertThat(view.values()).containsEntry("pauseAfterIgnored", 5);
            assertThat(view.override()).isNotNull();
        });
        assertThat(set(CONTACT, 0, Map.of())).isEqualTo(new OverridePolicy.Outcome.Stale(1));
        assertThat(set(CONTACT, 1, Map.of())).isInstanceOf(OverridePolicy.Outcome.Set.class);
        assertThat(read.inForce(boss(), CONTACT))
                .hasValueSatisfying(view -> assertThat(view.values()).containsEntry("brandCap", Map.of("perMonth", 4)));
    }

    @Test
    void saysEverythingThatIsWrongAndChangesNothing() {
        assertThat(problems(set(
                        CONTACT,
                        0,
                        Map.of("brandCap", Map.of("perMonth", 99), "pauseAfterIgnored", "often", "gab", 1))))
                .containsExactlyInAnyOrder(
                        "/brandCap/perMonth OUT_OF_RANGE", "/pauseAfterIgnored WRONG_TYPE", "/gab UNKNOWN_KEY");
        assertThat(overrides.all(BRAND, CONTACT)).isEmpty();
    }

    @Test
    void letsABrandBeStricterThanItsPlatformNeverLaxer() {
        assertThat(problems(set(WECOM, 0, Map.of("massMessages", Map.of("attachments", 10)))))
                .containsExactly("/massMessages/attachments LAXER_THAN_PLATFORM");
        assertThat(set(WECOM, 0, Map.of("massMessages", Map.of("attachments", 8))))
                .isInstanceOf(OverridePolicy.Outcome.Set.class);
    }

    @Test
    void letsSettingsBeginOnALaterDay() {
        LocalDate today = editions.catalog().day(world.clock.now(BRAND));
        assertThat(setFrom(today.plusDays(5), 0, Map.of("pauseAfterIgnored", 2)))
                .isInstanceOfSatisfying(OverridePolicy.Outcome.Set.class, done -> {
                    assertThat(done.policy().stamp()).hasToString("contact-1");
                    assertThat(done.policy().version()).isEqualTo(1);
                    assertThat(done.policy().planned())
                            .extracting(PolicyOverride::validFrom)
                            .containsExactly(today.plusDays(5));
                });
        assertThat(set(CONTACT, 1, Map.of("pauseAfterIgnored", 9))).isInstanceOf(OverridePolicy.Outcome.Set.class);

        assertThat(overrides.find(BRAND, CONTACT, today).map(PolicyOverride::version))
                .contains(2);
        assertThat(overrides.find(BRAND, CONTACT, today.plusDays(5)).map(PolicyOverride::version))
                .contains(1);
    }

    @Test
    void refusesSettingsThatWouldHaveBegunInThePast() {
        LocalDate today = editions.catalog().day(world.clock.now(BRAND));

        assertThat(setFrom(today.minusDays(1), 0, Map.of("pauseAfterIgnored", 2)))
                .isEqualTo(new OverridePolicy.Outcome.InThePast(today));
        assertThat(overrides.all(BRAND, CONTACT)).isEmpty();
    }

    @Test
    void tellsWhereTwoEditionsDiffer() {
        assertThat(read.differences("contact-1"))
                .contains(List.of(new ReadPolicies.Comparison(
                        "contact-2", List.of(new PolicyDifference("/brandCap/perMonth", 4, 6)))));
        assertThat(read.differences("allocation-1")).contains(List.of());
        assertThat(read.differences("contact-9")).isEmpty();
    }

    @Test
    void knowsNoLineWithoutAnEdition() {
        assertThat(set(PolicyLine.platform("PIGEON"), 0, Map.of())).isEqualTo(new OverridePolicy.Outcome.UnknownLine());
    }

    @Test
    void checksEveryKindOfPolicy() {
        assertThat(PolicyChecks.all().keySet())
                .containsExactlyInAnyOrder(
                        PolicyKind.CONTACT,
                        PolicyKind.ALLOCATION,
                        PolicyKind.LIFECYCLE,
                        PolicyKind.TRUST,
                        PolicyKind.CHANNEL_FIT,
                        PolicyKind.JOURNEY,
                        PolicyKind.GRADUATION,
                        PolicyKind.CUSTOMER_POOL,
                        PolicyKind.IDENTITY,
                        PolicyKind.ACCOUNT_CARE);
        assertThat(PolicyChecks.all())
                .allSatisfy((kind, check) ->
                        assertThat(check.problems(Map.of())).as("%s", kind).isNotEmpty());
    }
}
