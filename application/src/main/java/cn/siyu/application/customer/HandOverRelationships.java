package cn.siyu.application.customer;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.ListedRelationships.Listed;
import cn.siyu.application.customer.RelationshipBook.Ending;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.application.customer.port.Tags.Noted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Customers changed hands on the channel (接替): the relationship with whoever takes over begins,
/// with remark and tags of the old one as the platform carries them, and then the old one ends, by
/// transfer. Many at once, inside the caller's transaction, in two steps, so that what hangs on the
/// old one can be moved while both live. Said again, or after the channel has told of both by
/// itself, nothing changes.
public final class HandOverRelationships {
    /// The platform's code of contacts that a colleague or administrator assigned
    /// (管理员/负责人分配).
    public static final int ASSIGNED = 202;

    private static final String CHANNEL = "CHANNEL";

    private final Relationships relationships;
    private final Identities identities;
    private final ListedRelationships listed;
    private final RelationshipBook book;
    private final Tags tags;
    private final IdSource ids;

    public HandOverRelationships(
            Relationships relationships,
            Identities identities,
            ListedRelationships listed,
            RelationshipBook book,
            Tags tags,
            IdSource ids) {
        this.relationships = relationships;
        this.identities = identities;
        this.listed = listed;
        this.book = book;
        this.tags = tags;
        this.ids = ids;
    }

    /// A customer who changed hands.
    ///
    /// @param at when, by the channel's clock
    public record Handed(
            CustomerId customer, IdentityId identity, ChannelAccountId from, ChannelAccountId to, Instant at) {
        Link old() {
            return new Link(identity, from);
        }

        Link young() {
            return new Link(identity, to);
        }
    }

    /// The first step: the new relationships are there.
    ///
    /// @return the relationship of each with the one who took over; one may have ended since
    public Map<Handed, RelationshipId> begin(BrandId brand, Collection<Handed> handed, Instant now) {
        var old = relationships.onAll(brand, links(handed, true));
        var young = relationships.onAll(brand, links(handed, false));
        var strangers = handed.stream()
                .filter(one -> at(young.get(one.young()), one.at()) == null)
                .toList();
        var known = identities(brand, strangers);
        var rows = new ArrayList<Listed>();
        for (Handed one : strangers) {
            var identity = known.get(one.identity());
            if (identity != null) {
                rows.add(row(one, identity, at(old.get(one.old()), one.at())));
            }
        }
        var taken = listed.take(brand, rows, now);
        var begun = taken.added().stream().map(Relationship::id).collect(Collectors.toSet());
        var all = relationships.onAll(brand, links(handed, false));
        var found = new LinkedHashMap<Handed, RelationshipId>();
        for (Handed one : handed) {
            var relationship = at(all.get(one.young()), one.at());
            if (relationship != null) {
                found.put(one, relationship.id());
            }
        }
        carryTags(
                brand,
                strangers.stream().filter(one -> begun.contains(found.get(one))).toList(),
                now);
        return found;
    }

    /// The second step: the old relationships have ended.
    public void end(BrandId brand, Collection<Handed> handed, Instant now) {
        var known = identities(brand, handed);
        var endings = new LinkedHashMap<Link, Ending>();
        for (Handed one : handed) {
            var identity = known.get(one.identity());
            if (identity != null) {
                var event = new RelationshipEvent.Ended(one.at(), Relationship.By.TRANSFER);
                endings.put(one.old(), new Ending(identity, one.old(), event));
            }
        }
        book.endAll(brand, List.copyOf(endings.values()), now);
    }

    private Map<IdentityId, Identity> identities(BrandId brand, Collection<Handed> handed) {
        var wanted = handed.stream().map(Handed::identity).collect(Collectors.toSet());
        var found = new HashMap<IdentityId, Identity>();
        identities.findAll(brand, wanted).forEach(one -> found.put(one.id(), one));
        return found;
    }

    private static Listed row(Handed one, Identity identity, @Nullable Relationship old) {
        return new Listed(
                identity,
                false,
                one.young(),
                new RelationshipEvent.Seen(one.at(), ASSIGNED, null),
                old == null ? null : old.remark(),
                old == null ? null : old.description());
    }

    private record Holder(CustomerId customer, ChannelAccountId account) {}

    /// Corporate tags go with the customer.
    private void carryTags(BrandId brand, List<Handed> handed, Instant now) {
        var from = new HashMap<Holder, ChannelAccountId>();
        handed.forEach(one -> from.put(new Holder(one.customer(), one.from()), one.to()));
        var coming = new LinkedHashSet<Assignment>();
        for (Assignment tag :
                tags.of(brand, handed.stream().map(Handed::customer).distinct().toList())) {
            var account = tag.account();
            var to = account == null ? null : from.get(new Holder(tag.customer(), account));
            if (to != null) {
                coming.add(new Assignment(tag.customer(), tag.tag(), to));
            }
        }
        var notes = new ArrayList<Noted>();
        tags.set(brand, coming, CHANNEL, now).forEach(tag -> notes.add(new Noted(ids.next(), tag, true, CHANNEL, now)));
        tags.note(brand, notes);
    }

    /// The one that lived at a moment, or began there; the last of several.
    private static @Nullable Relationship at(@Nullable List<Relationship> all, Instant moment) {
        Relationship found = null;
        for (Relationship one : all == null ? List.<Relationship>of() : all) {
            var ended = one.ended();
            if (ended == null || !ended.at().isBefore(moment)) {
                found = found == null ? one : found;
            }
        }
        return found;
    }

    private static List<Link> links(Collection<Handed> handed, boolean old) {
        return handed.stream().map(one -> old ? one.old() : one.young()).toList();
    }
}
