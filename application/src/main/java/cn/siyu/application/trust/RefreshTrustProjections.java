package cn.siyu.application.trust;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Lets projections decay: once a day, in the quietest hour of the brand's night, every customer
/// that had no evidence since is read anew. In chunks, each a transaction of its own; killed in
/// between, the rest is still due.
public final class RefreshTrustProjections {
    private static final int CHUNK = 1000;

    private final UnitOfWork work;
    private final Brands brands;
    private final TrustLedger ledger;
    private final ProjectTrust project;

    public RefreshTrustProjections(UnitOfWork work, Brands brands, TrustLedger ledger, ProjectTrust project) {
        this.work = work;
        this.brands = brands;
        this.ledger = ledger;
        this.project = project;
    }

    /// Refreshes what is due.
    ///
    /// @param atMost how many customers at most
    /// @return how many were refreshed
    public int runDue(BrandId brand, Instant now, int atMost) {
        var oldest = ledger.oldestProjection(brand);
        if (oldest.isEmpty()) {
            return 0;
        }
        var since = DailyHour.last(now, zoneOf(brand));
        if (!oldest.get().isBefore(since)) {
            return 0; // as nearly always; looking for more would cost a transaction
        }
        int done = 0;
        while (done < atMost) {
            int room = Math.min(CHUNK, atMost - done);
            int refreshed = work.inTransaction(() -> refresh(brand, since, room));
            if (refreshed == 0) {
                return done;
            }
            done += refreshed;
        }
        return done;
    }

    /// When the next customer falls due; empty without customers.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return ledger.oldestProjection(brand).map(oldest -> DailyHour.after(oldest, zoneOf(brand)));
    }

    private int refresh(BrandId brand, Instant since, int room) {
        var due = ledger.projectedBefore(brand, since, room);
        if (!due.isEmpty()) {
            project.project(brand, due);
        }
        return due.size();
    }

    private ZoneId zoneOf(BrandId brand) {
        return brands.find(brand).orElseThrow().zone();
    }
}
