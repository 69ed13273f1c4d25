package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.intake.Reactions;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody came to a personal account and told the code of an invitation (报口令): the new contact
/// is the customer who was invited. The code speaks for itself, as a login does, and for one friend
/// only: whoever tells it after them is somebody else. Said twice of the same friend it comes to
/// the same.
public final class AcceptInvitation {
    private final Candidates candidates;
    private final ChannelAccounts accounts;
    private final Identities identities;
    private final Persons persons;
    private final Relationships relationships;
    private final AddFriendByHand friends;
    private final Reactions reactions;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public AcceptInvitation(
            Candidates candidates,
            ChannelAccounts accounts,
            Identities identities,
            Persons persons,
            Relationships relationships,
            AddFriendByHand friends,
            Reactions reactions,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.candidates = candidates;
        this.accounts = accounts;
        this.identities = identities;
        this.persons = persons;
        this.relationships = relationships;
        this.friends = friends;
        this.reactions = reactions;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// Who came.
    ///
    /// @param token the code as it was told
    /// @param friend by what the account knows the new friend, such as a WeChat id
    /// @param at when; null: now
    public record Command(
            Caller caller,
            String token,
            String friend,
            @Nullable Instant at) {}

    /// What came of it.
    public sealed interface Outcome {
        /// The friend is taken in.
        record TakenIn(Candidate candidate, ChannelAccount account, Came came) implements Outcome {}

        /// It is to have happened at a moment that has not come.
        record InTheFuture(Instant now) implements Outcome {}

        /// It is to have happened before there was a code.
        record BeforeTheCode(Instant chosenAt) implements Outcome {}

        /// The code is spent: another friend has told it, or the customer is not to be asked.
        record Spent() implements Outcome {}

        /// No invitation has the code, or none to an account that the caller sees.
        record Unknown() implements Outcome {}
    }

    /// How the friend stands to the invitation.
    public enum Came {
        /// The new friend is the customer who was invited: the invitation is accepted.
        ACCEPTED,
        /// It is the customer who was invited, and was a friend of the account before the code was
        /// there: nobody is asked any more, and nobody came by the invitation.
        FRIEND_BEFORE,
        /// The friend is known to be another customer, and nothing joins the two: an identity
        /// conflict (身份冲突) is open, and the invitation too. The friend is a contact of the
        /// account as that other customer.
        SOMEBODY_ELSE
    }

    /// Takes the friend in.
    public Outcome handle(Command command) {
        return work.inTransaction(() -> {
            var brand = command.caller().brand();
            var found = Tokens.read(command.token()).flatMap(token -> candidates.byToken(brand, token));
            var account = found.map(Candidate::account).flatMap(id -> accounts.find(brand, id));
            var sight = sights.of(command.caller());
            if (account.isEmpty()
                    || !sight.held(account.get().staff(), account.get().department())) {
                return new Outcome.Unknown();
            }
            Instant now = clock.now(brand);
            Instant at = command.at() == null ? now : command.at();
            if (at.isAfter(now)) {
                return new Outcome.InTheFuture(now);
            }
            var candidate = found.get();
            if (at.isBefore(candidate.chosenAt())) {
                return new Outcome.BeforeTheCode(candidate.chosenAt());
            }
            var key =
                    new IdentityKey(IdentityType.PERSONAL_CONTACT, account.get().address(), command.friend());
            var births = births(brand, candidate);
            var known = identities.of(brand, births);
            boolean again = known.stream().anyMatch(one -> one.key().equals(key));
            if (again && !mayCome(candidate)) {
                var came = came(brand, candidate, account.get(), key);
                return came == Came.FRIEND_BEFORE
                        ? new Outcome.TakenIn(candidate, account.get(), came)
                        : new Outcome.Spent();
            }
            if (!again && spent(candidate, key, known)) {
                return new Outcome.Spent();
            }
            take(brand, account.get(), key, known, at, now);
            var came = came(brand, candidate, account.get(), key);
            candidates.touch(brand, births(brand, candidate), now);
            return new Outcome.TakenIn(candidate, account.get(), came);
        });
    }

    /// As it turned out, which is not always as it was told.
    private Came came(BrandId brand, Candidate candidate, ChannelAccount account, IdentityKey friend) {
        var births = births(brand, candidate);
        var is = Optional.ofNullable(identities.find(brand, List.of(friend)).get(friend))
                .map(Identity::birthCustomer);
        if (is.isEmpty() || !births.contains(is.get())) {
            return Came.SOMEBODY_ELSE;
        }
        boolean before = relationships.of(brand, births).stream()
                .anyMatch(one -> one.live()
                        && one.account().equals(account.id())
                        && one.addedAt().isBefore(candidate.chosenAt()));
        return before ? Came.FRIEND_BEFORE : Came.ACCEPTED;
    }

    private List<CustomerId> births(BrandId brand, Candidate candidate) {
        return persons.births(brand, List.of(candidate.customer())).getOrDefault(candidate.customer(), List.of());
    }

    private static boolean mayCome(Candidate candidate) {
        return candidate.open() || candidate.state() == Candidate.State.ACCEPTED;
    }

    /// Whoever comes late is still who was invited; but who is this account's friend already is not
    /// two of them.
    private static boolean spent(Candidate candidate, IdentityKey friend, List<Identity> known) {
        return !candidate.open()
                || known.stream()
                        .anyMatch(one -> one.key().type() == friend.type()
                                && one.key().scope().equals(friend.scope()));
    }

    private void take(
            BrandId brand, ChannelAccount account, IdentityKey key, List<Identity> known, Instant at, Instant now) {
        // the strongest, for a phone that many people share joins nobody
        List<IdentityKey> same = known.stream()
                .map(Identity::key)
                .filter(one -> one.type() != IdentityType.PERSONAL_CONTACT)
                .sorted()
                .limit(1)
                .toList();
        friends.add(brand, account.id(), key, same, IdentitySource.LOGIN, at, now)
                .ifPresent(begun -> reactions.began(brand, begun, null, at));
    }
}
