package cn.siyu.application.brand.port;

import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Remembers the answers to requests that name themselves by an `Idempotency-Key`, so that a repeat
/// gets the first answer again and nothing happens twice.
///
/// The protocol: [#claim] is committed on its own before the work begins, so that a second call
/// sees the first one running. [#finish] joins the transaction of the work, so there is no gap
/// between "done" and "remembered". A claim whose work never finished (the process died) can be
/// taken over after its lease; [#finish] of the old one then fails, and its transaction with it.
public interface IdempotencyRecords {
    /// Begins work under a name, if nobody else does or did. Commits at once, in a transaction of
    /// its own.
    ///
    /// @param name a hash of brand, credential, route and key; 64 hexadecimal digits
    /// @param brand the brand of the request; null if it has none
    /// @param request a hash of what is asked; 64 hexadecimal digits
    /// @param now the machine's time, to the millisecond
    /// @param lease after which a claim that never finished may be taken over, from its last
    ///     renewal
    /// @param keep how long the record is kept
    Claim claim(String name, @Nullable BrandId brand, String request, Instant now, Duration lease, Duration keep);

    /// Begins the lease of a claim anew, for work that takes longer.
    ///
    /// @param claimedAt what [Claim.Begun] said
    /// @param now the machine's time, to the millisecond
    /// @throws StaleAggregate if the claim was taken over meanwhile
    void renew(String name, Instant claimedAt, Instant now);

    /// Remembers the answer, inside the transaction of the work.
    ///
    /// @param claimedAt what [Claim.Begun] said
    /// @throws StaleAggregate if the claim was taken over meanwhile
    void finish(String name, Instant claimedAt, Remembered answer);

    /// Forgets a claim whose work had no effect. Commits at once; nothing happens if it was taken
    /// over or finished.
    void release(String name, Instant claimedAt);

    /// Removes records that need not be kept any longer.
    ///
    /// @param most how many at most
    /// @return how many were removed
    int forget(Instant now, int most);

    /// What a claim found.
    sealed interface Claim {
        /// The work may begin; nobody else does it.
        record Begun(Instant claimedAt) implements Claim {}

        /// The same request is being worked on.
        record Running() implements Claim {}

        /// The same request was answered before.
        record Answered(Remembered answer) implements Claim {}

        /// The name was used for another request.
        record OtherRequest() implements Claim {}
    }

    /// An answer that can be given again.
    ///
    /// @param status the HTTP status
    /// @param location where the created thing is; null if nothing was
    /// @param etag the version of the answer; null if it has none
    /// @param body the JSON text; null if it has none
    record Remembered(
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}
}
