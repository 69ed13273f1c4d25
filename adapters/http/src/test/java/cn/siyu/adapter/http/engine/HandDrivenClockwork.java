package cn.siyu.adapter.http.engine;

import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.SimulatedFarSide;
import cn.siyu.application.engine.AdvanceClock;
import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.application.engine.port.Clockwork;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Clockwork that waits until a test turns it, before a far side on which nothing ever happens.
@Singleton
final class HandDrivenClockwork implements Clockwork, SimulatedFarSide {
    private final Provider<AdvanceClock> advance;
    private final Queue<ClockAdvance> waiting = new ArrayDeque<>();
    private boolean away;

    HandDrivenClockwork(Provider<AdvanceClock> advance) {
        this.advance = advance;
    }

    @Override
    public synchronized void carryOut(ClockAdvance wanted) {
        waiting.add(wanted);
    }

    synchronized void turn() {
        for (ClockAdvance next = waiting.poll(); next != null; next = waiting.poll()) {
            advance.get().carryOut(next);
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized void farSideIs(boolean gone) {
        away = gone;
    }

    @Override
    public synchronized Answer<Optional<Instant>> nextDueAt(String brand) {
        return new Answer.Done<>(Optional.empty());
    }

    @Override
    public synchronized Answer<Ack> stepTo(String brand, Instant to) {
        return away ? Answer.notDone(NotDoneReason.UNREACHABLE, "stopped by the test") : new Answer.Done<>(Ack.ACK);
    }
}
