package cn.siyu.application.engine;

import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Optional;

/// One kind of work that falls due by itself. It may be stopped at any point and goes on from what
/// is stored.
public interface DueWork {
    /// What it is called in logs and measurements.
    String name();

    /// Works off some of what is due, in a fixed order.
    ///
    /// @param now the brand's present moment
    /// @param atMost how many pieces at most
    /// @return how many pieces were worked off; 0 if nothing was due
    int runDue(BrandId brand, Instant now, int atMost);

    /// When the next piece falls due, possibly in the past; empty if nothing waits.
    Optional<Instant> nextDueAt(BrandId brand);
}
