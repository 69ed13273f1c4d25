package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendBatchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The batches and where they stand. Each change of state names the state, and where it matters the
/// epoch, it starts from; a change that comes too late changes nothing and says so.
public interface SendBatches {
    /// Writes down new batches as PLANNED.
    void add(BrandId brand, List<SendBatch> batches);

    /// PLANNED batches whose moment has come, or whose deadline has passed: welcomes first, since
    /// they live for seconds, then the oldest.
    List<Due> due(BrandId brand, Instant now, int atMost);

    /// When the next PLANNED batch is due; empty if none is planned.
    Optional<Instant> nextDueAt(BrandId brand);

    /// Batches of these accounts that may be on their way: INTENT or UNKNOWN.
    List<Open> open(BrandId brand, Collection<ChannelAccountId> accounts);

    /// Whether a batch has a recipient in common with one of the others.
    boolean sharesRecipients(BrandId brand, SendBatchId batch, Collection<SendBatchId> others);

    /// Keeps everybody else from claiming batches of these accounts until the transaction ends.
    void lockAccounts(BrandId brand, Collection<ChannelAccountId> accounts);

    /// Keeps everybody else from claiming these batches until the transaction ends.
    ///
    /// @return those of them that are PLANNED
    Set<SendBatchId> lockPlanned(BrandId brand, Collection<SendBatchId> batches);

    /// The kind of channel each batch goes over.
    Map<SendBatchId, String> channels(BrandId brand, Collection<SendBatchId> batches);

    /// PLANNED → INTENT with the next epoch.
    ///
    /// @return those that were still PLANNED at their epoch
    Set<SendBatchId> claim(BrandId brand, List<Due> batches, Intent intent);

    /// INTENT or UNKNOWN → what became of it, for the one that holds the epoch.
    ///
    /// @return false if it was too late and nothing changed
    boolean conclude(BrandId brand, SendBatchId batch, int epoch, BatchOutcome outcome);

    /// PLANNED, or INTENT inside the transaction that claimed it → an end in which nothing was
    /// sent.
    void end(BrandId brand, Collection<SendBatchId> batches, BatchState end, String reason, Instant at);

    /// PLANNED, to be looked at again later.
    void postpone(BrandId brand, Collection<SendBatchId> batches, Instant notBefore, String reason);

    /// How many recipients are left in batches that lost some.
    void shrink(BrandId brand, Map<SendBatchId, Integer> recipients);

    /// INTENT → UNKNOWN for those claimed before a moment of the machine's time: whoever claimed
    /// them is gone.
    ///
    /// @return how many
    int park(BrandId brand, Instant claimedBefore, String reason);

    /// SENT batches whose results are to be asked for, oldest first.
    List<Running> toPoll(BrandId brand, Instant now, int atMost);

    /// When the next results are to be asked for.
    Optional<Instant> nextPollAt(BrandId brand);

    /// A poll is over.
    ///
    /// @param polls how many there were before it
    /// @param settledAt when every member had a result; null while some have none
    /// @return false if somebody else has polled in the meantime and nothing changed
    boolean polled(
            BrandId brand,
            SendBatchId batch,
            int polls,
            @Nullable Instant confirmedAt,
            Instant pollAt,
            @Nullable Instant settledAt);

    /// SENT batches that nobody has confirmed and of which staff are to be reminded, oldest first.
    List<Running> toRemind(BrandId brand, Instant now, int atMost);

    /// When the next reminder is due.
    Optional<Instant> nextReminderAt(BrandId brand);

    /// Staff were reminded, or are not to be.
    ///
    /// @param reminders how many there were before
    /// @param remindAt when the next one is due; null for never
    void reminded(BrandId brand, SendBatchId batch, int reminders, boolean done, @Nullable Instant remindAt);

    /// A PLANNED batch and who sends it.
    record Due(SendBatch batch, int epoch, int attempts, Sender sender) {}

    /// A batch that may be on its way.
    record Open(
            SendBatchId id,
            ChannelAccountId account,
            String contentHash,
            @Nullable Long wave) {}

    /// What an intent commits to.
    ///
    /// @param at the brand's time
    /// @param fence when the credential of the call ends, the brand's time; null for a welcome,
    ///     which needs none
    /// @param claimedAt the machine's time
    record Intent(Instant at, @Nullable Instant fence, Instant claimedAt) {}

    /// A batch that the platform has.
    ///
    /// @param sentAt when the platform took it
    /// @param confirmedAt when staff confirmed; null if not known
    record Running(
            SendBatchId id,
            ChannelAccountId account,
            Sender sender,
            String channelRef,
            int recipients,
            Instant sentAt,
            @Nullable Instant confirmedAt,
            Instant confirmBy,
            int polls,
            int reminders) {}
}
