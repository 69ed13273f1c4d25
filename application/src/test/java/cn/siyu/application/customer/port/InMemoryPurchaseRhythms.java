package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.PurchaseCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Rhythms in memory, of orders that it is told.
public final class InMemoryPurchaseRhythms implements PurchaseRhythms {
    private final TreeMap<Long, TreeSet<Instant>> orders = new TreeMap<>();
    private final InMemoryStore.Table<Integer, Measured> table;

    public InMemoryPurchaseRhythms(InMemoryStore store) {
        this.table = store.table();
    }

    /// Tells that a person bought something and kept it.
    public void bought(long person, Instant at) {
        orders.computeIfAbsent(person, _ -> new TreeSet<>()).add(at);
    }

    @Override
    public PurchaseCounts count(BrandId brand, int windowDays, Instant now) {
        var window = Duration.ofDays(windowDays);
        long customers = 0;
        long purchases = 0;
        long squares = 0;
        for (TreeSet<Instant> theirs : orders.values()) {
            Instant end = theirs.first().plus(window);
            if (!end.isAfter(now)) {
                long again = theirs.headSet(end, true).size() - 1L;
                customers++;
                purchases += again;
                squares += again * again;
            }
        }
        return new PurchaseCounts(customers, purchases, squares, windowDays);
    }

    @Override
    public Optional<Measured> measured(BrandId brand) {
        return Optional.ofNullable(table.rows().get(brand.value()));
    }

    @Override
    public void keep(BrandId brand, Measured measured) {
        table.rows().put(brand.value(), measured);
    }
}
