package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Relationship;
import java.util.Comparator;
import java.util.List;

/// Those among the relationships in memory that a ban has ended.
public final class InMemoryLostFriends implements LostFriends {
    private final InMemoryRelationships relationships;

    public InMemoryLostFriends(InMemoryRelationships relationships) {
        this.relationships = relationships;
    }

    @Override
    public List<Relationship> page(BrandId brand, ChannelAccountId account, long after, int atMost) {
        return relationships
                .in(brand)
                .filter(one -> one.account().equals(account) && one.id().value() > after)
                .filter(one -> one.ended() != null && one.ended().by() == Relationship.By.BAN)
                .sorted(Comparator.comparingLong(one -> one.id().value()))
                .limit(atMost)
                .toList();
    }
}
