package cn.siyu.application.intake;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One synchronisation (同步): everything that a connection's accounts have on the channel is
/// compared with what is known here, and what differs is brought in line.
///
/// @param startedBy the public id of the API key that asked for it; null if it was due by itself
/// @param unmatched members on the channel who may have customers, but have no account here; null
///     while nobody has looked
/// @param problem why it did not succeed as a whole; null if it did, or runs
/// @param startedAt on the brand's clock
/// @param finishedAt null while it runs
public record Synchronization(
        long id,
        PublicId publicId,
        String channel,
        String connection,
        Kind kind,
        State state,
        @Nullable PublicId startedBy,
        @Nullable Integer unmatched,
        @Nullable String problem,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    /// What it is for.
    public enum Kind {
        /// Takes over a corp that exists (初始同步): nobody is greeted or enrolled.
        INITIAL,
        /// Finds what callbacks missed (对账). Whoever became a contact after the connection's
        /// first successful synchronisation is enrolled like anybody new; nobody is greeted, for
        /// the greeting has seconds only.
        RECONCILIATION
    }

    /// How far it is.
    public enum State {
        RUNNING,
        /// All accounts were read.
        SUCCEEDED,
        /// Some accounts could not be read; their problems say why.
        PARTLY_SUCCEEDED,
        /// No account could be read.
        FAILED,
        /// A person stopped it; what was taken over stays.
        CANCELLED
    }

    /// What it has done so far, over all accounts.
    ///
    /// @param accounts how many accounts it reads
    /// @param done accounts that were read to the end
    /// @param failed accounts that could not be read
    /// @param count what was found
    public record Progress(int accounts, int done, int failed, SynchronizationPart.Count count) {}
}
