package cn.siyu.domain.customer.lifecycle;

import java.time.Instant;

/// Something that moves a customer's stage. Facts are told apart by their whole content: the same
/// one told twice counts once.
public sealed interface LifecycleFact {
    /// When it happened.
    Instant at();

    /// An identity became known.
    record IdentityKnown(Instant at) implements LifecycleFact {}

    /// A relationship began.
    record RelationshipBegan(long relationship, Instant at) implements LifecycleFact {}

    /// A relationship ended.
    record RelationshipEnded(long relationship, Instant at) implements LifecycleFact {}

    /// The customer did something at a touchpoint (互动).
    ///
    /// @param id the interaction's number
    /// @param preference whether it is specific to a product
    record Interacted(long id, boolean preference, Instant at) implements LifecycleFact {}

    /// An order was paid.
    ///
    /// @param amountMinor in the smallest unit of the currency, 0 or more
    record OrderPaid(long order, long amountMinor, Instant at) implements LifecycleFact {}

    /// Money of an order was paid back. Refunds that add up to the whole order take the order back
    /// as a fact.
    ///
    /// @param refund the refund's number
    record OrderRefunded(long refund, long order, long amountMinor, Instant at) implements LifecycleFact {}

    /// The stable name of the fact.
    default String code() {
        return switch (this) {
            case IdentityKnown _ -> "IDENTITY_KNOWN";
            case RelationshipBegan _ -> "RELATIONSHIP_BEGAN";
            case RelationshipEnded _ -> "RELATIONSHIP_ENDED";
            case Interacted interacted -> interacted.preference ? "PREFERENCE_SHOWN" : "INTERACTED";
            case OrderPaid _ -> "ORDER_PAID";
            case OrderRefunded _ -> "ORDER_REFUNDED";
        };
    }
}
