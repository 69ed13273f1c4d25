package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.IdentityTaken;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Identities in memory.
public final class InMemoryIdentities implements Identities {
    private final InMemoryStore.Table<Long, Row> table;

    private record Row(BrandId brand, Identity identity) {}

    public InMemoryIdentities(InMemoryStore store) {
        this.table = store.table();
    }

    Stream<Identity> in(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::identity);
    }

    /// Gives an identity another birth customer.
    void reborn(BrandId brand, IdentityId id, CustomerId birth) {
        var was = find(brand, id).orElseThrow();
        var is = new Identity(id, was.publicId(), was.key(), birth, was.source(), was.createdAt());
        table.rows().put(id.value(), new Row(brand, is));
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
    public List<Identity> findAll(BrandId brand, Collection<IdentityId> ids) {
        return in(brand).filter(identity -> ids.contains(identity.id())).toList();
    }

    @Override
    public void add(BrandId brand, Collection<Identity> identities) {
        if (!find(brand, identities.stream().map(Identity::key).toList()).isEmpty()) {
            throw new IdentityTaken();
        }
        identities.forEach(identity -> table.rows().put(identity.id().value(), new Row(brand, identity)));
    }

    @Override
    public List<Identity> of(BrandId brand, Collection<CustomerId> customers) {
        return in(brand)
                .filter(identity -> customers.contains(identity.birthCustomer()))
                .toList();
    }
}
