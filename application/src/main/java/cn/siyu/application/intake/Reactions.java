package cn.siyu.application.intake;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the product does when a relationship begins or a customer is lost. Called inside the
/// transaction that records it.
public interface Reactions {
    /// A relationship has begun: greet the customer, enrol them.
    ///
    /// @param welcomeCode allows one greeting; null if the channel gave none
    void began(BrandId brand, Relationship relationship, @Nullable String welcomeCode, Instant at);

    /// A relationship has ended.
    ///
    /// @param lost whether the customer has no live relationship left (流失)
    void ended(BrandId brand, Relationship relationship, CustomerId customer, boolean lost, Instant at);
}
