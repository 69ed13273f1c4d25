package cn.siyu.application.intake.port;

import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Raw channel events, kept durably before anything is done with them. One event is kept once,
/// however often it is told.
public interface Inbox {
    /// Keeps an event; it is due at once.
    ///
    /// @return false if the same event (brand, connection and hash) is already there; then nothing
    ///     changes
    boolean add(BrandId brand, Event event);

    /// Events due at a moment, oldest first.
    List<Waiting> due(BrandId brand, Instant now, int atMost);

    /// When the next event falls due; empty if none waits.
    Optional<Instant> nextDueAt(BrandId brand);

    /// It is worked off.
    void done(BrandId brand, long id);

    /// It could not be worked off yet.
    void postpone(BrandId brand, long id, Instant dueAt, String problem);

    /// It will never be worked off by itself; it stays visible with its problem.
    void park(BrandId brand, long id, String problem);

    /// Parked events with a number below another, newest first.
    List<Parked> parked(BrandId brand, long before, int atMost);

    /// Makes parked events due again as if they were new; those that aren't parked stay as they
    /// are.
    ///
    /// @return how many are due again
    int retry(BrandId brand, Collection<Long> ids, Instant now);

    /// An event as it came in.
    ///
    /// @param id its inner number
    /// @param channel the channel's kind
    /// @param hash hex SHA-256 of the payload
    record Event(long id, String channel, String connection, String hash, String payload, Instant receivedAt) {}

    /// An event that waits.
    ///
    /// @param attempts how often it was tried before
    record Waiting(Event event, int attempts) {}

    /// An event that is parked.
    ///
    /// @param attempts how often it was postponed before
    /// @param problem why it was parked
    record Parked(Event event, int attempts, String problem) {}
}
