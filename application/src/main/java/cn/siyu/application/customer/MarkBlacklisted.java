package cn.siyu.application.customer;

import cn.siyu.application.brand.Caller;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/// Puts a customer on the blacklist or takes it off, where nobody says why; inside the caller's
/// transaction.
@FunctionalInterface
public interface MarkBlacklisted {
    /// Says whether a person is on it.
    ///
    /// @param by who asked for it; null: nobody said
    /// @throws cn.siyu.application.brand.WholeBrand.PartOnly if the person is to be taken off, and an
    ///     entry is not the asker's to lift
    void mark(BrandId brand, CustomerId person, boolean blacklisted, @Nullable Caller by);
}
