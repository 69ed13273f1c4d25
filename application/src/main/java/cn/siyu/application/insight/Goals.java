package cn.siyu.application.insight;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;

/// Is told, in the transaction in which it is recorded, that a customer has reached what programs
/// aim at.
@FunctionalInterface
public interface Goals {
    /// The goal of a purchase.
    String PURCHASE = "PURCHASE";

    /// A customer has reached a goal.
    void reached(BrandId brand, CustomerId customer, String goal, Instant at);
}
