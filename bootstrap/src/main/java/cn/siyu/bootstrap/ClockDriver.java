package cn.siyu.bootstrap;

import cn.siyu.application.engine.AdvanceClock;
import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.application.engine.port.Clockwork;
import cn.siyu.domain.brand.BrandId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries advances of sandbox clocks out, one after the other.
@Singleton
final class ClockDriver implements Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(ClockDriver.class);

    private final AdvanceClock advance;
    private final ClockAdvances advances;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("siyu-clock").factory());

    ClockDriver(AdvanceClock advance, ClockAdvances advances) {
        this.advance = advance;
        this.advances = advances;
    }

    void resume() {
        advances.running().forEach(this::carryOut);
    }

    void advance(BrandId brand, Duration by) {
        if (advance.handle(new AdvanceClock.Command(brand, by))
                instanceof AdvanceClock.Outcome.Accepted(var accepted)) {
            carryOut(accepted);
        }
    }

    @Override
    public void carryOut(ClockAdvance wanted) {
        thread.execute(() -> {
            try {
                advance.carryOut(wanted);
            } catch (RuntimeException e) {
                LOG.error("the clock of brand {} stopped; it goes on at the next start", wanted.brand(), e);
            }
        });
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(15, TimeUnit.SECONDS)) {
            LOG.warn("an advance of the clock was cut off; it goes on at the next start");
        }
    }
}
