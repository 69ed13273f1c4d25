package cn.siyu.application.community.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sees the moments of accounts (可见客户).
public interface MomentAudiences {
    /// For whom posts of accounts would be at a moment: who has a live relationship with the
    /// account and one of the tags, but for those who are silenced, opted out of moments or of
    /// everything, or banned. Of an account without anybody, no entry.
    ///
    /// @param tags none: everybody
    Map<ChannelAccountId, Audience> count(
            BrandId brand, Collection<ChannelAccountId> accounts, Set<TagId> tags, Instant at);

    /// Relationships in which an account's moments are hidden at a moment, by number, above
    /// `after`, of accounts that are seen.
    ///
    /// @param account null: all
    List<Silenced> silenced(
            BrandId brand, Sight sight, @Nullable ChannelAccountId account, Instant at, long after, int atMost);

    /// Whom an account leaves out of a post at a moment (不给谁看): of those who have a live
    /// relationship with it and one of the tags, whoever is silenced, opted out of moments or of
    /// everything, or banned; by number, above `after`, of accounts that are seen.
    ///
    /// @param tags none: everybody
    List<LeftOut> leftOut(
            BrandId brand, Sight sight, ChannelAccountId account, Set<TagId> tags, Instant at, long after, int atMost);

    /// By what a channel knows the customers of an account's relationships; of a relationship with
    /// another account, no entry.
    Map<PublicId, IdentityKey> contacts(BrandId brand, ChannelAccountId account, Collection<PublicId> relationships);

    /// An account's moments are hidden from a customer (不感兴趣).
    ///
    /// @param number the inner number of the relationship
    /// @param times how often the customer tapped it
    /// @param until when they are shown again
    record Silenced(
            long number, PublicId relationship, PublicId customer, PublicId account, int times, Instant until) {}

    /// Why somebody is left out; who is banned is not asked for more, nor who opted out.
    enum Why {
        /// Said "not interested" (不感兴趣) to the account.
        NOT_INTERESTED,
        /// Opted out of moments, or of everything.
        OPTED_OUT,
        /// Is on the blacklist (黑名单).
        BLACKLISTED
    }

    /// Somebody whom an account leaves out.
    ///
    /// @param number the inner number of the relationship
    /// @param name as it stands in the account's contacts: the remark, else what the customer calls
    ///     itself; null if neither is known
    /// @param until when who was not interested is shown them again; null for other reasons
    record LeftOut(
            long number,
            PublicId relationship,
            PublicId customer,
            @Nullable String name,
            Why why,
            @Nullable Instant until) {}
}
