package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.problem.Mistake;
import java.util.List;
import java.util.function.Function;

/// One entry of a batch, whose entries don't depend on each other: what was read, or what is wrong
/// with it.
public sealed interface Entry<T> {
    /// A sound entry.
    record Good<T>(T value) implements Entry<T> {}

    /// An entry with mistakes, in document order.
    record Bad<T>(List<Mistake> mistakes) implements Entry<T> {
        public Bad {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// The entry as something else, if it is sound.
    default <R> Entry<R> then(Function<T, Entry<R>> change) {
        return switch (this) {
            case Good<T>(var value) -> change.apply(value);
            case Bad<T>(var mistakes) -> new Bad<>(mistakes);
        };
    }
}
