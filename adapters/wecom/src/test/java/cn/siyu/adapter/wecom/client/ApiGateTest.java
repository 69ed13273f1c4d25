package cn.siyu.adapter.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ApiGateTest {
    private final TickingClock clock = new TickingClock();

    private boolean passes(ApiGate gate) {
        var free = gate.enter(clock.instant()).isEmpty();
        if (free) {
            gate.leave();
        }
        return free;
    }

    private int passesAtOnce(ApiGate gate, int asking) {
        var through = 0;
        for (var i = 0; i < asking; i++) {
            through += passes(gate) ? 1 : 0;
        }
        return through;
    }

    @Test
    void stopsAtTheHoursLimitAlsoWhenEveryMinuteHasRoom() {
        var gate = new ApiGate(new CallRates(10_000, 100));
        var through = 0;
        for (var second = 0; second < 3600; second++) {
            through += passes(gate) ? 1 : 0;
            clock.tick(Duration.ofSeconds(1));
        }
        assertThat(through).isBetween(90, 100);
    }

    @Test
    void letsExactlyTheBurstThroughForManyThreads() {
        var gate = new ApiGate(new CallRates(200, 100_000));
        var through = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 1000; i++) {
                threads.execute(() -> through.addAndGet(passes(gate) ? 1 : 0));
            }
        }
        assertThat(through).hasValue(100);
    }

    @Test
    void takesAFirstComplaintForTheMinutesAndTheNextForTheHours() {
        var gate = new ApiGate(CallRates.PUBLISHED);
        assertThat(gate.tooMany(clock.instant())).isEqualTo(Duration.ofMinutes(1));
        clock.tick(Duration.ofSeconds(20));
        assertThat(gate.tooMany(clock.instant())).isEqualTo(Duration.ofSeconds(40));
        assertThat(gate.enter(clock.instant())).contains(Duration.ofSeconds(40));
        clock.tick(Duration.ofSeconds(40));
        assertThat(passes(gate)).isTrue();
        assertThat(gate.tooMany(clock.instant())).isEqualTo(Duration.ofHours(1));
        clock.tick(Duration.ofMinutes(59));
        assertThat(passes(gate)).isFalse();
        clock.tick(Duration.ofMinutes(1));
        assertThat(passes(gate)).isTrue();
        clock.tick(Duration.ofMinutes(10));
        assertThat(gate.tooMany(clock.instant())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void goesOnWithHalfAsManyAtOnceAndThenWithMoreAgain() {
        var gate = new ApiGate(CallRates.PUBLISHED);
        for (var i = 0; i < 10; i++) {
            assertThat(gate.enter(clock.instant())).isEmpty();
        }
        gate.tooManyAtOnce(clock.instant());
        assertThat(gate.enter(clock.instant())).contains(Duration.ofMillis(200));
        for (var i = 0; i < 6; i++) {
            gate.leave();
        }
        assertThat(gate.enter(clock.instant())).isEmpty();
        assertThat(gate.enter(clock.instant())).isPresent();
        clock.tick(Duration.ofSeconds(10));
        assertThat(gate.enter(clock.instant())).isEmpty();
    }

    @Test
    void keepsARoomForEachApi() {
        var gates = new CorpGates(new CallRates(2, 100));
        var one = gates.of(ApiCall.get("/cgi-bin/one", java.util.Map.of()));
        var other = gates.of(ApiCall.get("/cgi-bin/other", java.util.Map.of()));
        assertThat(passesAtOnce(one, 5)).isEqualTo(1);
        assertThat(passesAtOnce(other, 5)).isEqualTo(1);
    }
}
