package cn.siyu.application.channel;

import java.time.Instant;

/// The door through which callback endpoints hand in what a platform told us, verified and
/// decrypted but not yet understood (回调事件). Storing is all that happens before the platform
/// gets its answer; work comes after.
public interface InboxIntake {
    /// Stores the event durably, or recognises it as stored before. An exception means that it is
    /// not stored: the endpoint then asks the platform to deliver it again.
    Outcome store(RawEvent event);

    enum Outcome {
        STORED,
        DUPLICATE
    }

    /// One event as it came in.
    ///
    /// @param channel id of the channel, as in its descriptor
    /// @param connection name of the connection the event came in by
    /// @param brand slug of the brand the connection belongs to
    /// @param sha256 hex SHA-256 of the payload; with the connection, the identity of the event
    /// @param payload the decrypted text
    /// @param receivedAt on the brand's clock
    record RawEvent(
            String channel, String connection, String brand, String sha256, String payload, Instant receivedAt) {}
}
