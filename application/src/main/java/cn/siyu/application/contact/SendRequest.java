package cn.siyu.application.contact;

import cn.siyu.application.contact.port.SendOrigin;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A wish to contact a customer.
///
/// @param origin the step that wants it; null if none does
/// @param control whether the customer is in the control group (对照组): everything is decided,
///     nothing is sent
/// @param relationship over which relationship; null: the live one with the highest trust
/// @param touchpoint the code of where contact happens (触点)
/// @param material the number of the material to write it from
/// @param winBack whether somebody approved it for customers whose marketing is paused
/// @param deadline from when on it is of no use
public record SendRequest(
        @Nullable SendOrigin origin,
        boolean control,
        CustomerId customer,
        @Nullable RelationshipId relationship,
        ContactClass contactClass,
        String touchpoint,
        long material,
        boolean winBack,
        Instant deadline) {
    /// The touchpoint of one-to-one messages between an account and a customer (私聊).
    public static final String PRIVATE_CHAT = "PRIVATE_CHAT";

    Wanted wanted() {
        return new Wanted(customer, relationship);
    }
}
