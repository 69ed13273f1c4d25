package cn.siyu.domain.channel.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much an account may do on a day (节奏).
///
/// @param health how it stands
/// @param adds friends it may ask for a day
/// @param messages one-to-one messages a day
/// @param until when the cool-down ends; null unless it cools down
public record Pace(
        Health health, int adds, int messages, @Nullable Instant until) {
    /// How an account stands with its platform.
    public enum Health {
        /// Nothing is known against it.
        HEALTHY,
        /// The platform warned it; it goes slower (降频).
        COOLING,
        /// The platform warned it again; it adds nobody (停加).
        RESTING,
        /// The platform closed it for good (封号).
        BANNED
    }

    /// How many a day of one kind of work; work that isn't paced has no limit.
    public int of(Paced kind) {
        return switch (kind) {
            case ADD -> adds;
            case MESSAGE -> messages;
        };
    }

    /// Kinds of work of which an account may do so many a day.
    public enum Paced {
        /// Asking somebody to become a friend (主动加好友).
        ADD,
        /// A one-to-one message (私聊).
        MESSAGE
    }
}
