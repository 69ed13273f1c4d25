package cn.siyu.application.task.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.task.port.ScriptChecks.Check;
import cn.siyu.application.task.port.Tasks.Expiry;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every [ScriptChecks] does.
public interface ScriptChecksContract {
    BrandId BRAND = new BrandId(1);
    Instant NOW = Instant.parse("2026-03-10T02:00:00.123Z");

    /// Without any.
    ScriptChecks checks();

    @Test
    default void remembersHowFarItHasCome() {
        var checks = checks();
        assertThat(checks.find(BRAND)).isEmpty();
        checks.begin(BRAND, NOW);
        var begun = new Check(1, NOW, null, false);
        assertThat(checks.find(BRAND)).contains(begun);

        var half = new Check(1, NOW, new Expiry(NOW.plusSeconds(60), 7), false);
        var over = new Check(1, NOW, new Expiry(NOW.plusSeconds(90), 9), true);
        assertThat(checks.save(BRAND, begun, half)).isTrue();
        assertThat(checks.save(BRAND, half, over)).isTrue();

        assertThat(checks.find(BRAND)).contains(over);
        assertThat(checks.find(new BrandId(2))).isEmpty();
    }

    @Test
    default void goesOnForWhoeverIsFirstOnlyAndFromTheBeginningAfterAnotherChange() {
        var checks = checks();
        checks.begin(BRAND, NOW);
        var begun = new Check(1, NOW, null, false);
        var half = new Check(1, NOW, new Expiry(NOW.plusSeconds(60), 7), false);
        assertThat(checks.save(BRAND, begun, half)).isTrue();
        assertThat(checks.save(BRAND, begun, half)).isFalse();

        checks.begin(BRAND, NOW.plusSeconds(5));

        assertThat(checks.save(BRAND, half, new Check(1, NOW, null, true))).isFalse();
        assertThat(checks.find(BRAND)).contains(new Check(2, NOW.plusSeconds(5), null, false));
    }
}
