package cn.siyu.adapter.wecomsimulator.front;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Counts the calls that are at work at this moment, by key.
final class InFlight {
    private final Map<String, Integer> atWork = new ConcurrentHashMap<>();

    /// A call that is at work until it has ended.
    static final class Flight {
        private final InFlight counts;
        private final String key;
        private final int together;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Flight(InFlight counts, String key, int together) {
            this.counts = counts;
            this.key = key;
            this.together = together;
        }

        /// How many calls of its key were at work when it began, itself among them.
        int together() {
            return together;
        }

        /// Ends the call; a second time does nothing.
        void end() {
            if (!ended.getAndSet(true)) {
                counts.leave(key);
            }
        }
    }

    /// Begins a call.
    /// @param key what is counted; `""` is not counted
    Flight enter(String key) {
        return new Flight(this, key, key.isEmpty() ? 1 : atWork.merge(key, 1, Integer::sum));
    }

    private void leave(String key) {
        if (!key.isEmpty()) {
            atWork.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
