package cn.siyu.adapter.http.customer;

import cn.siyu.application.insight.CustomerSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The orders of a customer added up, without those that were paid back in full.
///
/// @param count how many
/// @param amountMinor what they came to, less refunds, in the smallest unit of the currency
/// @param currency ISO 4217 code
/// @param lastPaidAt when the last of them was paid; null without any
@Serdeable
@Schema(name = "CustomerOrders", description = "The orders of a customer added up")
record CustomerOrders(
        @Schema(example = "3", minimum = "0") int count,
        @Schema(example = "9600", minimum = "0") long amountMinor,
        @Schema(example = "CNY", maxLength = 3) String currency,

        @Nullable @Schema(example = "2026-02-20T08:00:00.000Z")
        Instant lastPaidAt) {
    static CustomerOrders of(CustomerSummary summary, String currency) {
        return new CustomerOrders(summary.orders(), summary.ordersAmountMinor(), currency, summary.lastPaidAt());
    }
}
