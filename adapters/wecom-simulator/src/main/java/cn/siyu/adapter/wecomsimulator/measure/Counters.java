package cn.siyu.adapter.wecomsimulator.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counters since the start of the process: calls by endpoint and errcode, callbacks by what became
/// of them.
public final class Counters {
    private final Map<Call, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<Callback, LongAdder> callbacks = new ConcurrentHashMap<>();

    /// One kind of answer.
    private record Call(String endpoint, int errcode) {}

    /// What became of a callback.
    public enum Callback {
        /// An application accepted it.
        DELIVERED,
        /// An attempt that was answered by another status than 200, or by none.
        FAILED_ATTEMPT,
        /// It was given up after the last attempt.
        DROPPED,
        /// A fault kept it from being delivered.
        LOST,
        /// A fault holds it back for a while.
        HELD
    }

    public void called(String endpoint, int errcode) {
        calls.computeIfAbsent(new Call(endpoint, errcode), _ -> new LongAdder()).increment();
    }

    public void count(Callback outcome) {
        callbacks.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    }

    /// The counters as lines of the Prometheus text format.
    public String text() {
        var lines = new TreeMap<String, Long>();
        calls.forEach((call, count) -> lines.put(
                "wecom_simulator_calls_total{endpoint=\"%s\",errcode=\"%d\"}"
                        .formatted(call.endpoint(), call.errcode()),
                count.sum()));
        var text = new StringBuilder("# TYPE wecom_simulator_calls_total counter\n");
        lines.forEach(
                (name, count) -> text.append(name).append(' ').append(count).append('\n'));
        text.append("# TYPE wecom_simulator_callbacks_total counter\n");
        for (var outcome : Callback.values()) {
            var count = callbacks.get(outcome);
            text.append("wecom_simulator_callbacks_total{outcome=\"%s\"} %d\n"
                    .formatted(outcome, count == null ? 0 : count.sum()));
        }
        return text.toString();
    }
}
