package cn.siyu.bootstrap.sandbox;

import cn.siyu.bootstrap.sandbox.story.Stories;
import cn.siyu.bootstrap.sandbox.story.Story;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What sandbox a start brings up.
///
/// @param enabled whether there is one; production starts without
/// @param slug its brand
/// @param story which example it is, see [Stories]
/// @param customers how many people arrive
/// @param days over how many days they arrive
/// @param seed what they do is a function of it
/// @param startAt where its clock begins
/// @param simulatorUrl a simulator that runs elsewhere; null for one inside this process
/// @param simulatorInMemory whether the one inside keeps its world in memory only
/// @param limits whether the simulator enforces the platform's limits
/// @param grain due moments inside one such span are taken together, on both sides
/// @param firstDays how far the clock is moved at the first start, so that there is something to
///     look at
@ConfigurationProperties("siyu.sandbox")
public record SandboxSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "demo") String slug,
        @Bindable(defaultValue = "coffee-chain") String story,
        @Bindable(defaultValue = "5000") int customers,
        @Bindable(defaultValue = "14") int days,
        @Bindable(defaultValue = "7") long seed,
        @Bindable(defaultValue = "2026-03-01T16:00:00Z") Instant startAt,
        @Nullable String simulatorUrl,
        @Bindable(defaultValue = "false") boolean simulatorInMemory,
        @Bindable(defaultValue = "true") boolean limits,
        @Bindable(defaultValue = "PT1M") Duration grain,
        @Bindable(defaultValue = "1") int firstDays) {
    /// The example that is asked for.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    Story told() {
        return Stories.named(story);
    }
}
