package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.contact.SendRequest;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.care.Pace;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What whoever claimed a customer has to do first: ask it to be a contact again. On an account
/// that people work, by a number or name that is known, it is a friend request within the account's
/// pace; else a task that says whom to win back. Inside the caller's transaction.
public final class PoolTask {
    /// The kind of a task to win somebody back in whatever way there is.
    public static final String REINVITE = "REINVITE";

    private static final String WHY = "公海领取";
    private static final Map<IdentityType, String> WAYS =
            Map.of(IdentityType.PHONE, "PHONE", IdentityType.WECHAT_ID, "WECHAT_ID");

    private final Tasks tasks;
    private final HandTasks hands;
    private final AccountPaces paces;
    private final FriendRoom room;
    private final Reachability reachability;
    private final Identities identities;
    private final Persons persons;
    private final IdSource ids;

    public PoolTask(
            Tasks tasks,
            HandTasks hands,
            AccountPaces paces,
            FriendRoom room,
            Reachability reachability,
            Identities identities,
            Persons persons,
            IdSource ids) {
        this.tasks = tasks;
        this.hands = hands;
        this.paces = paces;
        this.room = room;
        this.reachability = reachability;
        this.identities = identities;
        this.persons = persons;
        this.ids = ids;
    }

    /// What came of it.
    sealed interface Ordered {
        /// It is on the worklist of whoever holds the account.
        record Made(PublicId task) implements Ordered {}

        /// The customer must not be contacted.
        record Stopped(String reason) implements Ordered {}

        /// The account has no friend request left until then, or as many friends as it may have.
        record Paced() implements Ordered {}
    }

    Ordered order(BrandId brand, CustomerId person, ChannelAccount account, Instant until, Instant now) {
        var wanted = new Wanted(person, null);
        var reach = reachability.of(brand, List.of(wanted)).get(wanted);
        var stopped = reach == null ? null : reach.hardStop(SendRequest.PRIVATE_CHAT);
        if (stopped != null) {
            return new Ordered.Stopped(stopped);
        }
        var name = reach == null ? null : reach.nickname();
        var open = paces.open(brand, List.of(account), now);
        var view = open.of(account.id());
        var way = way(brand, person);
        if (view.isEmpty() || way.isEmpty() || view.get().pace().health() == Pace.Health.BANNED) {
            open.close();
            return made(brand, plain(person, account, name, until, now));
        }
        boolean full = room.of(brand, List.of(account), now).getOrDefault(account.id(), 0) == 0;
        var begins = full ? Optional.<Instant>empty() : open.takeOnADay(account.id(), Pace.Paced.ADD, now, until);
        open.close();
        if (begins.isEmpty()) {
            return new Ordered.Paced();
        }
        var key = way.get();
        var deed = new Deed.Add(name, Objects.requireNonNull(WAYS.get(key.type())), key.value(), null);
        var about = new HandTasks.About(person, null, null, 0, WHY, begins.get(), until);
        return made(brand, hands.task(brand, account, about, deed, now));
    }

    private Ordered made(BrandId brand, Task task) {
        tasks.add(brand, List.of(task));
        return new Ordered.Made(task.publicId());
    }

    private Optional<IdentityKey> way(BrandId brand, CustomerId person) {
        var births = persons.births(brand, List.of(person)).getOrDefault(person, List.of(person));
        return identities.of(brand, births).stream()
                .filter(one -> WAYS.containsKey(one.key().type()))
                .min(Comparator.comparing((Identity one) -> one.key().type())
                        .thenComparingLong(one -> one.id().value()))
                .map(Identity::key);
    }

    private Task plain(CustomerId person, ChannelAccount account, @Nullable String name, Instant until, Instant now) {
        long id = ids.next();
        return new Task(
                new TaskId(id),
                ids.publicId(id, now),
                REINVITE,
                person,
                null,
                null,
                account.staff(),
                name == null ? "重新邀请客户" : "重新邀请客户：" + name,
                null,
                now,
                until,
                new Task.Work(account.id(), 0, WHY, null),
                new Task.State.Open(),
                null,
                1,
                now,
                now);
    }
}
