package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.Claim;
import cn.siyu.domain.task.Task.Ending;
import cn.siyu.domain.task.Task.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody says that a task is done, or that it won't be. A task ends once: saying it again
/// changes nothing, and is told from the first time. Of two people who say so at the same moment
/// the second is told of the first.
public final class EndTask {
    private final Tasks tasks;
    private final ResolveSight sights;
    private final TaskWitness witness;
    private final UnitOfWork work;
    private final BrandClock clock;

    public EndTask(Tasks tasks, ResolveSight sights, TaskWitness witness, UnitOfWork work, BrandClock clock) {
        this.tasks = tasks;
        this.sights = sights;
        this.witness = witness;
        this.work = work;
        this.clock = clock;
    }

    public record Command(Caller caller, PublicId task, How how) {}

    /// How it ends.
    public sealed interface How {
        /// It was done.
        ///
        /// @param note up to 1,000 characters
        record Done(@Nullable String note) implements How {}

        /// It won't be done.
        ///
        /// @param reason 1 to 1,000 characters
        record Skipped(String reason) implements How {}

        /// It was tried and could not be done.
        ///
        /// @param reason 1 to 1,000 characters
        record Failed(String reason) implements How {}
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It has ended so now.
        record Ended(Task task) implements Outcome {}

        /// It had ended before, so or another way.
        record Before(State state) implements Outcome {}

        /// Somebody else has it in hand.
        record Held(Claim claim) implements Outcome {}

        /// There is no such task, or it is none of the caller's.
        record Unknown() implements Outcome {}
    }

    public Outcome handle(Command command) {
        var brand = command.caller().brand();
        return work.inTransaction(() -> {
            var found = tasks.lock(brand, command.task());
            if (found.isEmpty() || !tasks.sees(brand, sights.of(command.caller()), found.get())) {
                return new Outcome.Unknown();
            }
            return end(command, found.get());
        });
    }

    private Outcome end(Command command, Task task) {
        var brand = command.caller().brand();
        Instant now = clock.now(brand);
        var held = task.heldAt(now);
        if (held != null && !held.by().equals(command.caller().key().toString())) {
            return new Outcome.Held(held);
        }
        return switch (task.end(state(command, now), now)) {
            case Ending.Ended(var ended) -> {
                tasks.replace(brand, List.of(ended));
                witness.ended(brand, List.of(ended));
                yield new Outcome.Ended(ended);
            }
            case Ending.Repeated _ -> new Outcome.Before(task.state());
            case Ending.Otherwise(var state) -> new Outcome.Before(state);
        };
    }

    private static State state(Command command, Instant now) {
        String by = command.caller().key().toString();
        return switch (command.how()) {
            case How.Done(var note) -> new State.Done(by, note, now);
            case How.Skipped(var reason) -> new State.Skipped(by, reason, now);
            case How.Failed(var reason) -> new State.Failed(by, reason, now);
        };
    }
}
