package cn.siyu.application.insight;

import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.lifecycle.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer with what is computed about it, as lists show it.
///
/// @param trust the best live relationship's, as projected; null without one
/// @param confidence 0 to 1
/// @param orders net orders
/// @param ordersAmountMinor their amount, net of refunds
public record CustomerSummary(
        Customer customer,
        Stage stage,
        Instant stageSince,
        boolean dormant,
        boolean lost,
        @Nullable Double trust,
        double trustBrand,
        @Nullable Double trustSocial,
        double confidence,
        Instant trustAsOf,
        int orders,
        long ordersAmountMinor,
        @Nullable Instant lastPaidAt,
        @Nullable Instant lastInteractionAt) {}
