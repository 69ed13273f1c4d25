package cn.siyu.application.intake;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CareForAccount;
import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.task.Observation;
import cn.siyu.domain.task.Task;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes in what an operator saw while working a task (人工回报): what a platform tells of other
/// channels by itself, a person tells of this one. Said twice it comes to the same.
public final class ReportOnTask {
    private static final String SOURCE = "task";
    private static final String CHAT = "PRIVATE_CHAT";
    private static final String MOMENTS = "MOMENTS";

    private final Tasks tasks;
    private final ChannelAccounts accounts;
    private final Identities identities;
    private final Relationships relationships;
    private final AddFriendByHand friends;
    private final EndRelationship end;
    private final RecordInteractions interactions;
    private final CareForAccount care;
    private final Reactions reactions;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public ReportOnTask(
            Tasks tasks,
            ChannelAccounts accounts,
            Identities identities,
            Relationships relationships,
            AddFriendByHand friends,
            EndRelationship end,
            RecordInteractions interactions,
            CareForAccount care,
            Reactions reactions,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.identities = identities;
        this.relationships = relationships;
        this.friends = friends;
        this.end = end;
        this.interactions = interactions;
        this.care = care;
        this.reactions = reactions;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// What somebody saw.
    ///
    /// @param saw at least one
    /// @param friend by what the account knows the new friend, such as a WeChat id; null: by the
    ///     task's public id
    /// @param at when; null: now
    /// @param sameAs whom the other account of a double add shows as its new customer: the same
    ///     person; null if it shows nobody, or it was another task
    public record Command(
            Caller caller,
            PublicId task,
            Set<Observation> saw,
            @Nullable String friend,
            @Nullable Instant at,
            @Nullable CustomerId sameAs) {
        public Command {
            saw = Set.copyOf(saw);
        }

        /// A report of nobody else.
        public Command(
                Caller caller, PublicId task, Set<Observation> saw, @Nullable String friend, @Nullable Instant at) {
            this(caller, task, saw, friend, at, null);
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is taken in.
        record Taken() implements Outcome {}

        /// It can't have been seen on this task.
        ///
        /// @param observation what can't
        record Senseless(Observation observation) implements Outcome {}

        /// It is to have been seen at a moment that has not come.
        record InTheFuture(Instant now) implements Outcome {}

        /// The person was to be the same as a customer, but no double add was accepted by this.
        record NotTwice() implements Outcome {}

        /// The customer who was to be the same has no live relationship on another account of
        /// whoever works the task's.
        record NotThere() implements Outcome {}

        /// There is no such task, or it is none of the caller's.
        record Unknown() implements Outcome {}
    }

    /// Takes it in.
    public Outcome handle(Command command) {
        return work.inTransaction(() -> report(command));
    }

    private Outcome report(Command command) {
        var brand = command.caller().brand();
        var found = tasks.byPublicId(brand, command.task());
        if (found.isEmpty() || !tasks.sees(brand, sights.of(command.caller()), found.get())) {
            return new Outcome.Unknown();
        }
        Instant now = clock.now(brand);
        Instant at = command.at() == null ? now : command.at();
        if (at.isAfter(now)) {
            return new Outcome.InTheFuture(now);
        }
        var task = found.get();
        var account = Optional.ofNullable(task.work().account()).flatMap(id -> accounts.find(brand, id));
        var ordered = new TreeSet<>(command.saw());
        for (Observation each : ordered) {
            if (!possible(each, task, account)) {
                return new Outcome.Senseless(each);
            }
        }
        Optional<IdentityKey> twin = Optional.empty();
        if (command.sameAs() != null) {
            if (!task.kind().equals(Deed.DoubleAdd.KIND) || !command.saw().contains(Observation.ACCEPTED)) {
                return new Outcome.NotTwice();
            }
            twin = twin(brand, account.orElseThrow(), command.sameAs());
            if (twin.isEmpty()) {
                return new Outcome.NotThere();
            }
        }
        var seen = new Seen(command, brand, task, account.orElse(null), at, now, twin);
        ordered.forEach(each -> take(each, seen));
        return new Outcome.Taken();
    }

    /// One report.
    private record Seen(
            Command command,
            BrandId brand,
            Task task,
            @Nullable ChannelAccount account,
            Instant at,
            Instant now,
            Optional<IdentityKey> twin) {
        ChannelAccount onAccount() {
            return Objects.requireNonNull(account);
        }

        CustomerId customer() {
            return Objects.requireNonNull(task.customer());
        }
    }

    private static boolean possible(Observation observation, Task task, Optional<ChannelAccount> account) {
        return switch (observation) {
            case NO_ANSWER -> true;
            case WARNING, BAN -> account.isPresent();
            case ACCEPTED ->
                account.isPresent() && (task.customer() != null || task.kind().equals(Deed.DoubleAdd.KIND));
            case REPLIED, LIKED, COMMENTED, NOT_INTERESTED, DELETED -> account.isPresent() && task.customer() != null;
        };
    }

    private void take(Observation observation, Seen seen) {
        switch (observation) {
            case ACCEPTED -> accepted(seen);
            case REPLIED -> interaction(seen, InteractionKind.REPLY, CHAT);
            case LIKED -> interaction(seen, InteractionKind.LIKE, MOMENTS);
            case COMMENTED -> interaction(seen, InteractionKind.COMMENT, MOMENTS);
            case NOT_INTERESTED -> interaction(seen, InteractionKind.NOT_INTERESTED, MOMENTS);
            case DELETED -> deleted(seen);
            case WARNING -> incident(seen, Incident.Kind.WARNING);
            case BAN -> incident(seen, Incident.Kind.BAN);
            case NO_ANSWER -> {
                // nothing follows: whether silence counts is found out when the response window closes
            }
        }
    }

    private void accepted(Seen seen) {
        var account = seen.onAccount();
        String named = seen.command().friend();
        String value = named == null ? seen.task().publicId().value().toString() : named;
        var friend = new IdentityKey(IdentityType.PERSONAL_CONTACT, account.address(), value);
        List<IdentityKey> same = Stream.concat(
                        Stream.ofNullable(seen.task().customer())
                                .flatMap(customer -> identities.of(seen.brand(), List.of(customer)).stream())
                                .map(Identity::key)
                                .filter(key -> key.type() != IdentityType.PERSONAL_CONTACT)
                                .sorted()
                                .limit(1),
                        seen.twin().stream())
                .distinct()
                .toList();
        friends.add(seen.brand(), account.id(), friend, same, seen.at(), seen.now())
                .ifPresent(begun -> reactions.began(seen.brand(), begun, null, seen.at()));
    }

    /// By what the other account knows the customer: one that the same person works, on another
    /// channel.
    private Optional<IdentityKey> twin(BrandId brand, ChannelAccount account, CustomerId customer) {
        var live = relationships.of(brand, List.of(customer)).stream()
                .filter(Relationship::live)
                .toList();
        var others =
                accounts.findAll(brand, live.stream().map(Relationship::account).collect(Collectors.toSet())).stream()
                        .filter(one -> one.staff().equals(account.staff())
                                && !one.channel().equals(account.channel()))
                        .map(ChannelAccount::id)
                        .collect(Collectors.toSet());
        return live.stream()
                .filter(one -> others.contains(one.account()))
                .findFirst()
                .flatMap(one -> identities.find(brand, one.identity()))
                .map(Identity::key);
    }

    private void interaction(Seen seen, InteractionKind kind, String touchpoint) {
        keyOf(seen)
                .ifPresent(key -> interactions.join(new RecordInteractions.Command(
                        seen.brand(),
                        List.of(new RecordInteractions.Item(
                                new ExternalKey(SOURCE, seen.task().id().value() + ":" + kind.code()),
                                kind,
                                List.of(key),
                                seen.onAccount().publicId(),
                                null,
                                touchpoint,
                                seen.at())))));
    }

    private void deleted(Seen seen) {
        keyOf(seen).ifPresent(key -> {
            var command = new EndRelationship.Command(
                    seen.brand(), seen.onAccount().id(), key, Relationship.By.CUSTOMER, seen.at());
            if (end.handle(command) instanceof EndRelationship.Outcome.Ended ended) {
                reactions.ended(seen.brand(), ended.relationship(), ended.customer(), ended.lost(), seen.at());
            }
        });
    }

    private void incident(Seen seen, Incident.Kind kind) {
        var by = seen.command().caller().key().toString();
        care.noteOnce(
                seen.brand(),
                seen.onAccount(),
                new Incident(
                        seen.onAccount().id(),
                        kind,
                        seen.at(),
                        SOURCE + " " + seen.task().publicId(),
                        by),
                seen.now());
    }

    /// By what the account knows the customer, whatever part of the person that is; else by what
    /// the customer is known best.
    private Optional<IdentityKey> keyOf(Seen seen) {
        return relationships.of(seen.brand(), List.of(seen.customer())).stream()
                .filter(one -> one.account().equals(seen.onAccount().id()))
                .max(Comparator.comparing(Relationship::live).thenComparing(Relationship::addedAt))
                .flatMap(one -> identities.find(seen.brand(), one.identity()))
                .map(Identity::key)
                .or(() -> identities.of(seen.brand(), List.of(seen.customer())).stream()
                        .map(Identity::key)
                        .sorted()
                        .findFirst());
    }
}
