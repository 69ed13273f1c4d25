package cn.siyu.application.customer;

import cn.siyu.application.customer.RelationshipBook.Taken;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An operator says that somebody became a friend of an account that people work by hand
/// (人工加好友): no platform tells of it. Said twice it comes to the same.
public final class AddFriendByHand {
    private final ResolveCustomers resolve;
    private final RelationshipBook book;

    public AddFriendByHand(ResolveCustomers resolve, RelationshipBook book) {
        this.resolve = resolve;
        this.book = book;
    }

    /// Takes it in; inside the caller's transaction.
    ///
    /// @param friend by what the account knows the friend
    /// @param same identities of whoever the operator says it is; empty: somebody new
    /// @return the relationship, if one has begun by it
    public Optional<Relationship> add(
            BrandId brand,
            ChannelAccountId account,
            IdentityKey friend,
            List<IdentityKey> same,
            Instant at,
            Instant now) {
        return add(brand, account, friend, same, IdentitySource.STAFF, at, now);
    }

    /// As [#add(BrandId, ChannelAccountId, IdentityKey, List, Instant, Instant)].
    ///
    /// @param source who says that the friend is the one with the other identities
    public Optional<Relationship> add(
            BrandId brand,
            ChannelAccountId account,
            IdentityKey friend,
            List<IdentityKey> same,
            IdentitySource source,
            Instant at,
            Instant now) {
        List<IdentityKey> keys = new ArrayList<>(same);
        keys.add(friend);
        var claim = new Claim(keys, source, Profile.NONE);
        var alone = new Claim(List.of(friend), IdentitySource.STAFF, Profile.NONE);
        resolve.resolve(brand, List.of(claim), now);
        if (!(resolve.resolve(brand, List.of(alone), now).getFirst() instanceof Resolution.Found found)) {
            throw new IllegalStateException("a friend on one of our accounts is believed of whoever works it");
        }
        Taken taken = book.take(
                brand, found.by(), new Link(found.by().id(), account), new RelationshipEvent.Added(at, 0, null), now);
        return taken.changes().stream()
                .filter(RelationshipBook.Change::begins)
                .map(RelationshipBook.Change::after)
                .filter(Relationship::live)
                .findFirst();
    }
}
