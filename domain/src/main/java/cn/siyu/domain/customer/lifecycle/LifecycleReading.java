package cn.siyu.domain.customer.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a customer stands at a moment.
///
/// @param stage the highest reached since the relationship began or the last dormancy; null:
///     nothing is known of the person
/// @param lost no live relationship is left, though there was one
/// @param dormantSince since when the customer is silent beyond what is usual; empty if not dormant
/// @param dueAt when the reading changes by itself if nothing happens: a return window passes,
///     silence becomes dormancy; empty if it doesn't
public record LifecycleReading(
        @Nullable Stage stage, boolean lost, Optional<Instant> dormantSince, Optional<Instant> dueAt) {}
