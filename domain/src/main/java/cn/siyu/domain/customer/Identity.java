package cn.siyu.domain.customer;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;

/// One identity of a person. Facts name the identity they came by and its birth customer, and are
/// never rewritten.
///
/// @param birthCustomer the customer this identity was first seen as; it never changes
/// @param source who asserted it
public record Identity(
        IdentityId id,
        PublicId publicId,
        IdentityKey key,
        CustomerId birthCustomer,
        IdentitySource source,
        Instant createdAt) {}
