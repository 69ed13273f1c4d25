package cn.siyu.application.graduation;

import static cn.siyu.application.task.HandWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.graduation.ValueScale;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureValueTest {
    private static final PolicyLine LINE = PolicyLine.of(PolicyKind.GRADUATION);

    private final GraduationWorld world = new GraduationWorld();
    private final PoliciesInForce policies = new PoliciesInForce(new TestEditions(), world.hands.overrides);
    private final MeasureValue measure = new MeasureValue(
            world.fits, GraduationPolicies.of(policies), world.hands.world.brands, world.hands.world.store);

    private void settings(int version, LocalDate from, double core) {
        world.hands.overrides.put(
                BRAND, LINE, new PolicyOverride(version, from, Map.of("value", Map.of("core", core))), world.now());
    }

    private LocalDate today() {
        return new TestEditions().catalog().day(world.now());
    }

    private ValueScale scale() {
        return world.fits.scale(BRAND).orElseThrow();
    }

    @Test
    void measuresAtOnceWhenTheBrandSetsOtherTiers() {
        for (long each = 1; each <= 10; each++) {
            world.fits(each, 60);
        }
        assertThat(measure.runDue(BRAND, world.now(), 10)).isEqualTo(1);
        assertThat(measure.runDue(BRAND, world.now(), 10)).isZero();
        assertThat(measure.nextDueAt(BRAND))
                .hasValueSatisfying(at -> assertThat(at).isAfter(world.now()));

        world.pass(Duration.ofMinutes(1));
        settings(1, today(), .8);

        assertThat(measure.nextDueAt(BRAND))
                .hasValueSatisfying(at -> assertThat(at).isBefore(world.now()));
        assertThat(measure.runDue(BRAND, world.now(), 10)).isEqualTo(1);
        assertThat(scale().policyEdition()).isEqualTo("graduation-1+1");
        assertThat(measure.runDue(BRAND, world.now(), 10)).isZero();
    }

    @Test
    void measuresWhenWhatWasSetAheadComesIntoForce() {
        measure.runDue(BRAND, world.now(), 10);
        settings(1, today().plusDays(1), .8);

        var midnight = new TestEditions().catalog().begins(today().plusDays(1));
        assertThat(measure.nextDueAt(BRAND)).contains(midnight);
        world.hands.world.brands.moveClock(BRAND, midnight);
        assertThat(measure.runDue(BRAND, midnight, 10)).isEqualTo(1);
        assertThat(scale().policyEdition()).isEqualTo("graduation-1+1");
    }
}
