package cn.siyu.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [PolicyOverrides] does. Each fact has a brand of its own, since an answer may come
/// from memory.
public interface PolicyOverridesContract {
    Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");
    LocalDate TODAY = LocalDate.of(2026, 3, 1);
    PolicyLine CONTACT = PolicyLine.of(PolicyKind.CONTACT);

    /// No settings.
    PolicyOverrides overrides();

    private static PolicyOverride override(int version, Map<String, Object> values) {
        return new PolicyOverride(version, TODAY, values);
    }

    @Test
    default void givesBackEverythingThatWasSet() {
        var brand = new BrandId(101);
        var set = override(
                1,
                Map.of(
                        "quietHours", Map.of("from", "21:00"),
                        "confirmation", Map.of("remindAfter", List.of("PT4H", "PT8H")),
                        "pauseAfterIgnored", 3,
                        "consent", Map.of("required", true),
                        "lowTrust", Map.of("confidence", 0.25)));
        overrides().put(brand, CONTACT, set, NOW);

        assertThat(overrides().find(brand, CONTACT, TODAY)).contains(set);
        assertThat(overrides().find(brand, PolicyLine.platform("WECOM"), TODAY)).isEmpty();
        assertThat(overrides().find(new BrandId(102), CONTACT, TODAY)).isEmpty();
    }

    @Test
    default void countsChangesAndRefusesAStaleOne() {
        var brand = new BrandId(103);
        overrides().put(brand, CONTACT, override(1, Map.of("pauseAfterIgnored", 3)), NOW);
        overrides().put(brand, CONTACT, override(2, Map.of("pauseAfterIgnored", 4)), NOW);

        assertThat(overrides().find(brand, CONTACT, TODAY)).contains(override(2, Map.of("pauseAfterIgnored", 4)));
        assertThatThrownBy(() -> overrides().put(brand, CONTACT, override(2, Map.of()), NOW))
                .isInstanceOf(StaleAggregate.class);
        assertThatThrownBy(() -> overrides().put(brand, CONTACT, override(1, Map.of()), NOW))
                .isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void keepsWhatIsToHoldLater() {
        var brand = new BrandId(104);
        var now = override(1, Map.of("pauseAfterIgnored", 3));
        var later = new PolicyOverride(2, TODAY.plusDays(10), Map.of("pauseAfterIgnored", 4));
        var meanwhile = new PolicyOverride(3, TODAY.plusDays(1), Map.of("pauseAfterIgnored", 5));
        List.of(now, later, meanwhile).forEach(each -> overrides().put(brand, CONTACT, each, NOW));

        assertThat(overrides().all(brand, CONTACT)).containsExactly(now, later, meanwhile);
        assertThat(overrides().find(brand, CONTACT, TODAY.minusDays(1))).isEmpty();
        assertThat(overrides().find(brand, CONTACT, TODAY)).contains(now);
        assertThat(overrides().find(brand, CONTACT, TODAY.plusDays(9))).contains(meanwhile);
        assertThat(overrides().find(brand, CONTACT, TODAY.plusDays(10))).contains(later);
    }
}
