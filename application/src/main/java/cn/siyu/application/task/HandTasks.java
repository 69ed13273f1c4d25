package cn.siyu.application.task;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.AddingWay;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.channel.port.Handout;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.HandOver;
import cn.siyu.application.task.port.HandBatches;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes tasks (待办) of what is to be done on accounts by hand: messages that were decided, and
/// deeds that somebody orders. What a person reads is written by the account's channel. Inside the
/// caller's transaction.
public final class HandTasks implements HandOver {
    private static final int HINT = 1_000;

    private final Tasks tasks;
    private final HandBatches batches;
    private final ChannelAccounts accounts;
    private final PoliciesInForce policies;
    private final Map<String, ChannelAdapter> channels;
    private final IdSource ids;

    public HandTasks(
            Tasks tasks,
            HandBatches batches,
            ChannelAccounts accounts,
            PoliciesInForce policies,
            List<ChannelAdapter> channels,
            IdSource ids) {
        this.tasks = tasks;
        this.batches = batches;
        this.accounts = accounts;
        this.policies = policies;
        this.channels = channels.stream()
                .collect(Collectors.toMap(channel -> channel.descriptor().id(), Function.identity(), (one, _) -> one));
        this.ids = ids;
    }

    /// The ways in which an account of a channel can ask a customer (主动添加); empty if the channel
    /// says nothing about them.
    Set<String> waysToAdd(String channel) {
        var adapter = channels.get(channel);
        return adapter == null
                ? Set.of()
                : adapter.descriptor().addingWays().stream()
                        .filter(way -> way.direction() == AddingWay.Direction.ACTIVE)
                        .map(AddingWay::code)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void handed(BrandId brand, List<Handed> messages, Instant now) {
        Map<ChannelAccountId, ChannelAccount> holders = accounts
                .findAll(
                        brand,
                        messages.stream().map(each -> each.link().account()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ChannelAccount::id, Function.identity()));
        var joining = new JoinBatches(batches, policies, brand, holders, now);
        List<Task> made = new ArrayList<>();
        for (Handed each : messages) {
            var account = holders.get(each.link().account());
            if (account != null) {
                made.add(message(
                        brand, each, account, joining.join(account, each.send().material()), now));
            }
        }
        joining.close();
        tasks.add(brand, made);
    }

    private Task message(BrandId brand, Handed each, ChannelAccount account, JoinBatches.Place place, Instant now) {
        var origin = each.send().origin();
        var deed = new Deed.Send(
                each.reach().nickname(), each.message(), place.picturesArrive(), place.batch(), place.perBatch());
        var source = new Task.Source(
                origin == null ? null : new EnrolmentId(origin.enrolment()),
                origin == null ? 0 : origin.step(),
                each.send().id());
        return task(
                brand,
                account,
                new About(
                        each.reach().customer(),
                        each.link().relationship(),
                        source,
                        each.link().names().orders(),
                        origin == null ? null : "SOP",
                        now,
                        each.send().aim().deadline()),
                deed,
                now);
    }

    /// A task to post to moments (发表朋友圈), for whoever holds the account.
    ///
    /// @param why why it is to be done
    /// @param hint what to mind, before what the channel says; null if nothing
    public Task moment(
            BrandId brand,
            ChannelAccount account,
            OutboundMessage message,
            @Nullable String hint,
            String why,
            Instant expiresAt,
            Instant now) {
        var about = new About(null, null, null, 0, why, now, expiresAt);
        Task task = task(brand, account, about, new Deed.Moment(message), now);
        Task whole = hinted(task, hint);
        tasks.add(brand, List.of(whole));
        return whole;
    }

    /// The same task with something to mind before what the channel says.
    ///
    /// @param hint null: nothing
    static Task hinted(Task task, @Nullable String hint) {
        if (hint == null) {
            return task;
        }
        var work = task.work();
        String all = work.hint() == null ? hint : hint + "\n" + work.hint();
        return new Task(
                task.id(),
                task.publicId(),
                task.kind(),
                task.customer(),
                task.relationship(),
                task.source(),
                task.staff(),
                task.title(),
                task.script(),
                task.dueAt(),
                task.expiresAt(),
                new Task.Work(work.account(), work.worth(), work.why(), all.substring(0, Math.min(all.length(), HINT))),
                task.state(),
                task.claim(),
                task.version(),
                task.createdAt(),
                task.updatedAt());
    }

    /// What a task is about.
    ///
    /// @param orders how many orders the customer has
    /// @param why why it is to be done; null if nobody said
    public record About(
            @Nullable CustomerId customer,
            @Nullable RelationshipId relationship,
            Task.@Nullable Source source,
            int orders,
            @Nullable String why,
            Instant dueAt,
            Instant expiresAt) {}

    /// A task for whoever holds an account; not kept yet.
    public Task task(BrandId brand, ChannelAccount account, About about, Deed deed, Instant now) {
        long id = ids.next();
        Handout handout = handout(account.channel(), deed);
        int worth = policies.care(brand, account.channel(), now)
                .map(care -> care.values().work().worth(deed.kind(), about.orders()))
                .orElse(0);
        return new Task(
                new TaskId(id),
                ids.publicId(id, now),
                deed.kind(),
                about.customer(),
                about.relationship(),
                about.source(),
                account.staff(),
                handout.title(),
                handout.script(),
                about.dueAt(),
                about.expiresAt(),
                new Task.Work(account.id(), worth, about.why(), handout.hint()),
                new Task.State.Open(),
                null,
                1,
                now,
                now);
    }

    private Handout handout(String channel, Deed deed) {
        return Optional.ofNullable(channels.get(channel))
                .flatMap(ChannelAdapter::handWork)
                .orElse(PlainHandWork.WORK)
                .write(deed);
    }
}
