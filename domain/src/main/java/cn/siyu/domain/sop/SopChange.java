package cn.siyu.domain.sop;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That somebody changed the state of an SOP (状态变更记录): who, when, from what to what, why.
/// Written once, never changed.
///
/// @param id its number: later ones have higher ones
/// @param from the SOP's state before
/// @param to and after; the same if nothing changed but was asked for
/// @param versionNumber of the version it is about, in its SOP; null if it is about the SOP as a
///     whole
public record SopChange(
        long id,
        PublicId publicId,
        SopId sop,
        Kind kind,
        Sop.State from,
        Sop.State to,
        @Nullable Integer versionNumber,
        By by,
        Instant at) {
    /// What was asked for.
    public enum Kind {
        /// A version was published: it never changes again.
        PUBLICATION,
        /// Customers are taken into a version.
        ACTIVATION,
        /// Nobody is taken in any more.
        DEACTIVATION,
        /// It stands still.
        PAUSE,
        /// It goes on.
        RESUMPTION
    }

    /// Who asked for it, and why.
    ///
    /// @param key the public id of the API key; null for the product itself, as in a new sandbox
    /// @param reason in their words, up to [#LONGEST_REASON] characters; null if they gave none
    public record By(@Nullable PublicId key, @Nullable String reason) {
        public static final int LONGEST_REASON = 500;
        /// Nobody outside.
        public static final By PRODUCT = new By(null, null);
    }
}
