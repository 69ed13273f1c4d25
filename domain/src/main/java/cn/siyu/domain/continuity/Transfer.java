package cn.siyu.domain.continuity;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One customer or one group on its way from one account to another (继承明细).
///
/// A transfer is asked for once and then followed: whoever does not know whether the channel was
/// asked looks there and does not ask again. Once it has ended nothing changes it.
///
/// @param id its number inside the brand
/// @param to who is to take over; null: nobody can
/// @param reason why it waits or how it ended; null if there is nothing to add to the state
/// @param call the call it was asked for in last; null if it never was
/// @param dueAt when it may be asked for; of no meaning in other states
/// @param askedAt when it was asked for last; null if it never was
/// @param takenAt when it is taken over by itself, as far as that is known; once it is TAKEN, when
///     it was
/// @param became the relationship of the customer with the one who took over; null unless TAKEN
/// @param version counts changes
public record Transfer(
        long id,
        InheritanceId inheritance,
        Subject subject,
        ChannelAccountId from,
        @Nullable ChannelAccountId to,
        State state,
        @Nullable Reason reason,
        @Nullable Long call,
        Instant dueAt,
        @Nullable Instant askedAt,
        @Nullable Instant takenAt,
        @Nullable Instant endedAt,
        @Nullable RelationshipId became,
        int version) {

    /// Who or what changes hands.
    public sealed interface Subject {
        /// What the channel calls it.
        String ref();
    }

    /// A customer.
    ///
    /// @param relationship the one with the member who hands over
    /// @param ref what the channel calls the customer
    public record OfCustomer(CustomerId customer, RelationshipId relationship, IdentityId identity, String ref)
            implements Subject {}

    /// A group chat (客户群).
    public record OfGroup(String ref) implements Subject {}

    /// How far it is.
    public enum State {
        /// Waits to be asked for.
        QUEUED(true),
        /// A call with it is on its way.
        ASKED(true),
        /// Nobody knows whether a call with it arrived; the channel is looked at.
        UNKNOWN(true),
        /// The channel has it: the customer may still refuse (等待接替).
        WAITING(true),
        /// The colleague has it (已接替).
        TAKEN(false),
        /// The customer refused and stays (客户拒绝).
        REFUSED(false),
        /// Nobody of those who were to take over has room (接替成员客户达到上限).
        NO_CAPACITY(false),
        /// It changed hands too often lately.
        LIMIT_REACHED(false),
        /// It can't be handed over; the reason says why.
        IMPOSSIBLE(false),
        /// The order was stopped before it was asked for.
        CANCELLED(false);

        private final boolean open;

        State(boolean open) {
            this.open = open;
        }

        /// Whether something may still happen.
        public boolean open() {
            return open;
        }
    }

    /// Why it waits, or how it ended.
    public enum Reason {
        /// The platform's limits let it be asked for later only.
        PLATFORM_LIMIT,
        /// The channel could not be reached, or was busy.
        CHANNEL_AWAY,
        /// The connection of the account is not configured (any more); it goes on when it is back.
        NO_CONNECTION,
        /// Nobody knows whether a call arrived.
        UNANSWERED,
        /// A transfer of it is under way on the channel already.
        UNDER_WAY,
        /// Who was to take over may not: not active, without the feature, out of our range, the
        /// same person.
        TAKER_UNFIT,
        /// Nobody is left who could take over.
        NO_TAKER,
        /// The channel doesn't know it as a contact or group of the one who hands over.
        NOT_A_CONTACT,
        /// The member has left though the order says on the job, or the other way round.
        WRONG_KIND,
        /// The channel hands nobody over; the account itself can be given to another person.
        CHANNEL_CANNOT,
        /// The channel accepted it and knows nothing of it any more.
        NO_RECORD,
        /// The channel's answer is not one we know.
        UNRECOGNISED
    }

    /// One that waits to be asked for.
    public static Transfer queued(
            long id,
            InheritanceId inheritance,
            Subject subject,
            ChannelAccountId from,
            ChannelAccountId to,
            Instant now) {
        return new Transfer(
                id, inheritance, subject, from, to, State.QUEUED, null, null, now, null, null, null, null, 1);
    }

    /// One that ends before it begins.
    public static Transfer ended(
            long id,
            InheritanceId inheritance,
            Subject subject,
            ChannelAccountId from,
            State state,
            @Nullable Reason reason,
            Instant now) {
        return new Transfer(id, inheritance, subject, from, null, state, reason, null, now, null, null, now, null, 1);
    }

    public boolean open() {
        return state.open();
    }

    /// Whether it is a customer's, not a group's.
    public boolean ofCustomer() {
        return subject instanceof OfCustomer;
    }

    /// Who is to take over.
    ///
    /// @throws NullPointerException if nobody can
    public ChannelAccountId taker() {
        return Objects.requireNonNull(to, "nobody takes over");
    }

    /// A call with it is about to go out.
    public Transfer asked(long in, Instant at) {
        return with(to, State.ASKED, null, in, dueAt, at, null, null, null);
    }

    /// The call may have arrived.
    public Transfer unknown(Reason why) {
        return with(to, State.UNKNOWN, why, call, dueAt, askedAt, takenAt, null, null);
    }

    /// The channel has it.
    ///
    /// @param expected when it is taken over by itself
    public Transfer waiting(@Nullable Instant expected) {
        return with(to, State.WAITING, null, call, dueAt, askedAt, expected, null, null);
    }

    /// It waits (again) until it may be asked for.
    public Transfer queued(ChannelAccountId taker, Instant until, @Nullable Reason why) {
        return with(taker, State.QUEUED, why, call, until, askedAt, null, null, null);
    }

    /// The colleague has it.
    ///
    /// @param relationship of the customer with the colleague; null for a group
    public Transfer taken(@Nullable RelationshipId relationship, Instant taken, Instant now) {
        return with(to, State.TAKEN, null, call, dueAt, askedAt, taken, now, relationship);
    }

    /// It ended some other way: it stays where it was.
    public Transfer ended(State how, @Nullable Reason why, Instant now) {
        if (how.open() || how == State.TAKEN) {
            throw new IllegalArgumentException(how + " is no such end");
        }
        return with(to, how, why, call, dueAt, askedAt, null, now, null);
    }

    private Transfer with(
            @Nullable ChannelAccountId taker,
            State next,
            @Nullable Reason why,
            @Nullable Long in,
            Instant due,
            @Nullable Instant asked,
            @Nullable Instant taken,
            @Nullable Instant ended,
            @Nullable RelationshipId relationship) {
        if (!open()) {
            throw new IllegalStateException("transfer " + id + " has ended");
        }
        return new Transfer(
                id,
                inheritance,
                subject,
                from,
                taker,
                next,
                why,
                in,
                due,
                asked,
                taken,
                ended,
                relationship,
                version + 1);
    }
}
