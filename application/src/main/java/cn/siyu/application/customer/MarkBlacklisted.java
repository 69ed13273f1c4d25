package cn.siyu.application.customer;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import org.jspecify.annotations.Nullable;

/// Puts a customer on the blacklist or takes it off, where nobody says why; inside the caller's
/// transaction.
@FunctionalInterface
public interface MarkBlacklisted {
    /// Says whether a person is on it.
    ///
    /// @param by the API key that asked for it; null: nobody said
    void mark(BrandId brand, CustomerId person, boolean blacklisted, @Nullable PublicId by);
}
