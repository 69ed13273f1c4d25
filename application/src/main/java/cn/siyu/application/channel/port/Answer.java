package cn.siyu.application.channel.port;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a channel adapter answers to one call. There is no fourth outcome, and no exception for an
/// everyday failure.
///
/// A call that changes something on the far side may end in any of the three. A call that only
/// reads ends in [Done] or [NotDone]: asking again does no harm, so its failures are never
/// [Unknown].
public sealed interface Answer<T> {

    /// The far side carried the call out and said so.
    record Done<T>(T value) implements Answer<T> {}

    /// Certain: the call had no effect. `retryAfter` is how long to wait at least before the same
    /// call may succeed, on the brand's clock; null when nothing is known about that. `detail` is
    /// for logs and operators and carries no secret.
    record NotDone<T>(
            NotDoneReason reason, String detail, @Nullable Duration retryAfter) implements Answer<T> {}

    /// The call may or may not have had its effect. Never repeat it on a timer alone: find out
    /// first.
    record Unknown<T>(String detail) implements Answer<T> {}

    static <T> Answer<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Answer<T> notDone(NotDoneReason reason, String detail) {
        return new NotDone<>(reason, detail, null);
    }

    /// The same outcome with another value; failures pass through unchanged.
    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var value) -> new Done<>(change.apply(value));
            case NotDone<T>(var reason, var detail, var retryAfter) -> new NotDone<>(reason, detail, retryAfter);
            case Unknown<T>(var detail) -> new Unknown<>(detail);
        };
    }
}
