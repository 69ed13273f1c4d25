package cn.siyu.application.customer.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The relationships of customers (跟进关系), and the events of the channels that they follow from.
public interface Relationships {
    /// Keeps an event of a contact on an account. One that is known changes nothing.
    ///
    /// @return whether it is new
    boolean keep(BrandId brand, Link link, RelationshipEvent event);

    /// Takes an event back that turned out to be wrong; what follows from the others is the
    /// caller's to find out.
    void forget(BrandId brand, Link link, RelationshipEvent.Ended event);

    /// All events of a contact on an account, in no order.
    List<RelationshipEvent> events(BrandId brand, Link link);

    /// All relationships of a contact on an account, ended ones too, by time.
    List<Relationship> on(BrandId brand, Link link);

    /// Adds a new relationship, not trusted or silenced yet.
    void add(BrandId brand, Relationship relationship);

    /// As [#add], for many.
    void addAll(BrandId brand, Collection<Relationship> relationships);

    /// Lets nobody else keep events of these identities until the transaction ends.
    void lock(BrandId brand, Collection<IdentityId> identities);

    /// Keeps events, one a link, as far as they are new.
    void keepAll(BrandId brand, Map<Link, RelationshipEvent> events);

    /// As [#events], for many; of a link without any, no entry.
    Map<Link, List<RelationshipEvent>> eventsOfAll(BrandId brand, Collection<Link> links);

    /// As [#on], for many; of a link without any, no entry.
    Map<Link, List<Relationship>> onAll(BrandId brand, Collection<Link> links);

    /// All live relationships of an account, in no order.
    List<Live> liveOn(BrandId brand, ChannelAccountId account);

    /// As [#liveOn], as relationships, by number.
    List<Relationship> allLiveOn(BrandId brand, ChannelAccountId account);

    /// Replaces what a channel tells about a relationship; its `version` is one more than the
    /// stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed it in between
    void replace(BrandId brand, Relationship relationship);

    /// As [#replace], for many.
    void replaceAll(BrandId brand, Collection<Relationship> relationships);

    /// The relationship with a number, or empty.
    Optional<Relationship> find(BrandId brand, RelationshipId id);

    /// The relationship with a public id, or empty.
    Optional<Relationship> byPublicId(BrandId brand, PublicId id);

    /// The relationships of customers, ended ones too, oldest first.
    List<Relationship> of(BrandId brand, Collection<CustomerId> customers);

    /// How often a customer has tapped "not interested" (不感兴趣) there, and until when the
    /// moments of that account are hidden from the customer.
    Map<RelationshipId, Silence> silences(BrandId brand, Collection<RelationshipId> ids);

    /// Sets it.
    void silence(BrandId brand, RelationshipId id, Silence silence);

    /// One contact on one account.
    record Link(IdentityId identity, ChannelAccountId account) {}

    /// A live relationship.
    ///
    /// @param contact by what the channel knows the customer
    /// @param knownSince when it was first written down here, on the brand's clock
    record Live(RelationshipId id, IdentityKey contact, Instant knownSince) {}

    /// How far a customer has hidden an account's moments.
    ///
    /// @param times how often "not interested" was tapped
    /// @param until null: not hidden
    record Silence(int times, @Nullable Instant until) {
        /// Never tapped.
        public static final Silence NONE = new Silence(0, null);
    }
}
