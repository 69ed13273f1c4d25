package cn.siyu.application.contact.port;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import org.jspecify.annotations.Nullable;

/// Whom somebody wants to reach.
///
/// @param relationship over which relationship; null: over the live one with the highest trust
public record Wanted(CustomerId customer, @Nullable RelationshipId relationship) {}
