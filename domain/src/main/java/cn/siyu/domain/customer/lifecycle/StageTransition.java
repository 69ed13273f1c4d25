package cn.siyu.domain.customer.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of stage, with what caused it.
///
/// @param from null for the first
/// @param cause the fact, or what passed: `RETURN_WINDOW_PASSED`, `WENT_DORMANT`
public record StageTransition(@Nullable Stage from, Stage to, String cause, Instant at) {
    static final String RETURN_WINDOW_PASSED = "RETURN_WINDOW_PASSED";
    static final String WENT_DORMANT = "WENT_DORMANT";
}
