package cn.siyu.application.engine;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something between us and a channel that goes on only when a person has seen to its cause
/// (待处理故障).
///
/// @param id its inner number; events and commands are numbered together
/// @param kind on which way it got stuck
/// @param connection the connection an event came from; null for a command
/// @param command what a channel was to be told; null for an event
/// @param account in whose name; null for an event, or if the account is gone
/// @param createdAt when the event came in or the command was queued
/// @param attempts how often it was tried again before it was given up
/// @param reason why it was given up
public record Trouble(
        long id,
        PublicId publicId,
        Kind kind,
        @Nullable String connection,
        @Nullable Command command,
        @Nullable PublicId account,
        Instant createdAt,
        int attempts,
        String reason) {
    /// On which way something got stuck.
    public enum Kind {
        /// A channel told us something that could not be understood or taken in.
        EVENT,
        /// A channel refuses what it was told.
        COMMAND
    }

    /// What a channel was to be told.
    public enum Command {
        MARK_TAGS,
        SET_REMARK
    }
}
