package cn.siyu.adapter.wecomsimulator.front;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the calls that are at work at this moment, by key.
final class InFlight {
    private final Map<String, Integer> atWork = new ConcurrentHashMap<>();

    /// A call that is at work until it is closed.
    record Flight(InFlight counts, String key, int together) implements AutoCloseable {
        @Override
        public void close() {
            counts.leave(key);
        }
    }

    /// Begins a call.
    /// @param key what is counted; `""` is not counted
    /// @return the call, with how many of its key are at work now, itself among them
    Flight enter(String key) {
        return new Flight(this, key, key.isEmpty() ? 1 : atWork.merge(key, 1, Integer::sum));
    }

    private void leave(String key) {
        if (!key.isEmpty()) {
            atWork.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
