package cn.siyu.application.insight;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Is told, in the transaction in which it is recorded, that a customer did what may answer a contact.
@FunctionalInterface
public interface Responses {
    /// A customer has answered, clicked, visited, claimed, joined or bought.
    ///
    /// @param relationship in which; null if in none
    /// @param kind the kind of interaction, or `PURCHASE`
    void responded(BrandId brand, CustomerId customer, @Nullable RelationshipId relationship, String kind, Instant at);
}
