package cn.siyu.application.engine;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One advance of a sandbox's clock.
///
/// @param from where the clock stood
/// @param target where it shall stand
/// @param problem why it stopped before the target; null unless FAILED
public record ClockAdvance(
        BrandId brand,
        long id,
        PublicId publicId,
        Instant from,
        Instant target,
        State state,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /// How far it is.
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    ClockAdvance ended(State newState, @Nullable String newProblem, Instant at) {
        return new ClockAdvance(brand, id, publicId, from, target, newState, newProblem, createdAt, at);
    }
}
