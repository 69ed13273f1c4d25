package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.ProgramResults;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.domain.graduation.Difference.Reading;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Starts, pauses or ends a program (启停迁移计划). Who waits to be invited waits on while it is
/// paused, and is withdrawn when it ends; who is invited may come all the same. With its end, what
/// came of it is kept for good.
public final class SwitchProgram {
    private final Programs programs;
    private final Candidates candidates;
    private final ProgramResults results;
    private final MeasureProgram measure;
    private final UnitOfWork work;
    private final BrandClock clock;

    public SwitchProgram(
            Programs programs,
            Candidates candidates,
            ProgramResults results,
            MeasureProgram measure,
            UnitOfWork work,
            BrandClock clock) {
        this.programs = programs;
        this.candidates = candidates;
        this.results = results;
        this.measure = measure;
        this.work = work;
        this.clock = clock;
    }

    /// Which state is wanted.
    ///
    /// @param version which one is switched; null: whichever there is
    public record Command(
            Caller caller,
            PublicId program,
            Program.State to,
            @Nullable Integer version) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is in the state, since now or before.
        record Switched(Program program) implements Outcome {}

        /// It can't go there from where it is.
        record Impossible(Program.State from) implements Outcome {}

        /// Somebody else changed it; this is the version there is.
        record Stale(int version) implements Outcome {}

        /// There is no such program.
        record Unknown() implements Outcome {}
    }

    /// Switches it.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public Outcome handle(Command command) {
        WholeBrand.require(command.caller());
        try {
            return work.inTransaction(() -> programs.byPublicId(command.caller().brand(), command.program())
                    .map(program -> change(command, program))
                    .orElseGet(Outcome.Unknown::new));
        } catch (StaleAggregate somebodyWasFaster) {
            return work.inTransaction(() -> programs.byPublicId(command.caller().brand(), command.program())
                    .<Outcome>map(program -> new Outcome.Stale(program.version()))
                    .orElseGet(Outcome.Unknown::new));
        }
    }

    private Outcome change(Command command, Program program) {
        Integer expected = command.version();
        if (expected != null && expected != program.version()) {
            return new Outcome.Stale(program.version());
        }
        if (program.state() == command.to()) {
            return new Outcome.Switched(program);
        }
        if (!program.mayBecome(command.to())) {
            return new Outcome.Impossible(program.state());
        }
        var brand = command.caller().brand();
        Instant now = clock.now(brand);
        var after = program.become(command.to(), now);
        programs.replace(brand, after);
        if (command.to() == Program.State.ENDED) {
            results.keep(brand, after.id(), measure.measure(brand, after, Reading.FINAL, now));
        }
        if (command.to() != Program.State.PAUSED) {
            candidates.awaken(brand, program.id(), now);
        }
        return new Outcome.Switched(after);
    }
}
