package cn.siyu.application.customer;

import cn.siyu.application.customer.port.Identities;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Identities of which each new one is looked up on the blacklist (黑名单), in the transaction that
/// brings it.
public final class WatchedIdentities implements Identities {
    private final Identities identities;
    private final KeepBlacklist blacklist;

    public WatchedIdentities(Identities identities, KeepBlacklist blacklist) {
        this.identities = identities;
        this.blacklist = blacklist;
    }

    @Override
    public void add(BrandId brand, Collection<Identity> added) {
        identities.add(brand, added);
        blacklist.brought(brand, added);
    }

    @Override
    public Map<IdentityKey, Identity> find(BrandId brand, Collection<IdentityKey> keys) {
        return identities.find(brand, keys);
    }

    @Override
    public Optional<Identity> find(BrandId brand, IdentityId id) {
        return identities.find(brand, id);
    }

    @Override
    public List<Identity> findAll(BrandId brand, Collection<IdentityId> ids) {
        return identities.findAll(brand, ids);
    }

    @Override
    public List<Identity> of(BrandId brand, Collection<CustomerId> customers) {
        return identities.of(brand, customers);
    }
}
