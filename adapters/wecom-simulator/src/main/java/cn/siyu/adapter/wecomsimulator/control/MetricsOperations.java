package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.control.ControlRoute.Written;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.PostRow;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;

/// The metrics page, in the text format of Prometheus.
final class MetricsOperations {
    private MetricsOperations() {}

    static void addTo(ControlRoute route, Operations.Parts parts) {
        route.on(
                "GET",
                "/simulator/metrics",
                200,
                _ -> new Written(
                        "text/plain; version=0.0.4; charset=utf-8",
                        out -> out.write(text(parts).getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(Operations.Parts parts) {
        var text = new StringBuilder(parts.counters().text());
        gauge(text, parts, "clock_seconds", corp -> corp.clock().now());
        gauge(text, parts, "customers", corp -> corp.contacts().count());
        gauge(text, parts, "pending_events", corp -> corp.agenda().pending());
        gauge(text, parts, "waiting_callbacks", corp -> corp.outbox().waiting(PostRow.Kind.CALLBACK));
        var runtime = Runtime.getRuntime();
        single(text, "memory_used_bytes", runtime.totalMemory() - runtime.freeMemory());
        single(text, "memory_max_bytes", runtime.maxMemory());
        single(text, "corps", parts.world().corps().size());
        return text.toString();
    }

    private static void gauge(StringBuilder text, Operations.Parts parts, String name, ToLongFunction<Corp> value) {
        text.append("# TYPE wecom_simulator_").append(name).append(" gauge\n");
        for (var corp : parts.world().corps()) {
            text.append("wecom_simulator_%s{corp=\"%s\"} %d\n"
                    .formatted(name, corp.corpId(), corp.locked(() -> value.applyAsLong(corp))));
        }
    }

    private static void single(StringBuilder text, String name, long value) {
        text.append("# TYPE wecom_simulator_%s gauge\nwecom_simulator_%s %d\n".formatted(name, name, value));
    }
}
