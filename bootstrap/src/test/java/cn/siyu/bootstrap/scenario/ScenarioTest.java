package cn.siyu.bootstrap.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Small runs of the scenarios: nothing that must not happen happens, and the same seed gives the
/// same run.
class ScenarioTest {
    private static final Scenario.Size SMALL = new Scenario.Size(9, 0.1, 7);
    private static final Scenario.Size SHORT = new Scenario.Size(6, 0.3, 7);

    @Test
    void theTalksAreToldAndTheSameSeedGivesTheSameRunAnotherSeedAnother() throws IOException, InterruptedException {
        var first = Scenarios.run(new PaidKnowledge(), SHORT, Map.of());
        var second = Scenarios.run(new PaidKnowledge(), SHORT, Map.of());
        var other = Scenarios.run(new PaidKnowledge(), new Scenario.Size(6, 0.3, 8), Map.of());

        assertThat(first.violations()).isEmpty();
        assertThat(first.figures().get("tasks done, by kind")).contains("ADD", "MOMENT");
        assertThat(second).isEqualTo(first);
        assertThat(other.violations()).isEmpty();
        assertThat(other.digest()).isNotEqualTo(first.digest());
    }

    @Test
    void noAccountOfTheLuxuryCarsExceedsItsPaceAndTheSameSeedGivesTheSameRun()
            throws IOException, InterruptedException {
        var first = Scenarios.run(new LuxuryCars(), SMALL, Map.of());
        var second = Scenarios.run(new LuxuryCars(), SMALL, Map.of());

        assertThat(first.violations()).isEmpty();
        assertThat(first.figures().get("how busy the people are")).contains("OVER_COMFORT");
        assertThat(second).isEqualTo(first);
    }
}
