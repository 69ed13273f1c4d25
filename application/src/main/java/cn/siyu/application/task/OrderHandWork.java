package cn.siyu.application.task;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
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
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody orders what a person is to do on an account by hand (派单): add a friend, answer,
/// post to moments,
/// like or comment. Nobody who is banned, opted out or withdrew consent is bothered, and no
/// account is
/// ordered more adds a day than its pace. Messages of SOPs come by themselves.
public final class OrderHandWork {
    private static final String MOMENTS = "MOMENTS";
    private static final String CHAT = "PRIVATE_CHAT";

    private final Tasks tasks;
    private final HandTasks hands;
    private final ChannelAccounts accounts;
    private final AccountPaces paces;
    private final Reachability reachability;
    private final Relationships relationships;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public OrderHandWork(
            Tasks tasks,
            HandTasks hands,
            ChannelAccounts accounts,
            AccountPaces paces,
            Reachability reachability,
            Relationships relationships,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.tasks = tasks;
        this.hands = hands;
        this.accounts = accounts;
        this.paces = paces;
        this.reachability = reachability;
        this.relationships = relationships;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// What is to be done.
    public enum Kind {
        ADD,
        REPLY,
        MOMENT,
        LIKE
    }

    /// An order.
    ///
    /// @param customer for whom, one that the caller sees; null for MOMENT only
    /// @param way by what somebody is added; null unless ADD
    /// @param value the number or name by which the person is found; null unless ADD
    /// @param text what to say; null: nothing is laid down
    /// @param why why it is to be done
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
            Instant expiresAt) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is on the worklist of whoever holds the account.
        record Ordered(Task task) implements Outcome {}

        /// The customer must not be bothered.
        ///
        /// @param reason a stable code
        record Refused(String reason) implements Outcome {}

        /// The account has its work of today.
        record Paced(int perDay, Instant again) implements Outcome {}

        /// People don't work that account, or it is out of use.
        record NoHands() implements Outcome {}

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
        var customer = command.customer();
        var reach = customer == null
                ? null
                : reachability.of(brand, List.of(anywhere(customer))).get(anywhere(customer));
        var live = customer == null ? Optional.<RelationshipId>empty() : live(brand, customer, account);
        var refused = refused(command, reach, live);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        if (command.kind() == Kind.ADD) {
            var later = open.take(account.id(), Pace.Paced.ADD);
            if (later.isPresent()) {
                return new Outcome.Paced(today.get().pace().adds(), later.get());
            }
        }
        open.close();
        var about = new HandTasks.About(
                customer,
                live.orElse(null),
                null,
                orders(reach),
                command.why(),
                command.dueAt() == null ? now : command.dueAt(),
                command.expiresAt());
        Task task = hands.task(brand, account, about, deed(command, reach), now);
        tasks.add(brand, List.of(task));
        return new Outcome.Ordered(task);
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

    /// The governor's hard stops; who asked for nothing is not asked for consent either.
    private static Optional<String> refused(Command command, @Nullable Reach reach, Optional<RelationshipId> live) {
        if (command.kind() == Kind.MOMENT) {
            return Optional.empty();
        }
        if (reach == null) {
            return Optional.of("LOST");
        }
        if (reach.blacklisted()) {
            return Optional.of("BLACKLISTED");
        }
        if (reach.optedOutOf(command.kind() == Kind.LIKE ? MOMENTS : CHAT)) {
            return Optional.of("OPTED_OUT");
        }
        if (command.kind() == Kind.ADD) {
            return reach.consent() == ConsentState.WITHDRAWN ? Optional.of("NO_CONSENT") : Optional.empty();
        }
        return live.isEmpty() ? Optional.of("LOST") : Optional.empty();
    }

    private static Deed deed(Command command, @Nullable Reach reach) {
        String name = reach == null ? null : reach.nickname();
        return switch (command.kind()) {
            case ADD ->
                new Deed.Add(
                        name,
                        Objects.requireNonNull(command.way()),
                        Objects.requireNonNull(command.value()),
                        command.text());
            case REPLY -> new Deed.Reply(name, command.text());
            case MOMENT ->
                new Deed.Moment(new OutboundMessage(command.text() == null ? "" : command.text(), List.of()));
            case LIKE -> new Deed.Like(name, command.text());
        };
    }
}
