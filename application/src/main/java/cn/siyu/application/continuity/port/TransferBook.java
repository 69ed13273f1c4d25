package cn.siyu.application.continuity.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The transfers of customers and groups (继承明细), and the calls by which they were asked for.
/// There may be many thousand; everything takes many at once.
public interface TransferBook {
    /// Adds transfers, but for open ones of which the relationship or group has an open one
    /// already.
    ///
    /// @return the numbers of those that were added
    Set<Long> add(BrandId brand, List<Transfer> transfers);

    /// Which of these relationships have an open transfer.
    Set<RelationshipId> underWay(BrandId brand, Collection<RelationshipId> relationships);

    /// QUEUED ones that may be asked for, in the order of (due, number).
    List<Transfer> queued(BrandId brand, Instant now, int atMost);

    /// QUEUED ones of an inheritance, due or not, by number.
    List<Transfer> queuedOf(BrandId brand, InheritanceId inheritance);

    /// Replaces transfers; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<Transfer> transfers);

    /// Those that were asked for in these calls and have not ended, by number; QUEUED ones are not
    /// among them.
    List<Transfer> openIn(BrandId brand, Collection<Long> calls);

    /// One of a contact from an account or to it that was asked for and has not ended; the newest
    /// of several.
    Optional<Transfer> awaited(BrandId brand, IdentityId identity, ChannelAccountId account);

    /// Whether a relationship of a contact is what a transfer became.
    boolean became(BrandId brand, IdentityId identity, RelationshipId relationship);

    /// Whether an inheritance has an open one.
    boolean anyOpen(BrandId brand, InheritanceId inheritance);

    /// When these customers or groups changed hands on the job, by what the channel calls them.
    Map<String, List<Instant>> takenOnTheJob(BrandId brand, Collection<String> refs, Instant since);

    /// How often these customers or groups are on their way on the job, by what the channel calls
    /// them: asked for, or perhaps, and not ended. Of those that are not, no entry.
    Map<String, Integer> waitingOnTheJob(BrandId brand, Collection<String> refs);

    /// How many groups of an account were asked for since a moment.
    int groupsAsked(BrandId brand, ChannelAccountId from, Instant since);

    /// How many transfers of inheritances are in each state.
    List<Count> counts(BrandId brand, Collection<InheritanceId> inheritances);

    /// Transfers of an inheritance with a number above `after`, by number: from accounts that are
    /// seen, and of customers who are.
    List<Transfer> page(BrandId brand, InheritanceId inheritance, Sight sight, Filter filter, long after, int atMost);

    /// How many customers have an open transfer to each of these accounts, and are not there yet.
    Map<ChannelAccountId, Integer> promised(BrandId brand, Collection<ChannelAccountId> takers);

    /// Puts a call on record that is about to go out.
    void intend(BrandId brand, TransferCall call);

    /// INTENT → what became of a call.
    ///
    /// @param readAt when its results are read; null: never
    /// @return false if it was too late and nothing changed
    boolean conclude(
            BrandId brand, long call, TransferCall.State state, @Nullable String problem, @Nullable Instant readAt);

    /// Whether there is a call to [#park].
    boolean anyGone(BrandId brand, Instant claimedBefore);

    /// INTENT → UNKNOWN, with all its transfers, for calls intended before a moment of the
    /// machine's time: whoever intended them is gone.
    ///
    /// @param readAt when their results are read
    /// @return how many calls
    int park(BrandId brand, Instant claimedBefore, Instant readAt);

    /// Calls whose results are to be read, in the order of (moment, number).
    List<TransferCall> toRead(BrandId brand, Instant now, int atMost);

    /// Results of calls were read.
    ///
    /// @param next when they are read again, by call; calls without an entry never
    void read(BrandId brand, Collection<TransferCall> calls, Map<Long, Instant> next);

    /// The results of a call are to be read by a moment, if they are read at all.
    void readBy(BrandId brand, long call, Instant moment);

    /// When the next transfer may be asked for or the next results are to be read; empty if nothing
    /// waits.
    Optional<Instant> nextDueAt(BrandId brand);

    /// How many are in a state.
    record Count(InheritanceId inheritance, boolean ofCustomers, Transfer.State state, int number) {}

    /// Which transfers are wanted; null means any.
    record Filter(
            Set<Transfer.State> states,
            @Nullable Boolean ofCustomers,
            @Nullable ChannelAccountId taker) {
        /// All.
        public static final Filter ALL = new Filter(Set.of(), null, null);

        public Filter {
            states = Set.copyOf(states);
        }
    }
}
