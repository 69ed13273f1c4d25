package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityConflict;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Identities in memory.
public final class InMemoryIdentities implements Identities {
    private final InMemoryStore.Table<Long, Row> table;
    private final InMemoryStore.Table<Long, Noted> conflicts;

    private record Row(BrandId brand, Identity identity) {}

    private record Noted(BrandId brand, IdentityConflict conflict) {}

    public InMemoryIdentities(InMemoryStore store) {
        this.table = store.table();
        this.conflicts = store.table();
    }

    private Stream<Identity> in(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::identity);
    }

    private Stream<IdentityConflict> noted(BrandId brand) {
        return conflicts.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Noted::conflict);
    }

    @Override
    public Map<IdentityKey, Identity> find(BrandId brand, Collection<IdentityKey> keys) {
        var found = new HashMap<IdentityKey, Identity>();
        in(brand)
                .filter(identity -> keys.contains(identity.key()))
                .forEach(identity -> found.put(identity.key(), identity));
        return found;
    }

    @Override
    public Optional<Identity> find(BrandId brand, IdentityId id) {
        return in(brand).filter(identity -> identity.id().equals(id)).findFirst();
    }

    @Override
    public Set<IdentityKey> add(BrandId brand, Collection<Identity> identities) {
        var taken = new HashSet<IdentityKey>();
        for (Identity identity : identities) {
            if (find(brand, List.of(identity.key())).isEmpty()) {
                table.rows().put(identity.id().value(), new Row(brand, identity));
            } else {
                taken.add(identity.key());
            }
        }
        return taken;
    }

    @Override
    public List<Identity> of(BrandId brand, Collection<CustomerId> customers) {
        return in(brand)
                .filter(identity -> customers.contains(identity.birthCustomer()))
                .toList();
    }

    @Override
    public void note(BrandId brand, Collection<IdentityConflict> news) {
        for (IdentityConflict conflict : news) {
            boolean known = noted(brand)
                    .anyMatch(one -> one.customer().equals(conflict.customer())
                            && one.key().equals(conflict.key()));
            if (!known) {
                conflicts.rows().put(conflict.id(), new Noted(brand, conflict));
            }
        }
    }

    @Override
    public List<IdentityConflict> conflictsOf(BrandId brand, CustomerId customer) {
        return noted(brand)
                .filter(one -> one.customer().equals(customer) || customer.equals(one.other()))
                .toList();
    }
}
