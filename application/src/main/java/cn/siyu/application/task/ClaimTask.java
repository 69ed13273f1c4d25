package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.care.Pace;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.Claim;
import cn.siyu.domain.task.Task.Claiming;
import cn.siyu.domain.task.Task.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An operator takes a task in hand (领取), so that nobody else does it too, or lets it go. Who
/// took it has it for a while; then it is free again. Nobody takes more of an account's adds and
/// messages in hand than the account may still do today, nor anything to say (话术) that the
/// persona (人设) of the account never says by now: it can be skipped. Nobody works an account that
/// the platform closed (封号).
public final class ClaimTask {
    /// How long a task is its claimer's where no policy says.
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final Tasks tasks;
    private final ChannelAccounts accounts;
    private final AccountPaces paces;
    private final CheckPersona personas;
    private final PoliciesInForce policies;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public ClaimTask(
            Tasks tasks,
            ChannelAccounts accounts,
            AccountPaces paces,
            CheckPersona personas,
            PoliciesInForce policies,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.paces = paces;
        this.personas = personas;
        this.policies = policies;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    public record Command(Caller caller, PublicId task) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is the caller's.
        record Claimed(Task task) implements Outcome {}

        /// It is nobody's.
        record Released(Task task) implements Outcome {}

        /// Somebody else has it.
        record Held(Claim claim) implements Outcome {}

        /// It has ended.
        record Over(State state) implements Outcome {}

        /// Its account has done as much today as is good for it.
        ///
        /// @param perDay how many a day
        /// @param again when there is room again
        record Paced(int perDay, Instant again) implements Outcome {}

        /// The persona of its account has come to forbid what it says since it was made.
        ///
        /// @param claims the forbidden claims in its script
        record Unsaid(List<String> claims) implements Outcome {
            public Unsaid {
                claims = List.copyOf(claims);
            }
        }

        /// The platform closed its account.
        record AccountGone() implements Outcome {}

        /// There is no such task, or it is none of the caller's.
        record Unknown() implements Outcome {}
    }

    /// Takes it in hand; who has it already has it anew.
    public Outcome handle(Command command) {
        return work.inTransaction(
                () -> seen(command).map(task -> claim(command, task)).orElseGet(Outcome.Unknown::new));
    }

    /// Lets it go.
    public Outcome release(Command command) {
        return work.inTransaction(
                () -> seen(command).map(task -> release(command, task)).orElseGet(Outcome.Unknown::new));
    }

    private Optional<Task> seen(Command command) {
        var brand = command.caller().brand();
        return tasks.lock(brand, command.task()).filter(task -> tasks.sees(brand, sights.of(command.caller()), task));
    }

    private Outcome claim(Command command, Task task) {
        var brand = command.caller().brand();
        String by = command.caller().key().toString();
        Instant now = clock.now(brand);
        var account = Optional.ofNullable(task.work().account()).flatMap(id -> accounts.find(brand, id));
        var pointless = task.heldAt(now) == null ? pointless(brand, task, account) : Optional.<Outcome>empty();
        if (pointless.isPresent()) {
            return pointless.get();
        }
        var refused = task.heldAt(now) == null ? paced(brand, task, account, now) : Optional.<Outcome>empty();
        Instant until = now.plus(lease(brand, account, now));
        return switch (task.claim(by, until, now)) {
            case Claiming.Held(var claim) -> new Outcome.Held(claim);
            case Claiming.Over(var state) -> new Outcome.Over(state);
            case Claiming.Claimed(var claimed) ->
                refused.orElseGet(() -> {
                    tasks.replace(brand, List.of(claimed));
                    return new Outcome.Claimed(claimed);
                });
        };
    }

    /// Why nobody should do it any more, if so.
    private Optional<Outcome> pointless(BrandId brand, Task task, Optional<ChannelAccount> account) {
        boolean banned = account.isPresent()
                && account.get().state() == ChannelAccount.State.CLOSED
                && account.get().health() == ChannelAccount.Health.BLOCKED;
        if (task.open() && banned) {
            return Optional.of(new Outcome.AccountGone());
        }
        List<String> claims = unsaid(brand, task, account);
        return claims.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Unsaid(claims));
    }

    /// What of its script the persona of its account has come to forbid since it was made.
    private List<String> unsaid(BrandId brand, Task task, Optional<ChannelAccount> account) {
        String script = task.script();
        return !task.open() || script == null || account.isEmpty()
                ? List.of()
                : personas.voices(brand).forbidden(account.get().id(), script);
    }

    private Outcome release(Command command, Task task) {
        var brand = command.caller().brand();
        Instant now = clock.now(brand);
        String by = command.caller().key().toString();
        var held = task.heldAt(now);
        if (held != null && !held.by().equals(by)) {
            return new Outcome.Held(held);
        }
        Task released = task.released(by, now);
        if (released.version() != task.version()) {
            tasks.replace(brand, List.of(released));
        }
        return new Outcome.Released(released);
    }

    private Duration lease(BrandId brand, Optional<ChannelAccount> account, Instant now) {
        return account.flatMap(one -> policies.care(brand, one.channel(), now))
                .map(care -> care.values().work().lease())
                .orElse(LEASE);
    }

    /// What others of the account have in hand counts as done: they are about to do it. Replies are
    /// never held back: somebody waits for them.
    private Optional<Outcome> paced(BrandId brand, Task task, Optional<ChannelAccount> account, Instant now) {
        var kind = PacedTasks.kind(task.kind());
        if (account.isEmpty() || kind.isEmpty() || task.kind().equals(Deed.Reply.KIND)) {
            return Optional.empty();
        }
        var open = paces.open(brand, List.of(account.get()), now);
        return open.of(account.get().id()).flatMap(view -> {
            int perDay = view.pace().of(kind.get());
            int done = view.used().done(kind.get())
                    + tasks.inHand(brand, account.get().id(), kinds(kind.get()), now);
            Instant tomorrow = LocalDate.ofInstant(now, view.zone())
                    .plusDays(1)
                    .atStartOfDay(view.zone())
                    .toInstant();
            return done < perDay ? Optional.empty() : Optional.of(new Outcome.Paced(perDay, tomorrow));
        });
    }

    private static Set<String> kinds(Pace.Paced kind) {
        return switch (kind) {
            case ADD -> Set.of(Deed.Add.KIND);
            case MESSAGE -> Set.of(Deed.Send.KIND, Deed.Reply.KIND);
        };
    }
}
