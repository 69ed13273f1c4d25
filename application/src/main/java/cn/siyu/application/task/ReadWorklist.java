package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.task.port.TaskReferences;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.task.port.Tasks.Turn;
import cn.siyu.application.task.port.Tasks.Worklist;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one person has to do (工作清单), made for a phone: account by account, on each account the
/// most valuable first, and everything for one customer together, so that a chat is opened once.
/// What counts towards the pace of a later day is not shown before that day.
public final class ReadWorklist {
    private final Tasks tasks;
    private final TaskReferences references;
    private final StaffMembers members;
    private final ChannelAccounts accounts;
    private final ResolveSight sights;
    private final BrandClock clock;

    public ReadWorklist(
            Tasks tasks,
            TaskReferences references,
            StaffMembers members,
            ChannelAccounts accounts,
            ResolveSight sights,
            BrandClock clock) {
        this.tasks = tasks;
        this.references = references;
        this.members = members;
        this.accounts = accounts;
        this.sights = sights;
        this.clock = clock;
    }

    /// What is to be done for one customer on one account; for nobody in particular if the first
    /// task is.
    ///
    /// @param tasks in the order in which they are to be done; never empty
    public record Card(List<TaskView> tasks) {
        public Card {
            tasks = List.copyOf(tasks);
        }

        /// The task by which the card has its place.
        public TaskView first() {
            return tasks.getFirst();
        }
    }

    /// Whose list.
    ///
    /// @param account one account only; null: all
    public record Query(
            Caller caller, PublicId staff, @Nullable PublicId account) {}

    /// Cards behind a place; empty if there is no such person or account, or none that the caller
    /// sees.
    public Optional<List<Card>> cards(Query query, @Nullable Turn after, int atMost) {
        var brand = query.caller().brand();
        var sight = sights.of(query.caller());
        var member = members.byPublicId(brand, query.staff()).filter(sight::member);
        var wanted = query.account();
        Optional<ChannelAccount> account = wanted == null
                ? Optional.empty()
                : accounts.byPublicId(brand, wanted).filter(one -> sight.held(one.staff(), one.department()));
        if (member.isEmpty() || (wanted != null && account.isEmpty())) {
            return Optional.empty();
        }
        var list = new Worklist(
                member.map(StaffMember::id).orElseThrow(),
                account.map(ChannelAccount::id).orElse(null),
                sight,
                clock.now(brand));
        List<Task> first = tasks.cards(brand, list, after, atMost);
        var all = new HashMap<TaskId, List<Task>>();
        tasks.onCards(brand, first)
                .forEach((id, some) -> all.put(
                        id, some.stream().filter(one -> !list.waits(one)).toList()));
        List<Task> shown = new ArrayList<>();
        first.forEach(task -> shown.addAll(all.getOrDefault(task.id(), List.of(task))));
        var refers = references.of(brand, shown);
        return Optional.of(first.stream()
                .map(task -> new Card(all.getOrDefault(task.id(), List.of(task)).stream()
                        .map(one -> new TaskView(one, Objects.requireNonNull(refers.get(one.id()))))
                        .toList()))
                .toList());
    }
}
