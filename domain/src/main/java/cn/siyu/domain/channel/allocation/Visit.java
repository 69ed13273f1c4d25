package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Somebody opened a contact way's link.
///
/// @param key tells this visitor from others, the same on every visit if it can be: a customer's or
///     a device's key
/// @param at in the brand's time
/// @param wanted where the visitor wants to be served: a store (门店) first, then wider and wider
///     departments; empty: anywhere
/// @param known accounts that have a live relationship with this visitor already, the most trusted
///     first
/// @param taken accounts whose last place went away while this visit was allocated
public record Visit(
        String key, Instant at, List<DepartmentId> wanted, List<ChannelAccountId> known, Set<ChannelAccountId> taken) {
    public Visit {
        wanted = List.copyOf(wanted);
        known = List.copyOf(known);
        taken = Set.copyOf(taken);
    }

    /// A visit of somebody unknown who may be served anywhere.
    public static Visit of(String key, Instant at) {
        return new Visit(key, at, List.of(), List.of(), Set.of());
    }

    /// The same visit, to be allocated again because an account filled up in the meantime.
    public Visit without(ChannelAccountId account) {
        Set<ChannelAccountId> more = new java.util.HashSet<>(taken);
        more.add(account);
        return new Visit(key, at, wanted, known, more);
    }
}
