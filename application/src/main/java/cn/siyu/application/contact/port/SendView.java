package cn.siyu.application.contact.port;

import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A send as clients see it: its effective state, and everything it refers to by public id.
///
/// @param state where it stands: the decision, then its batch's state, then its result
/// @param reason why it is not delivered; null if nothing speaks against it
/// @param explanation what the governor said
/// @param deferredUntil when it is decided again; null unless DEFERRED
public record SendView(
        SendId id,
        PublicId publicId,
        SendState state,
        @Nullable String reason,
        Explanation explanation,
        @Nullable Instant deferredUntil,
        Refers refers,
        ContactClass contactClass,
        String touchpoint,
        Times times,
        @Nullable Response response) {
    /// What it belongs to.
    ///
    /// @param step which step of the version, from 0; null for a welcome
    public record Refers(
            PublicId customer,
            @Nullable PublicId relationship,
            @Nullable PublicId account,
            @Nullable PublicId batch,
            @Nullable PublicId wave,
            @Nullable PublicId enrolment,
            @Nullable PublicId sop,
            @Nullable PublicId sopVersion,
            @Nullable Integer step,
            @Nullable PublicId material) {}

    /// What happened when; null: not yet, or never.
    ///
    /// @param resultedAt when it was delivered, failed or expired at the platform
    public record Times(
            Instant createdAt,
            Instant deadline,
            @Nullable Instant sentAt,
            @Nullable Instant resultedAt) {}

    /// What the customer did about it.
    ///
    /// @param respondedAt null if the customer didn't answer
    /// @param until when the window is over
    public record Response(
            Responses.Status status, @Nullable Instant respondedAt, Instant until) {}
}
