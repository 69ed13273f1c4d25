package cn.siyu.domain.insight;

import java.time.Instant;

/// A contact that was delivered to the customer who later bought.
///
/// @param send the send's number
public record Touch(long send, Instant deliveredAt) {}
