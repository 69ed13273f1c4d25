package cn.siyu.application.contact.port;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One message to one customer (触达), as it was decided.
///
/// @param batch the batch that has its state; null unless the decision is PLANNED
/// @param origin the step that wants it; null for a welcome
/// @param route over which relationship it goes; null if there is none
/// @param material the number of the material it was written from; null if none
/// @param reservedAt when its day in the ledgers was taken; null if none is
public record Send(
        SendId id,
        PublicId publicId,
        @Nullable SendBatchId batch,
        @Nullable SendOrigin origin,
        Aim aim,
        @Nullable Route route,
        @Nullable Long material,
        Decision decision,
        @Nullable Instant reservedAt,
        Instant createdAt) {
    /// Why a send waits, or waited too long: its SOP stands still.
    public static final String SOP_PAUSED = "SOP_PAUSED";

    /// What is intended.
    ///
    /// @param winBack whether the step was approved for customers whose marketing is paused
    /// @param zone the customer's when it was decided
    /// @param deadline when it is of no use any more
    public record Aim(
            CustomerId customer,
            ContactClass contactClass,
            String touchpoint,
            boolean winBack,
            ZoneId zone,
            Instant deadline) {}

    /// Over which relationship.
    ///
    /// @param recipient what the channel calls the customer
    public record Route(RelationshipId relationship, ChannelAccountId account, IdentityId identity, String recipient) {}

    /// What was decided.
    ///
    /// @param reason the first reason's stable code; null when PLANNED
    /// @param until when it is decided again; null unless DEFERRED
    public record Decision(
            Verdict verdict,
            @Nullable String reason,
            Explanation explanation,
            @Nullable Instant until) {}

    /// The decision in a word.
    public enum Verdict {
        /// In a batch.
        PLANNED,
        /// To be decided again.
        DEFERRED,
        REFUSED,
        /// The deadline came first.
        EXPIRED,
        /// What wanted it ended.
        CANCELLED,
        /// Would have been planned, but the customer is in the control group.
        CONTROL,
        /// Handed to a person.
        BY_TASK
    }

    /// The number of the paused SOP that holds it back; null if none does.
    public @Nullable Long heldBy() {
        boolean held = decision.verdict() == Verdict.DEFERRED && SOP_PAUSED.equals(decision.reason());
        return held && origin != null ? origin.sop() : null;
    }

    /// The same send over another relationship.
    public Send over(Route other) {
        return new Send(id, publicId, batch, origin, aim, other, material, decision, reservedAt, createdAt);
    }

    /// The same send with another decision.
    public Send decided(Decision now, @Nullable SendBatchId in, @Nullable Instant reserved) {
        return new Send(id, publicId, in, origin, aim, route, material, now, reserved, createdAt);
    }
}
