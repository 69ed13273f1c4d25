package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.care.Pace;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody orders what a person is to do on an account by hand (派单): add a friend, answer,
/// accept one friend request on two apps, post to moments, like or comment. Nobody who is banned,
/// opted out or withdrew consent is bothered, no friend is asked again, and no account is ordered
/// more adds than it can have friends, nor more a day than its pace: what is too much falls due on
/// a later day. Messages of SOPs come by themselves.
public final class OrderHandWork {
    private static final Duration FAR = Duration.ofDays(90);

    private final Tasks tasks;
    private final HandTasks hands;
    private final ChannelAccounts accounts;
    private final AccountPaces paces;
    private final FriendRoom room;
    private final CheckPersona personas;
    private final Reachability reachability;
    private final Relationships relationships;
    private final PostsInSight posts;
    private final LeavesOut leavesOut;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public OrderHandWork(
            Tasks tasks,
            HandTasks hands,
            ChannelAccounts accounts,
            AccountPaces paces,
            FriendRoom room,
            CheckPersona personas,
            Reachability reachability,
            Relationships relationships,
            PostsInSight posts,
            LeavesOut leavesOut,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.tasks = tasks;
        this.hands = hands;
        this.accounts = accounts;
        this.paces = paces;
        this.room = room;
        this.personas = personas;
        this.reachability = reachability;
        this.relationships = relationships;
        this.posts = posts;
        this.leavesOut = leavesOut;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// What is to be done.
    public enum Kind {
        ADD,
        /// Accept one friend request on two apps (双加).
        DOUBLE_ADD,
        REPLY,
        MOMENT,
        LIKE
    }

    /// What is done with an ADD when its account has all friend requests that are good for it on
    /// the day.
    public enum IfFull {
        /// It falls due on the next day with room.
        QUEUE,
        REFUSE
    }

    /// An order.
    ///
    /// @param customer for whom, one that the caller sees, or may ask back; null for MOMENT, and
    ///     for DOUBLE_ADD of a stranger
    /// @param way by what somebody is added; null unless ADD
    /// @param value the number or name by which the person is found; null unless ADD
    /// @param text what to say; null: nothing is laid down
    /// @param why why it is to be done
    /// @param other the account on which the same request is accepted; null unless DOUBLE_ADD
    public record Command(
            Caller caller,
            PublicId account,
            Kind kind,
            @Nullable CustomerId customer,
            @Nullable String way,
            @Nullable String value,
            @Nullable String text,
            @Nullable String why,
            @Nullable Instant dueAt,
            Instant expiresAt,
            IfFull ifFull,
            @Nullable PublicId other) {
        /// An order on one account, which waits its turn.
        public Command(
                Caller caller,
                PublicId account,
                Kind kind,
                @Nullable CustomerId customer,
                @Nullable String way,
                @Nullable String value,
                @Nullable String text,
                @Nullable String why,
                @Nullable Instant dueAt,
                Instant expiresAt) {
            this(caller, account, kind, customer, way, value, text, why, dueAt, expiresAt, IfFull.QUEUE, null);
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is on the worklist of whoever holds the account.
        record Ordered(Task task) implements Outcome {}

        /// The customer must not be bothered.
        ///
        /// @param reason a stable code
        record Refused(String reason) implements Outcome {}

        /// The persona of the account never says that.
        ///
        /// @param claims the forbidden claims in the text
        record Forbidden(List<String> claims) implements Outcome {
            public Forbidden {
                claims = List.copyOf(claims);
            }
        }

        /// The account has its work of that day, and it was not to wait or would have waited too
        /// long.
        record Paced(int perDay, Instant again) implements Outcome {}

        /// The account has as many friends as it may have, with those whom it has asked.
        ///
        /// @param totalCap how many
        record Full(int totalCap) implements Outcome {}

        /// People don't work that account, or it is out of use.
        record NoHands() implements Outcome {}

        /// The policy in force doesn't let people do so.
        record NotAllowed() implements Outcome {}

        /// Nobody can be asked that way on the channel of the account.
        ///
        /// @param ways those it has, sorted
        record NoSuchWay(List<String> ways) implements Outcome {
            public NoSuchWay {
                ways = List.copyOf(ways);
            }
        }

        /// The other account is none that the same person works on another channel, or none that
        /// the caller sees.
        record NoOther() implements Outcome {}

        /// It would be of no use any more.
        record TooLate(Instant now) implements Outcome {}

        /// There is no such account, or none that the caller sees.
        record Unknown() implements Outcome {}
    }

    /// Orders it.
    public Outcome handle(Command command) {
        return work.inTransaction(() -> {
            var sight = sights.of(command.caller());
            return accounts.byPublicId(command.caller().brand(), command.account())
                    .filter(one -> sight.held(one.staff(), one.department()))
                    .map(account -> order(command, account))
                    .orElseGet(Outcome.Unknown::new);
        });
    }

    private Outcome order(Command command, ChannelAccount account) {
        var brand = command.caller().brand();
        Instant now = clock.now(brand);
        if (!command.expiresAt().isAfter(now)) {
            return new Outcome.TooLate(now);
        }
        var open = paces.open(brand, List.of(account), now);
        var today = open.of(account.id());
        if (today.isEmpty()
                || today.get().pace().health() == Pace.Health.BANNED
                || account.state() == ChannelAccount.State.CLOSED) {
            return new Outcome.NoHands();
        }
        var ways = hands.waysToAdd(account.channel());
        if (command.kind() == Kind.ADD && !ways.isEmpty() && !ways.contains(command.way())) {
            return new Outcome.NoSuchWay(List.copyOf(ways));
        }
        var customer = command.customer();
        var reach = customer == null
                ? null
                : reachability.of(brand, List.of(anywhere(customer))).get(anywhere(customer));
        var live = customer == null ? Optional.<RelationshipId>empty() : live(brand, customer, account);
        var refused = refused(command, reach, live);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        String text = command.text();
        List<String> claims = text == null ? List.of() : personas.voices(brand).forbidden(account.id(), text);
        if (!claims.isEmpty()) {
            return new Outcome.Forbidden(claims);
        }
        var other = other(command, account);
        if (command.kind() == Kind.DOUBLE_ADD) {
            if (!today.get().care().doubleAdd()) {
                return new Outcome.NotAllowed();
            }
            if (other.isEmpty()) {
                return new Outcome.NoOther();
            }
        }
        Instant dueAt = command.dueAt() == null ? now : command.dueAt();
        var tooMany =
                command.kind() == Kind.MOMENT ? posted(brand, account, today.get(), dueAt) : Optional.<Outcome>empty();
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        if (command.kind() == Kind.ADD) {
            if (room.of(brand, List.of(account), now).getOrDefault(account.id(), 0) == 0) {
                return new Outcome.Full(account.totalCap());
            }
            var begins = open.takeOnADay(account.id(), Pace.Paced.ADD, dueAt, lastStart(command, dueAt, open, account));
            if (begins.isEmpty()) {
                return paced(command, account, dueAt, open);
            }
            dueAt = begins.get();
        }
        open.close();
        var about = new HandTasks.About(
                customer, live.orElse(null), null, orders(reach), command.why(), dueAt, command.expiresAt());
        String hint = command.kind() == Kind.MOMENT ? leavesOut.hint(brand, account.id(), now) : null;
        Task task = HandTasks.hinted(hands.task(brand, account, about, deed(command, reach, other), now), hint);
        tasks.add(brand, List.of(task));
        return new Outcome.Ordered(task);
    }

    /// Whether the account has the posts to moments (朋友圈) that are good for it, planned ones
    /// among them.
    private Optional<Outcome> posted(BrandId brand, ChannelAccount account, AccountPaces.View today, Instant dueAt) {
        LocalDate day = LocalDate.ofInstant(dueAt, today.zone());
        var rule = today.care().moments();
        return rule.periodAround(day).flatMap(period -> {
            Instant next = period.next().atStartOfDay(today.zone()).toInstant();
            int standing = posts.of(
                    brand,
                    account.id(),
                    period.first().atStartOfDay(today.zone()).toInstant(),
                    next);
            int most = rule.limitAround(day);
            return standing < most ? Optional.empty() : Optional.of(new Outcome.Paced(most, next));
        });
    }

    /// The other account that the same person works on the same phone.
    private Optional<ChannelAccount> other(Command command, ChannelAccount account) {
        var sight = sights.of(command.caller());
        return Optional.ofNullable(command.other())
                .flatMap(id -> accounts.byPublicId(command.caller().brand(), id))
                .filter(one -> sight.held(one.staff(), one.department()))
                .filter(one -> one.state() != ChannelAccount.State.CLOSED
                        && one.staff().equals(account.staff())
                        && !one.channel().equals(account.channel()));
    }

    /// Whoever asked not to wait wants it on the day it is due.
    private static Instant lastStart(Command command, Instant dueAt, AccountPaces.Open open, ChannelAccount account) {
        Instant midnight = dayBehind(dueAt, open, account);
        return command.ifFull() == IfFull.REFUSE && midnight.isBefore(command.expiresAt())
                ? midnight
                : command.expiresAt();
    }

    private static Instant dayBehind(Instant moment, AccountPaces.Open open, ChannelAccount account) {
        var zone = open.of(account.id()).orElseThrow().zone();
        return LocalDate.ofInstant(moment, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Outcome paced(Command command, ChannelAccount account, Instant dueAt, AccountPaces.Open open) {
        var again = open.takeOnADay(
                account.id(), Pace.Paced.ADD, dueAt, command.expiresAt().plus(FAR));
        return new Outcome.Paced(
                open.of(account.id()).orElseThrow().pace().adds(),
                again.orElseGet(() -> dayBehind(dueAt, open, account)));
    }

    private static Wanted anywhere(CustomerId customer) {
        return new Wanted(customer, null);
    }

    private Optional<RelationshipId> live(BrandId brand, CustomerId customer, ChannelAccount account) {
        return relationships.of(brand, List.of(customer)).stream()
                .filter(one -> one.live() && one.account().equals(account.id()))
                .map(Relationship::id)
                .findFirst();
    }

    private static int orders(@Nullable Reach reach) {
        var link = reach == null ? null : reach.link();
        return link == null ? 0 : link.names().orders();
    }

    private static Optional<String> refused(Command command, @Nullable Reach reach, Optional<RelationshipId> live) {
        return command.kind() == Kind.MOMENT || (command.kind() == Kind.DOUBLE_ADD && reach == null)
                ? Optional.empty()
                : Optional.ofNullable(HandWorkStops.of(command.kind().name(), reach, live.isPresent()));
    }

    private static Deed deed(Command command, @Nullable Reach reach, Optional<ChannelAccount> other) {
        String name = reach == null ? null : reach.nickname();
        return switch (command.kind()) {
            case ADD ->
                new Deed.Add(
                        name,
                        Objects.requireNonNull(command.way()),
                        Objects.requireNonNull(command.value()),
                        command.text());
            case DOUBLE_ADD -> new Deed.DoubleAdd(name, other.orElseThrow().name());
            case REPLY -> new Deed.Reply(name, command.text());
            case MOMENT ->
                new Deed.Moment(new OutboundMessage(command.text() == null ? "" : command.text(), List.of()));
            case LIKE -> new Deed.Like(name, command.text());
        };
    }
}
