package cn.siyu.application.task;

import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.Pace.Paced;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps the pace of accounts in step with their tasks (账号节奏): what was done counts, what was
/// not is given back.
public final class PacedTasks implements TaskWitness {
    private final ChannelAccounts accounts;
    private final AccountPaces paces;

    public PacedTasks(ChannelAccounts accounts, AccountPaces paces) {
        this.accounts = accounts;
        this.paces = paces;
    }

    /// Which pace a kind of task is bound by; empty if by none.
    public static Optional<Paced> kind(String kind) {
        return switch (kind) {
            case Deed.Add.KIND -> Optional.of(Paced.ADD);
            case Deed.Send.KIND, Deed.Reply.KIND -> Optional.of(Paced.MESSAGE);
            default -> Optional.empty();
        };
    }

    @Override
    public void ended(BrandId brand, List<Task> tasks) {
        List<AccountPaces.Ended> ended =
                tasks.stream().flatMap(PacedTasks::paced).toList();
        if (ended.isEmpty()) {
            return;
        }
        Set<ChannelAccountId> ids =
                ended.stream().map(AccountPaces.Ended::account).collect(Collectors.toSet());
        Map<ChannelAccountId, ChannelAccount> known = accounts.findAll(brand, ids).stream()
                .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
        paces.settle(brand, ended, known, tasks.getFirst().updatedAt());
    }

    private static Stream<AccountPaces.Ended> paced(Task task) {
        var account = task.work().account();
        if (account == null) {
            return Stream.empty();
        }
        return kind(task.kind()).stream()
                .map(kind -> new AccountPaces.Ended(account, kind, madeFor(task, kind), doneAt(task.state())));
    }

    /// Friends are asked for on the day on which it falls due.
    private static Instant madeFor(Task task, Paced kind) {
        return kind == Paced.ADD && task.dueAt().isAfter(task.createdAt()) ? task.dueAt() : task.createdAt();
    }

    /// A request that failed was made all the same: the platform counts it.
    private static @Nullable Instant doneAt(State state) {
        return switch (state) {
            case State.Done(var _, var _, var at) -> at;
            case State.Failed(var _, var _, var at) -> at;
            case State.Open _, State.Skipped _, State.Expired _, State.Cancelled _ -> null;
        };
    }
}
