package cn.siyu.application.insight;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Is told, in the transaction in which it is recorded, that customers did what may answer a
/// contact.
@FunctionalInterface
public interface Responses {
    /// Customers have answered, clicked, visited, claimed, joined or bought; all that is recorded
    /// at once is told at once.
    void responded(BrandId brand, List<Response> responses);

    /// What one customer did.
    ///
    /// @param relationship in which; null if in none
    /// @param kind the kind of interaction, or `PURCHASE`
    record Response(CustomerId customer, @Nullable RelationshipId relationship, String kind, Instant at) {}
}
