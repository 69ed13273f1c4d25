package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.IdentitySource;
import java.util.Optional;

/// Two identities that were said to be one person's and that can't be.
///
/// @param source who said so; empty if an operator decided it
public record RejectedLink(IdentityPair pair, IdentityConflict.Reason reason, Optional<IdentitySource> source) {}
