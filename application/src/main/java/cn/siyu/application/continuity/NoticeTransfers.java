package cn.siyu.application.continuity;

import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A callback speaks of a customer who is on the way from one colleague to another: what the
/// channel has of the transfer is read soon. The callback itself decides nothing, so that callbacks
/// of one transfer end in one state in whatever order they come.
public final class NoticeTransfers {
    private final TransferBook book;
    private final Identities identities;

    public NoticeTransfers(TransferBook book, Identities identities) {
        this.book = book;
        this.identities = identities;
    }

    /// Inside the caller's transaction.
    ///
    /// @param account the one the callback is about: of whoever hands over, or takes over
    /// @return whether such a transfer is open: then it is not the callback's to end the
    ///     relationship
    public boolean noticed(BrandId brand, IdentityKey contact, ChannelAccountId account, Instant now) {
        var identity = identities.find(brand, List.of(contact)).get(contact);
        if (identity == null) {
            return false;
        }
        Optional<Transfer> awaited = book.awaited(brand, identity.id(), account);
        awaited.map(Transfer::call).ifPresent(call -> book.readBy(brand, call, now));
        return awaited.map(Transfer::call).isPresent();
    }

    /// Whether a relationship is what a transfer became: whoever hears of it only now has not met
    /// anybody new.
    public boolean inherited(BrandId brand, Relationship relationship) {
        return book.became(brand, relationship.identity(), relationship.id());
    }
}
