package cn.siyu.application.contact.port;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.domain.brand.BrandId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes messages from materials (素材).
@FunctionalInterface
public interface Composer {
    /// The materials by number, ready to be written for many customers; one that is gone or
    /// archived is missing.
    Map<Long, Composition> open(BrandId brand, Collection<Long> materials);

    /// One material.
    interface Composition {
        /// Whether it tells of the customer's orders.
        boolean needsOrders();

        /// Whether it tells the code of the customer's open invitation.
        default boolean needsInvitation() {
            return false;
        }

        /// The message for one customer; equal for two customers if nothing in it is theirs.
        ///
        /// @param lastOrder the customer's; null if there is none, or if it isn't needed
        Written write(Reach reach, @Nullable LastOrder lastOrder);

        /// As [#write(Reach, LastOrder)], for a customer with an open invitation (邀请).
        ///
        /// @param invitation its code; null if there is none, or if it isn't needed
        default Written write(Reach reach, @Nullable LastOrder lastOrder, @Nullable String invitation) {
            return write(reach, lastOrder);
        }
    }

    /// What writing came to.
    sealed interface Written {
        /// It can be sent.
        record Message(OutboundMessage message) implements Written {}

        /// It can't be written for this customer.
        ///
        /// @param reason a stable code
        /// @param numbers what it was decided by
        record Unwritable(String reason, Map<String, Object> numbers) implements Written {}
    }
}
