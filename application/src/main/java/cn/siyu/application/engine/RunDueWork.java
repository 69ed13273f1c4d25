package cn.siyu.application.engine;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Works off everything that is due for a brand. One thread at a time per brand, kinds of work in
/// their given order, so that a run can be repeated.
public final class RunDueWork {
    /// A piece of work may make others due at the same moment; more rounds than this mean that
    /// something makes work for itself without end.
    private static final int MOST_ROUNDS = 10_000;

    private static final int AT_MOST = 2_000;

    private final List<DueWork> kinds;
    private final BrandClock clock;
    private final Map<BrandId, ReentrantLock> locks = new ConcurrentHashMap<>();

    /// @param kinds the kinds of work, most urgent first
    public RunDueWork(List<DueWork> kinds, BrandClock clock) {
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /// Works until nothing is due at the brand's present moment. If somebody else is at it already,
    /// waits until they are done.
    ///
    /// @return how many pieces were worked off
    public int run(BrandId brand) {
        var lock = lock(brand);
        lock.lock();
        try {
            return runLocked(brand);
        } finally {
            lock.unlock();
        }
    }

    /// As [#run], but leaves at once if somebody else is at it.
    public int runUnlessBusy(BrandId brand) {
        var lock = lock(brand);
        if (!lock.tryLock()) {
            return 0;
        }
        try {
            return runLocked(brand);
        } finally {
            lock.unlock();
        }
    }

    /// Keeps everybody else from the brand's work while something is done that consists of many
    /// runs.
    public void exclusively(BrandId brand, Runnable action) {
        var lock = lock(brand);
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /// When the next piece of any kind falls due, possibly in the past; empty if nothing waits.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return kinds.stream()
                .map(kind -> kind.nextDueAt(brand))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private ReentrantLock lock(BrandId brand) {
        return locks.computeIfAbsent(brand, _ -> new ReentrantLock());
    }

    private int runLocked(BrandId brand) {
        int total = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int worked = runOnce(brand);
            if (worked == 0) {
                return total;
            }
            total += worked;
        }
        throw new IllegalStateException("work of brand " + brand + " does not come to an end");
    }

    /// Every kind once, in order: most moments make work for a few kinds only, and each look costs
    /// a query.
    private int runOnce(BrandId brand) {
        var now = clock.now(brand);
        int worked = 0;
        for (var kind : kinds) {
            worked += kind.runDue(brand, now, AT_MOST);
        }
        return worked;
    }
}
