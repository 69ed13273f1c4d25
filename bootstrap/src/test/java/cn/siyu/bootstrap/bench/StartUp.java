package cn.siyu.bootstrap.bench;

import cn.siyu.bootstrap.ProductProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long a start takes until the first healthy answer, on a home that is there already, and what
/// the process holds when it has been idle for a while.
final class StartUp {
    private static final Duration IDLE = Duration.ofSeconds(15);

    private StartUp() {}

    /// What came of it.
    ///
    /// @param times of all starts, shortest first
    /// @param idleMemory resident after 15 idle seconds, of the last start
    record Result(List<Duration> times, long idleMemory) {
        Duration median() {
            return times.get(times.size() / 2);
        }
    }

    static Result measure(ProductProcess.Launch launch, Path home, int starts)
            throws IOException, InterruptedException {
        try (var first = ProductProcess.start(launch, home)) {
            if (!"false".equals(launch.settings().get("siyu.sandbox.enabled"))) {
                ProductProcess.settle(first.api(first.key("sandbox-key")), "demo");
            }
        }
        var times = new ArrayList<Duration>();
        long memory = 0;
        for (int i = 0; i < starts; i++) {
            try (var product = ProductProcess.start(launch, home)) {
                times.add(product.untilReady());
                if (i == starts - 1) {
                    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
                    memory = product.residentMegabytes();
                }
            }
        }
        times.sort(null);
        return new Result(List.copyOf(times), memory);
    }
}
