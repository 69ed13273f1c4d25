package cn.siyu.application.engine;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.SimulatedFarSide;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Moves the clock of a sandbox (沙箱时钟). Product and simulated far side step together from one
/// due moment to the next: what happens over there is told to the product as in production, and the
/// product works it off before time goes on.
public final class AdvanceClock {
    /// No advance is longer: a typing error should not simulate a century.
    public static final Duration LONGEST = Duration.ofDays(366);

    private final Brands brands;
    private final BrandClock clock;
    private final RunDueWork work;
    private final SimulatedFarSide farSide;
    private final ClockAdvances advances;
    private final IdSource ids;
    private final InstantSource machine;
    private final Duration grain;

    /// @param grain due moments inside one such span are taken together, as the simulated far side
    ///     does
    public AdvanceClock(
            Brands brands,
            BrandClock clock,
            RunDueWork work,
            SimulatedFarSide farSide,
            ClockAdvances advances,
            IdSource ids,
            InstantSource machine,
            Duration grain) {
        this.grain = grain;
        this.brands = brands;
        this.clock = clock;
        this.work = work;
        this.farSide = farSide;
        this.advances = advances;
        this.ids = ids;
        this.machine = machine;
    }

    /// Asks for an advance.
    ///
    /// @param by how far, from where the clock stands when the advance begins; more than zero
    public record Command(BrandId brand, Duration by) {}

    /// What came of asking.
    public sealed interface Outcome {
        /// It is on record; [AdvanceClock#carryOut] does it.
        record Accepted(ClockAdvance advance) implements Outcome {}

        /// A live brand's clock is the world's.
        record NotASandbox() implements Outcome {}

        /// Not more than zero, or longer than [#LONGEST].
        record OutOfRange() implements Outcome {}

        /// Another advance has not ended yet.
        record StillRunning(ClockAdvance other) implements Outcome {}
    }

    /// Puts an advance on record.
    public Outcome handle(Command command) {
        var brand = brands.find(command.brand()).orElseThrow();
        if (brand.mode() != BrandMode.SANDBOX) {
            return new Outcome.NotASandbox();
        }
        if (!command.by().isPositive() || command.by().compareTo(LONGEST) > 0) {
            return new Outcome.OutOfRange();
        }
        var running = advances.running().stream()
                .filter(other -> other.brand().equals(command.brand()))
                .findFirst();
        if (running.isPresent()) {
            return new Outcome.StillRunning(running.get());
        }
        var now = clock.now(command.brand());
        long id = ids.next();
        var advance = new ClockAdvance(
                command.brand(),
                id,
                ids.publicId(id, now),
                now,
                now.plus(command.by()),
                ClockAdvance.State.RUNNING,
                null,
                machine.instant(),
                null);
        advances.add(advance);
        return new Outcome.Accepted(advance);
    }

    /// Carries an advance out, or goes on with one that was cut off. Returns when the clock stands
    /// at the target or something on the far side made it stop.
    public ClockAdvance carryOut(ClockAdvance advance) {
        work.exclusively(advance.brand(), () -> step(advance));
        return advances.find(advance.brand(), advance.publicId()).orElseThrow();
    }

    private void step(ClockAdvance advance) {
        var brand = brands.find(advance.brand()).orElseThrow();
        try {
            settle(brand);
            var now = clock.now(brand.id());
            while (now.isBefore(advance.target())) {
                now = nextMoment(brand, now, advance.target());
                brands.moveClock(brand.id(), now);
                settle(brand);
            }
            advances.replace(advance.ended(ClockAdvance.State.SUCCEEDED, null, machine.instant()));
        } catch (FarSideAway away) {
            advances.replace(advance.ended(ClockAdvance.State.FAILED, away.getMessage(), machine.instant()));
        }
    }

    /// Lets both sides do all that is due at the present moment. What one does may make work for
    /// the other.
    private void settle(Brand brand) {
        var now = clock.now(brand.id());
        clock.standing(brand.id(), now, () -> {
            do {
                done(farSide.stepTo(brand.slug(), now));
                work.run(brand.id());
            } while (done(farSide.nextDueAt(brand.slug()))
                    .filter(due -> !due.isAfter(now))
                    .isPresent());
        });
    }

    private Instant nextMoment(Brand brand, Instant now, Instant target) {
        return Stream.of(work.nextDueAt(brand.id()), done(farSide.nextDueAt(brand.slug())))
                .flatMap(Optional::stream)
                .map(this::upToGrain)
                .filter(due -> due.isAfter(now) && due.isBefore(target))
                .min(Instant::compareTo)
                .orElse(target);
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.NotDone<T> not ->
                throw new FarSideAway("the simulated far side did not step: " + not.reason() + " " + not.detail());
            case Answer.Unknown<T>(var detail) ->
                throw new FarSideAway("the simulated far side may not have stepped: " + detail);
        };
    }

    /// Ends an advance; it can be asked for again when the far side is back.
    private static final class FarSideAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FarSideAway(String message) {
            super(message);
        }
    }

    private Instant upToGrain(Instant due) {
        long millis = grain.toMillis();
        return Instant.ofEpochMilli(Math.ceilDiv(due.toEpochMilli(), millis) * millis);
    }
}
