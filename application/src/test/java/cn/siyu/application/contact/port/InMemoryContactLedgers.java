package cn.siyu.application.contact.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.customer.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Contact ledgers in memory. Transactions run one at a time, so locking is looking.
public final class InMemoryContactLedgers implements ContactLedgers {
    private final InMemoryStore.Table<BrandKey, ContactLedger> table;

    public InMemoryContactLedgers(InMemoryStore store) {
        this.table = store.table();
    }

    @Override
    public Map<CustomerId, ContactLedger> lock(BrandId brand, Collection<CustomerId> customers) {
        return find(brand, customers);
    }

    @Override
    public Map<CustomerId, ContactLedger> find(BrandId brand, Collection<CustomerId> customers) {
        Map<CustomerId, ContactLedger> found = new HashMap<>();
        for (CustomerId customer : customers) {
            var ledger = table.rows().get(new BrandKey(brand, customer.value()));
            if (ledger != null) {
                found.put(customer, ledger);
            }
        }
        return found;
    }

    @Override
    public void add(BrandId brand, Map<CustomerId, ContactLedger> ledgers) {
        ledgers.forEach((customer, ledger) -> {
            if (table.rows().putIfAbsent(new BrandKey(brand, customer.value()), ledger) != null) {
                throw new StaleAggregate("contact_ledger", customer.value());
            }
        });
    }

    @Override
    public void replace(BrandId brand, Map<CustomerId, ContactLedger> ledgers) {
        ledgers.forEach((customer, ledger) -> table.rows().replace(new BrandKey(brand, customer.value()), ledger));
    }
}
