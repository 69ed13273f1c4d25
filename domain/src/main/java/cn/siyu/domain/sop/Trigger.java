package cn.siyu.domain.sop;

import cn.siyu.domain.channel.ContactWayId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What puts customers into an SOP (触发). By hand they can be put into any active one.
public sealed interface Trigger {
    /// Somebody became a contact.
    ///
    /// @param contactWays only by one of these contact ways (联系我); empty: by any, or none of
    ///     ours
    /// @param reenterAfter how long after an enrolment the same customer may come in again; null:
    ///     never
    record RelationshipAdded(
            Set<ContactWayId> contactWays, @Nullable Duration reenterAfter) implements Trigger {
        public RelationshipAdded {
            contactWays = Set.copyOf(contactWays);
        }

        /// Whether somebody who came by a contact way, or by none of ours, is meant.
        public boolean takes(@Nullable ContactWayId by) {
            return contactWays.isEmpty() || (by != null && contactWays.contains(by));
        }
    }

    /// Somebody does it, customer by customer.
    record Manual() implements Trigger {}

    /// A customer is in the audience when the engine looks.
    ///
    /// @param every how often it looks; null: once, when the SOP is activated
    /// @param reenterAfter as above
    record AudienceMet(@Nullable Duration every, @Nullable Duration reenterAfter) implements Trigger {}

    /// How long after an enrolment this trigger takes the same customer again; empty: never.
    default Optional<Duration> reentry() {
        return switch (this) {
            case RelationshipAdded added -> Optional.ofNullable(added.reenterAfter());
            case Manual _ -> Optional.of(Duration.ZERO);
            case AudienceMet met -> Optional.ofNullable(met.reenterAfter());
        };
    }
}
