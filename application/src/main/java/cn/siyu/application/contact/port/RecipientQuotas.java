package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.RecipientUse;
import cn.siyu.domain.customer.IdentityId;
import java.util.Collection;
import java.util.Map;

/// What the platform has counted, per recipient and sending account. Guarded by the lock on the
/// customer's ledger.
public interface RecipientQuotas {
    /// The account under which stands what the platform counted that was none of ours.
    ChannelAccountId NOT_OURS = new ChannelAccountId(0);

    /// All that is used of these recipients' quotas.
    Map<Key, RecipientUse> of(BrandId brand, Collection<IdentityId> identities);

    /// Keeps first uses.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else began one in the
    ///     meantime
    void add(BrandId brand, Map<Key, RecipientUse> used);

    /// Replaces uses that are there.
    void replace(BrandId brand, Map<Key, RecipientUse> used);

    /// Whose use: a recipient's, by one account.
    record Key(IdentityId identity, ChannelAccountId account) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byIdentity = Long.compare(identity.value(), other.identity.value());
            return byIdentity != 0 ? byIdentity : Long.compare(account.value(), other.account.value());
        }
    }
}
