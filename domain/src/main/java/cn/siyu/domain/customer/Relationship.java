package cn.siyu.domain.customer;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A relationship (跟进关系): one customer on one channel account.
///
/// @param identity by which identity the channel knows the customer
/// @param source what the channel said the customer came by (`state`); null if nothing
/// @param contactWay the contact way (联系我) that source names, if it is one of ours
/// @param addWay the platform's code of how they became contacts (add_way), 0 unknown
/// @param addedAt when they became contacts
/// @param ended null while the relationship lives
/// @param remark what the staff member calls the customer (备注)
public record Relationship(
        RelationshipId id,
        PublicId publicId,
        CustomerId customer,
        ChannelAccountId account,
        IdentityId identity,
        @Nullable String source,
        @Nullable ContactWayId contactWay,
        int addWay,
        Instant addedAt,
        @Nullable Ended ended,
        @Nullable String remark,
        @Nullable String description,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /// How a relationship ended.
    ///
    /// @param by who ended it
    /// @param at when
    public record Ended(By by, Instant at) {}

    /// Who ended a relationship.
    public enum By {
        /// The customer deleted the staff member (掉粉).
        CUSTOMER,
        /// The staff member deleted the customer.
        STAFF,
        /// The customer was moved to another staff member (继承).
        TRANSFER,
        /// The platform closed our account for good (封号).
        BAN,
        /// Nobody told: the channel no longer lists it, or lists a later beginning. Found by a
        /// synchronisation (同步).
        UNKNOWN
    }

    /// Whether it lives.
    public boolean live() {
        return ended == null;
    }
}
