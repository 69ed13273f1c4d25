package cn.siyu.application.contact.port;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one send on the platform.
///
/// @param reason why it was not delivered; null when it was
/// @param windowUntil until when an answer counts; null if not delivered
public record SendResult(
        SendId send,
        CustomerId customer,
        RelationshipId relationship,
        ChannelAccountId account,
        ContactClass contactClass,
        Status status,
        @Nullable String reason,
        Instant at,
        @Nullable Instant windowUntil) {
    /// The customer has it.
    ///
    /// @param windowUntil until when an answer counts
    public static SendResult delivered(Send send, Instant at, Instant windowUntil) {
        return of(send, Status.DELIVERED, null, at, windowUntil);
    }

    /// The platform did not send it.
    public static SendResult failed(Send send, String reason, Instant at) {
        return of(send, Status.FAILED, reason, at, null);
    }

    /// Nobody confirmed it in time.
    public static SendResult expired(Send send, String reason, Instant at) {
        return of(send, Status.EXPIRED, reason, at, null);
    }

    private static SendResult of(
            Send send, Status status, @Nullable String reason, Instant at, @Nullable Instant windowUntil) {
        var route = route(send);
        return new SendResult(
                send.id(),
                send.aim().customer(),
                route.relationship(),
                route.account(),
                send.aim().contactClass(),
                status,
                reason,
                at,
                windowUntil);
    }

    /// The way a planned send goes.
    public static Send.Route route(Send send) {
        return Objects.requireNonNull(send.route(), "what is planned has a route");
    }

    /// The end it came to.
    public enum Status {
        DELIVERED,
        FAILED,
        /// Nobody confirmed it in time.
        EXPIRED
    }
}
