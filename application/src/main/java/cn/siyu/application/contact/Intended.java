package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request with the numbers of the send it is or becomes.
record Intended(SendId id, PublicId publicId, Instant createdAt, SendRequest request) {
    /// A deferred send, wanted again.
    static Intended again(Send send) {
        var aim = send.aim();
        var route = send.route();
        @Nullable RelationshipId relationship = route == null ? null : route.relationship();
        return new Intended(
                send.id(),
                send.publicId(),
                send.createdAt(),
                new SendRequest(
                        send.origin(),
                        false,
                        aim.customer(),
                        relationship,
                        aim.contactClass(),
                        aim.touchpoint(),
                        Objects.requireNonNull(send.material(), "only what has a material is deferred"),
                        aim.winBack(),
                        aim.deadline()));
    }
}
