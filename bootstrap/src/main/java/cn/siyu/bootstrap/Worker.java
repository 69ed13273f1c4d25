package cn.siyu.bootstrap;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.engine.RunDueWork;
import cn.siyu.bootstrap.wiring.Bell;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that keeps every brand's due work going. It sleeps until something falls due, is
/// woken when something comes in, and looks at least every few seconds. A brand whose work fails
/// does not hold up the others.
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Brands brands;
    private final BrandClock clock;
    private final RunDueWork work;
    private final Bell bell;
    private final Thread thread;
    private volatile boolean stopped;

    Worker(Brands brands, BrandClock clock, RunDueWork work, Bell bell) {
        this.bell = bell;
        this.brands = brands;
        this.clock = clock;
        this.work = work;
        this.thread = Thread.ofPlatform().name("siyu-worker").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Ends after the piece of work at hand.
    void stop() throws InterruptedException {
        stopped = true;
        bell.ring();
        thread.join(Duration.ofSeconds(15));
    }

    private void run() {
        while (!stopped) {
            var sleep = LONGEST_SLEEP;
            for (var brand : brandsOrNone()) {
                if (stopped) {
                    return;
                }
                var until = runBrand(brand);
                sleep = until.compareTo(sleep) < 0 ? until : sleep;
            }
            rest(sleep);
        }
    }

    private List<Brand> brandsOrNone() {
        try {
            return brands.all();
        } catch (RuntimeException e) {
            LOG.warn("the database does not answer: {}", e.getMessage());
            return List.of();
        }
    }

    /// How long nothing will fall due for the brand.
    private Duration runBrand(Brand brand) {
        try {
            work.runUnlessBusy(brand.id());
            if (brand.mode() == BrandMode.SANDBOX) {
                return LONGEST_SLEEP;
            }
            var now = clock.now(brand.id());
            return work.nextDueAt(brand.id()).map(due -> untilDue(now, due)).orElse(LONGEST_SLEEP);
        } catch (RuntimeException e) {
            LOG.error("work of brand {} failed; it is tried again", brand.slug(), e);
            return AFTER_FAILURE;
        }
    }

    private static Duration untilDue(Instant now, Instant due) {
        return due.isAfter(now) ? Duration.between(now, due) : Duration.ofMillis(200);
    }

    private void rest(Duration sleep) {
        try {
            bell.await(sleep.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
