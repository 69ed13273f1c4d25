package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// What time it is for a brand: the machine's time for a live brand, the sandbox's own for a sandbox. To the
/// millisecond.
public final class BrandClock {
    private final Brands brands;
    private final InstantSource machine;

    public BrandClock(Brands brands, InstantSource machine) {
        this.brands = brands;
        this.machine = machine;
    }

    /// Now, for a brand.
    ///
    /// @throws java.util.NoSuchElementException if there is no such brand
    public Instant now(BrandId brand) {
        return brands.find(brand).orElseThrow().now(machine.instant()).truncatedTo(ChronoUnit.MILLIS);
    }
}
