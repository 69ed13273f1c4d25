package cn.siyu.application.contact.port;

import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// What a message may say of a customer's last order.
///
/// @param sku of its first line; null if it has none
public record LastOrder(
        LocalDate paidOn,
        long amountMinor,
        Currency currency,
        @Nullable String sku) {}
