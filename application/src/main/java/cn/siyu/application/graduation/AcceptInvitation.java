package cn.siyu.application.graduation;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
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
            AddFriendByHand friends,
            Reactions reactions,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.candidates = candidates;
        this.accounts = accounts;
        this.identities = identities;
        this.persons = persons;
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
        /// The new contact is the customer who was invited.
        record Accepted(Candidate candidate, ChannelAccount account) implements Outcome {}

        /// It is to have happened at a moment that has not come.
        record InTheFuture(Instant now) implements Outcome {}

        /// The code is spent: another friend has told it, or the customer is not to be asked.
        record Spent() implements Outcome {}

        /// No invitation has the code, or none to an account that the caller sees.
        record Unknown() implements Outcome {}
    }

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
            var key =
                    new IdentityKey(IdentityType.PERSONAL_CONTACT, account.get().address(), command.friend());
            var births = births(brand, candidate);
            var known = identities.of(brand, births);
            if (known.stream().noneMatch(one -> one.key().equals(key)) && spent(candidate, key, known)) {
                return new Outcome.Spent();
            }
            take(brand, account.get(), key, known, at, now);
            candidates.touch(brand, births, now);
            return new Outcome.Accepted(candidate, account.get());
        });
    }

    private List<CustomerId> births(BrandId brand, Candidate candidate) {
        return persons.births(brand, List.of(candidate.customer())).getOrDefault(candidate.customer(), List.of());
    }

    /// Whoever comes late is still who was invited; but who is this account's friend already is not
    /// two of them.
    private static boolean spent(Candidate candidate, IdentityKey friend, List<Identity> known) {
        boolean asked = switch (candidate.state()) {
            case CHOSEN, INVITED, EXPIRED -> true;
            case HELD_OUT, ACCEPTED, REFUSED, WITHDRAWN -> false;
        };
        return !asked
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
