package cn.siyu.application.channel.port;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The contact ways (联系我) of a brand, with what each of their accounts has on the channel: the
/// code of its own that a visitor is shown.
public interface ContactWays {
    /// Adds one.
    ///
    /// @throws AlreadyExists if its code is taken in the installation, or its state in the brand
    void add(BrandId brand, ContactWay way);

    /// The one with a number, or empty.
    Optional<ContactWay> find(BrandId brand, ContactWayId id);

    /// The one with a public id, or empty.
    Optional<ContactWay> byPublicId(BrandId brand, PublicId id);

    /// The one a visitor came to, with its brand; the code is unique in the installation.
    Optional<OfBrand> byCode(String code);

    /// The one whose source mark a channel handed back, or empty.
    Optional<ContactWay> byState(BrandId brand, String state);

    /// Contact ways with a number above `after`, by number.
    List<ContactWay> page(BrandId brand, long after, int atMost);

    /// Replaces one; its `version` is one more than the stored one. Accounts that leave lose their
    /// place, accounts that stay keep theirs.
    ///
    /// @throws StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, ContactWay way);

    /// Locks one until the end of the transaction, so that visitors are allocated one after the
    /// other, and gives the places of its accounts.
    Map<ChannelAccountId, Place> lockPlaces(BrandId brand, ContactWayId id);

    /// The codes that accounts of one have on the channel: addresses of pictures. An account
    /// without one is missing.
    Map<ChannelAccountId, String> codes(BrandId brand, ContactWayId id);

    /// Keeps the current weights of the smooth weighted round robin.
    void keepWeights(BrandId brand, ContactWayId id, Map<ChannelAccountId, Long> currentWeights);

    /// Accounts that have no code of their own on the channel yet, in order; none of archived
    /// contact ways, and none that is closed.
    List<Missing> withoutCode(BrandId brand, int atMost);

    /// Keeps the code that the channel gave an account for a contact way.
    void keepCode(BrandId brand, ContactWayId id, ChannelAccountId account, String channelRef, String qrCode);

    /// A contact way with the brand it belongs to.
    record OfBrand(BrandId brand, ContactWay way) {}

    /// What an account has in a contact way.
    ///
    /// @param currentWeight where the round robin stands
    /// @param qrCode address of the picture that leads to the account; null until the channel gave
    ///     one
    record Place(long currentWeight, @Nullable String qrCode) {}

    /// An account without a code.
    record Missing(ContactWayId way, String state, ChannelAccountId account) {}
}
