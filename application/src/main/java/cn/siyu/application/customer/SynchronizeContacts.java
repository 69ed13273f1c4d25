package cn.siyu.application.customer;

import cn.siyu.application.customer.AddRelationship.Person;
import cn.siyu.application.customer.ChannelTags.Tagged;
import cn.siyu.application.customer.KeepProfile.Told;
import cn.siyu.application.customer.ListedRelationships.Listed;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.SynchronizeContact.SeenTag;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes over what a channel has about many contacts at once: who they are, since when, remarks and
/// tags. What differs here is brought in line, what is equal is left alone; said twice it comes to
/// the same. Nobody is greeted or enrolled.
public final class SynchronizeContacts {
    private final ResolveCustomers resolve;
    private final KeepProfile profiles;
    private final ListedRelationships relationships;
    private final ChannelTags tags;

    public SynchronizeContacts(
            ResolveCustomers resolve, KeepProfile profiles, ListedRelationships relationships, ChannelTags tags) {
        this.resolve = resolve;
        this.profiles = profiles;
        this.relationships = relationships;
        this.tags = tags;
    }

    /// One contact of one account, as the channel has it now.
    ///
    /// @param contact by what the channel knows the customer
    /// @param addWay the platform's code of how they became contacts, 0 unknown
    /// @param source the source mark (`state`) that came with it; null if none
    /// @param since when they became contacts, by the channel's clock
    /// @param tags all tags the channel has on it
    public record Contact(
            ChannelAccountId account,
            IdentityKey contact,
            Person person,
            int addWay,
            @Nullable String source,
            Instant since,
            @Nullable String remark,
            @Nullable String description,
            List<SeenTag> tags) {
        public Contact {
            tags = List.copyOf(tags);
        }
    }

    /// What came of it.
    ///
    /// @param added live relationships that are new
    /// @param changed how many known relationships, or the customers behind them, were other than
    ///     the channel has them
    public record Outcome(List<Relationship> added, int changed) {}

    /// Takes contacts over, inside the caller's transaction.
    ///
    /// @param now on the brand's clock
    /// @throws IdentityTaken if somebody else brought the same new identity at the same time; try
    ///     again
    public Outcome handle(BrandId brand, List<Contact> contacts, Instant now) {
        var once = new LinkedHashMap<Place, Contact>();
        contacts.forEach(contact -> once.put(new Place(contact.account(), contact.contact()), contact));
        if (once.isEmpty()) {
            return new Outcome(List.of(), 0);
        }
        return take(brand, List.copyOf(once.values()), now);
    }

    private record Place(ChannelAccountId account, IdentityKey contact) {}

    /// A contact with who it is.
    private record Row(Contact contact, Resolution.Found found, Listed listed) {}

    private Outcome take(BrandId brand, List<Contact> contacts, Instant now) {
        var rows = resolved(brand, contacts, now);
        var renamed = profiles.keepAll(brand, told(rows), now);
        var taken = relationships.take(brand, rows.stream().map(Row::listed).toList(), now);
        var retagged = tags.takeAll(brand, tagged(rows, taken.live()), now);
        return new Outcome(taken.added(), changed(taken, renamed, retagged));
    }

    /// Two contacts can turn out to be one customer whom the channel should have given one id; the
    /// first counts.
    private List<Row> resolved(BrandId brand, List<Contact> contacts, Instant now) {
        var news = resolve.resolveNews(
                brand, contacts.stream().map(SynchronizeContacts::claim).toList(), now);
        var rows = new LinkedHashMap<Link, Row>();
        for (int i = 0; i < contacts.size(); i++) {
            if (!(news.resolutions().get(i) instanceof Resolution.Found found)) {
                throw new IllegalStateException("the platform's identities are always believed");
            }
            var contact = contacts.get(i);
            var link = new Link(found.by().id(), contact.account());
            var listed = new Listed(
                    found.by(),
                    news.fresh().contains(link.identity()),
                    link,
                    new RelationshipEvent.Seen(contact.since(), contact.addWay(), contact.source()),
                    contact.remark(),
                    contact.description());
            rows.putIfAbsent(link, new Row(contact, found, listed));
        }
        return List.copyOf(rows.values());
    }

    private static Claim claim(Contact contact) {
        var person = contact.person();
        return new Claim(
                person.keysWith(contact.contact()),
                IdentitySource.PLATFORM,
                new Profile(person.nickname(), person.gender(), null));
    }

    /// What is told about customers who were known before.
    private static Map<CustomerId, Told> told(List<Row> rows) {
        var created = rows.stream()
                .filter(row -> row.found().created())
                .map(row -> row.found().customer())
                .collect(Collectors.toSet());
        var told = new LinkedHashMap<CustomerId, Told>();
        for (Row row : rows) {
            var person = row.contact().person();
            if (!created.contains(row.found().customer())) {
                told.put(row.found().customer(), new Told(person.nickname(), person.gender()));
            }
        }
        return told;
    }

    private static List<Tagged> tagged(List<Row> rows, Map<Link, Relationship> live) {
        var tagged = new ArrayList<Tagged>();
        for (Row row : rows) {
            var relationship = live.get(row.listed().link());
            if (relationship != null) {
                tagged.add(new Tagged(
                        relationship,
                        row.contact().contact().value(),
                        row.contact().tags()));
            }
        }
        return tagged;
    }

    private static int changed(ListedRelationships.Taken taken, Set<CustomerId> renamed, Set<RelationshipId> retagged) {
        var changed = new HashSet<RelationshipId>(taken.changed());
        changed.addAll(retagged);
        taken.live().values().stream()
                .filter(one -> renamed.contains(one.customer()))
                .forEach(one -> changed.add(one.id()));
        taken.added().forEach(one -> changed.remove(one.id()));
        return changed.size();
    }
}
