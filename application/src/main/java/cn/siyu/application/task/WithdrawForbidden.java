package cn.siyu.application.task;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.FollowsPersona;
import cn.siyu.application.channel.PersonaVoices;
import cn.siyu.application.task.port.ScriptChecks;
import cn.siyu.application.task.port.ScriptChecks.Check;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.task.port.Tasks.Expiry;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Withdraws open tasks whose script (话术) a persona (人设) has come to forbid since they were
/// made (人设变更复查). A change of a persona only notes that there is something to look through;
/// that is done in chunks, each with a transaction of its own that also remembers how far it has
/// come: killed in between, it goes on there. What somebody has in hand is withdrawn too: they are
/// about to say it.
public final class WithdrawForbidden implements FollowsPersona {
    private static final int CHUNK = 500;

    private final ScriptChecks checks;
    private final Tasks tasks;
    private final CheckPersona personas;
    private final TaskWitness witness;
    private final UnitOfWork work;

    public WithdrawForbidden(
            ScriptChecks checks, Tasks tasks, CheckPersona personas, TaskWitness witness, UnitOfWork work) {
        this.checks = checks;
        this.tasks = tasks;
        this.personas = personas;
        this.witness = witness;
        this.work = work;
    }

    @Override
    public void changed(BrandId brand, Instant at) {
        checks.begin(brand, at);
    }

    /// Looks through some, if a persona has changed.
    ///
    /// @param atMost how many at most, but at least a chunk
    /// @return how many pieces of work were done
    public int runDue(BrandId brand, Instant now, int atMost) {
        int done = 0;
        int more;
        do {
            more = work.inTransaction(() -> chunk(brand, now));
            done += more;
        } while (more > 0 && done < atMost);
        return done;
    }

    /// When there is something to look through; empty unless a persona has changed.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return checks.find(brand).filter(check -> !check.over()).map(Check::since);
    }

    private int chunk(BrandId brand, Instant now) {
        var found = checks.find(brand).filter(check -> !check.over());
        if (found.isEmpty()) {
            return 0;
        }
        var check = found.get();
        List<Task> some = tasks.scripts(brand, check.after(), CHUNK);
        var next = new Check(
                check.number(),
                check.since(),
                some.isEmpty() ? check.after() : Expiry.of(some.getLast()),
                some.size() < CHUNK);
        if (!checks.save(brand, check, next)) {
            return 0; // another node goes on, or another persona has changed
        }
        withdraw(brand, some, now);
        return 1 + some.size();
    }

    private void withdraw(BrandId brand, List<Task> some, Instant now) {
        var voices = personas.voices(brand);
        List<Task> withdrawn = some.stream()
                .filter(task -> forbidden(voices, task))
                .map(task -> task.cancelled(CheckPersona.FORBIDDEN_CLAIM, now))
                .toList();
        if (!withdrawn.isEmpty()) {
            tasks.replace(brand, withdrawn);
            witness.ended(brand, withdrawn);
        }
    }

    private static boolean forbidden(PersonaVoices voices, Task task) {
        var account = Objects.requireNonNull(task.work().account());
        return !voices.forbidden(account, Objects.requireNonNull(task.script())).isEmpty();
    }
}
