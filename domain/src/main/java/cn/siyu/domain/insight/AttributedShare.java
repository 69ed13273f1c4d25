package cn.siyu.domain.insight;

import java.util.OptionalLong;

/// A part of an order's money.
///
/// @param send the send it is put down to; empty: to none, nothing reached the customer inside the
///     window
/// @param amountMinor in the smallest unit of the currency
public record AttributedShare(OptionalLong send, long amountMinor) {}
