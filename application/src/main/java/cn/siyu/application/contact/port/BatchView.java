package cn.siyu.application.contact.port;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A batch as clients see it: the record (触达记录) of what an account sent when, to how many, and
/// whether it was confirmed.
///
/// @param reason why it stands where it stands; null if nothing is special
/// @param channelRef what the platform calls it; null until it has it
/// @param recipients how many it goes to
/// @param delivered how many of them have it
public record BatchView(
        SendBatchId id,
        PublicId publicId,
        SendBatch.Kind kind,
        ContactClass contactClass,
        PublicId account,
        @Nullable PublicId wave,
        BatchState state,
        @Nullable String reason,
        OutboundMessage content,
        @Nullable String channelRef,
        int recipients,
        int delivered,
        int attempts,
        int reminders,
        Times times) {
    /// What happened when; null: not yet, or never.
    public record Times(
            Instant createdAt,
            Instant deadline,
            @Nullable Instant intentAt,
            @Nullable Instant sentAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy) {}
}
