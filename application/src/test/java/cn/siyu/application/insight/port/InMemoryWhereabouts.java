package cn.siyu.application.insight.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Accounts on WeCom and stores in memory.
public final class InMemoryWhereabouts implements Whereabouts {
    private final Map<PublicId, ChannelAccountId> accounts = new HashMap<>();
    private final Map<PublicId, Set<ChannelAccountId>> staff = new HashMap<>();
    private final Map<String, DepartmentId> stores = new HashMap<>();
    private final List<Reached> reached = new ArrayList<>();

    /// Makes an account and its holder known.
    public void account(PublicId id, ChannelAccountId account, PublicId holder) {
        accounts.put(id, account);
        staff.put(holder, Set.of(account));
    }

    /// Makes known how an account is reached.
    public void reached(Reached account) {
        reached.add(account);
    }

    /// Makes a store known.
    public void store(String externalId, DepartmentId store) {
        stores.put(externalId, store);
    }

    @Override
    public Map<ChannelAccountId, String> channelKinds(BrandId brand, Collection<ChannelAccountId> some) {
        var kinds = new HashMap<ChannelAccountId, String>();
        some.forEach(account -> kinds.put(account, "WECOM"));
        return kinds;
    }

    @Override
    public Map<PublicId, ChannelAccountId> accounts(BrandId brand, Collection<PublicId> ids) {
        return kept(accounts, ids);
    }

    @Override
    public Map<PublicId, Set<ChannelAccountId>> accountsOfStaff(BrandId brand, Collection<PublicId> ids) {
        return kept(staff, ids);
    }

    @Override
    public Map<String, DepartmentId> stores(BrandId brand, Collection<String> externalIds) {
        return kept(stores, externalIds);
    }

    @Override
    public List<Reached> reached(BrandId brand, Collection<PublicId> ids, Collection<String> addresses) {
        return reached.stream()
                .filter(one -> ids.contains(one.id()) || addresses.contains(one.address()))
                .toList();
    }

    private static <K, V> Map<K, V> kept(Map<K, V> all, Collection<K> keys) {
        var kept = new HashMap<>(all);
        kept.keySet().retainAll(keys);
        return kept;
    }
}
