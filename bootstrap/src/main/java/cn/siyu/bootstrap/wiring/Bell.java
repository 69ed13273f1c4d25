package cn.siyu.bootstrap.wiring;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the worker when something came in. Rings that come while it is awake count as one.
@Singleton
public final class Bell {
    private final Semaphore rings = new Semaphore(0);

    /// Something came in.
    public void ring() {
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /// Waits for a ring, or for a time.
    public void await(long millis) throws InterruptedException {
        if (rings.tryAcquire(Math.max(1, millis), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
