package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.IdentitySource;
import java.time.Instant;

/// Somebody said that two identities are one person's (身份关联). Said again by the same source,
/// the earliest time counts.
///
/// @param assertedAt when it was first said, by the clock of who said it
/// @param revoked whether it was taken back; it counts for nothing then
public record IdentityEdge(IdentityPair pair, IdentitySource source, Instant assertedAt, boolean revoked) {}
