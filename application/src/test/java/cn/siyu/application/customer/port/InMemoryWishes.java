package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Consents and opt-outs in memory.
public final class InMemoryWishes implements Wishes {
    private final InMemoryStore.Table<Long, Entry> ledger;
    private final InMemoryStore.Table<String, Out> outs;

    private record Entry(BrandId brand, ConsentRecord entry) {}

    private record Out(BrandId brand, OptOut optOut) {}

    public InMemoryWishes(InMemoryStore store) {
        this.ledger = store.table();
        this.outs = store.table();
    }

    @Override
    public void add(BrandId brand, List<ConsentRecord> entries) {
        entries.forEach(entry -> ledger.rows().put(entry.id(), new Entry(brand, entry)));
    }

    @Override
    public List<ConsentRecord> consentsOf(BrandId brand, Collection<CustomerId> births) {
        return births.stream()
                .flatMap(birth -> consentsOf(brand, birth).stream())
                .toList();
    }

    @Override
    public void copyOptOuts(BrandId brand, Map<CustomerId, CustomerId> origins) {
        origins.forEach((to, from) -> optOutsOf(brand, from)
                .forEach(one -> optOut(brand, new OptOut(to, one.touchpoint(), one.source(), one.since()))));
    }

    @Override
    public List<ConsentRecord> consentsOf(BrandId brand, CustomerId customer) {
        return ledger.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Entry::entry)
                .filter(entry -> entry.customer().equals(customer))
                .toList();
    }

    @Override
    public boolean optOut(BrandId brand, OptOut optOut) {
        return outs.rows().putIfAbsent(key(brand, optOut.customer(), optOut.touchpoint()), new Out(brand, optOut))
                == null;
    }

    @Override
    public boolean optIn(BrandId brand, CustomerId customer, String touchpoint) {
        return outs.rows().remove(key(brand, customer, touchpoint)) != null;
    }

    @Override
    public List<OptOut> optOutsOf(BrandId brand, CustomerId customer) {
        return outs.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Out::optOut)
                .filter(out -> out.customer().equals(customer))
                .toList();
    }

    private static String key(BrandId brand, CustomerId customer, String touchpoint) {
        return brand.value() + "/" + customer.value() + "/" + touchpoint;
    }
}
