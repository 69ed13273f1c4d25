package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.PurchaseCounts;
import java.time.Instant;
import java.util.Optional;

/// How often a brand's customers buy (购买节奏), as it was measured.
public interface PurchaseRhythms {
    /// Counts what people bought again within a window from their first purchase on, of everybody
    /// whose window is over. Orders that were paid back in full never were.
    ///
    /// @param now on the brand's clock
    PurchaseCounts count(BrandId brand, int windowDays, Instant now);

    /// What holds.
    Optional<Measured> measured(BrandId brand);

    /// Keeps what holds in place of what did.
    void keep(BrandId brand, Measured measured);

    /// What holds since it was looked last.
    ///
    /// @param lookedAt when it was counted last
    /// @param edition how often other counts than before came to hold; 0: none do yet
    /// @param counts which hold
    record Measured(Instant lookedAt, long edition, PurchaseCounts counts) {}
}
