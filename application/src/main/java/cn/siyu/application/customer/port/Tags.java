package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tags of a brand (标签) and who has them.
public interface Tags {
    /// Adds a tag.
    ///
    /// @throws cn.siyu.application.brand.port.AlreadyExists if its group has one of that name
    void add(BrandId brand, Tag tag);

    /// Replaces a tag; its `version` is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, Tag tag);

    /// The tags with these numbers, as far as they are there.
    List<Tag> findAll(BrandId brand, Collection<TagId> ids);

    /// The tag with a public id, or empty.
    Optional<Tag> byPublicId(BrandId brand, PublicId id);

    /// The tag of a name in a group, or empty.
    Optional<Tag> byName(BrandId brand, String group, String name);

    /// The tags that the channel knows by these ids, as far as they are there.
    List<Tag> byChannelRefs(BrandId brand, Collection<String> refs);

    /// All tags by group and name.
    List<Tag> all(BrandId brand);

    /// The tags of customers, by customer, tag and account.
    List<Assignment> of(BrandId brand, Collection<CustomerId> customers);

    /// Sets tags; those that are set stay as they are.
    ///
    /// @param source who sets them: `CHANNEL`, `API`, `RULE`, `IMPORT`
    /// @return those that were not set before
    Set<Assignment> set(BrandId brand, Collection<Assignment> assignments, String source, Instant at);

    /// Takes tags away, if they are set.
    ///
    /// @return those that were set before
    Set<Assignment> unset(BrandId brand, Collection<Assignment> assignments);

    /// Keeps that a tag was set or taken away; such facts make the customer's history.
    void note(BrandId brand, Collection<Noted> changes);

    /// One tag on one customer.
    ///
    /// @param account the account on whose relationship it is set; null: on the customer as a whole
    record Assignment(
            CustomerId customer, TagId tag, @Nullable ChannelAccountId account) {}

    /// One change of a customer's tags.
    ///
    /// @param source who changed it: `CHANNEL`, `API`, `RULE`, `IMPORT`
    record Noted(long id, Assignment assignment, boolean set, String source, Instant at) {}
}
