package cn.siyu.application.intake.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.intake.Synchronization;
import cn.siyu.application.intake.Synchronization.Progress;
import cn.siyu.application.intake.SynchronizationPart;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Synchronisations (同步) and how far each account of them is.
public interface Synchronizations {
    /// Adds one with its parts.
    ///
    /// @throws AlreadyExists if another one of the connection is RUNNING
    void add(BrandId brand, Synchronization run, Collection<SynchronizationPart> parts);

    /// The one with a public id, or empty.
    Optional<Synchronization> byPublicId(BrandId brand, PublicId id);

    /// The one with an inner number, or empty.
    Optional<Synchronization> find(BrandId brand, long id);

    /// Those begun before another, newest first.
    ///
    /// @param before the number of the last one of the page before; `Long.MAX_VALUE` for the first
    List<Synchronization> newest(BrandId brand, long before, int atMost);

    /// The newest of a connection, or empty.
    Optional<Synchronization> latest(BrandId brand, String connection);

    /// When the first one of a connection began that succeeded, at least partly; empty if none did.
    Optional<Instant> firstSuccess(BrandId brand, String connection);

    /// What synchronisations have done so far.
    Map<Long, Progress> progress(BrandId brand, Collection<Long> ids);

    /// Ends one that is RUNNING, and cancels the parts that are open; otherwise nothing happens.
    ///
    /// @return whether it was RUNNING
    boolean end(BrandId brand, long id, Synchronization.State state, @Nullable String problem, Instant at);

    /// Keeps how many members on the channel have no account here.
    void unmatched(BrandId brand, long id, int members);

    /// Open parts that are due, by time, synchronisation and account.
    List<SynchronizationPart> due(BrandId brand, Instant now, int atMost);

    /// When the next part is due; empty if none is open.
    Optional<Instant> nextDueAt(BrandId brand);

    /// Replaces a part; its `version` is one more than the stored one.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, SynchronizationPart part);

    /// Parts of a synchronisation behind an account, by account.
    ///
    /// @param after the number of the last account of the page before; 0 for the first page
    /// @param problemsOnly whether only parts are wanted that FAILED, or are open and could not go
    ///     on last time
    List<SynchronizationPart> parts(BrandId brand, long id, long after, boolean problemsOnly, int atMost);

    /// One part, or empty.
    Optional<SynchronizationPart> part(BrandId brand, long id, ChannelAccountId account);
}
