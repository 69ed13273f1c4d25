package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What time it is for a brand: the machine's time for a live brand, the sandbox's own for a
/// sandbox. To the millisecond.
public final class BrandClock {
    private final Brands brands;
    private final InstantSource machine;
    private final Set<BrandId> live = ConcurrentHashMap.newKeySet();
    private final Map<BrandId, Instant> standing = new ConcurrentHashMap<>();

    public BrandClock(Brands brands, InstantSource machine) {
        this.brands = brands;
        this.machine = machine;
    }

    /// Now, for a brand.
    ///
    /// @throws java.util.NoSuchElementException if there is no such brand
    public Instant now(BrandId brand) {
        var stands = standing.get(brand);
        if (stands != null) {
            return stands;
        }
        return (live.contains(brand) ? machine.instant() : ask(brand)).truncatedTo(ChronoUnit.MILLIS);
    }

    /// Does something while a sandbox's clock stands, so that it needn't be asked for the time
    /// again and again.
    ///
    /// @param at what it shows; whoever says so is the only one who may move it meanwhile
    public void standing(BrandId brand, Instant at, Runnable action) {
        standing.put(brand, at);
        try {
            action.run();
        } finally {
            standing.remove(brand);
        }
    }

    /// A brand stays live for ever; a sandbox's clock may have moved since the last time.
    private Instant ask(BrandId id) {
        var brand = brands.find(id).orElseThrow();
        if (brand.mode() == BrandMode.LIVE) {
            live.add(id);
        }
        return brand.now(machine.instant());
    }
}
