package cn.siyu.application.insight;

import cn.siyu.application.insight.RecordInteractions.Item;
import cn.siyu.application.insight.RecordInteractions.Refusal;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The accounts that items speak of, looked up together.
record Places(Map<PublicId, ChannelAccountId> accounts, Map<PublicId, Set<ChannelAccountId>> accountsOfStaff) {
    static Places of(Whereabouts whereabouts, BrandId brand, List<Item> items) {
        return new Places(
                whereabouts.accounts(brand, named(items, Item::account)),
                whereabouts.accountsOfStaff(brand, named(items, Item::staff)));
    }

    private static Set<PublicId> named(List<Item> items, Function<Item, @Nullable PublicId> name) {
        return items.stream()
                .flatMap(item -> Stream.ofNullable(name.apply(item)))
                .collect(Collectors.toSet());
    }

    @Nullable
    Refusal unknown(Item item) {
        if (item.account() != null && !accounts.containsKey(item.account())) {
            return Refusal.UNKNOWN_ACCOUNT;
        }
        return item.staff() != null && !accountsOfStaff.containsKey(item.staff()) ? Refusal.UNKNOWN_STAFF : null;
    }

    @Nullable
    ChannelAccountId account(Item item) {
        return item.account() == null ? null : accounts.get(item.account());
    }

    /// The relationship it happened in: with the named account or staff member, or else the only
    /// one the customer had then. Of several on one account, the one of that time, or the newest.
    @Nullable
    Relationship relationship(Item item, List<Relationship> theirs) {
        if (item.account() != null) {
            var account = account(item);
            return best(
                    item,
                    theirs.stream().filter(one -> one.account().equals(account)).toList());
        }
        if (item.staff() != null) {
            var held = accountsOfStaff.getOrDefault(item.staff(), Set.of());
            return best(
                    item,
                    theirs.stream().filter(one -> held.contains(one.account())).toList());
        }
        var then =
                theirs.stream().filter(one -> lastedAt(one, item.occurredAt())).toList();
        return then.size() == 1 ? then.getFirst() : null;
    }

    private static @Nullable Relationship best(Item item, List<Relationship> candidates) {
        return candidates.stream()
                .filter(one -> lastedAt(one, item.occurredAt()))
                .reduce((_, later) -> later)
                .orElse(candidates.isEmpty() ? null : candidates.getLast());
    }

    private static boolean lastedAt(Relationship relationship, Instant moment) {
        var ended = relationship.ended();
        return !moment.isBefore(relationship.addedAt()) && (ended == null || !moment.isAfter(ended.at()));
    }
}
