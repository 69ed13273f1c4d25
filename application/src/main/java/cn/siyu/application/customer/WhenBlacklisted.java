package cn.siyu.application.customer;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import java.util.Set;

/// What follows when people are put on the blacklist (黑名单), in the transaction in which it
/// happens: programs stop, work for them is taken back.
@FunctionalInterface
public interface WhenBlacklisted {
    /// For who has nothing to do with it.
    WhenBlacklisted NOTHING = (_, _) -> {};

    void blacklisted(BrandId brand, Set<CustomerId> people);
}
