package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Relationships in memory.
public final class InMemoryRelationships implements Relationships {
    private final InMemoryStore.Table<Long, Row> table;
    private final InMemoryStore.Table<String, Event> events;

    private final BiFunction<BrandId, IdentityId, IdentityKey> keyOf;
    private final Persons persons;

    private record Row(BrandId brand, Relationship relationship, Silence silence) {}

    private record Event(BrandId brand, Link link, RelationshipEvent event) {}

    /// @param keyOf what the channel knows an identity by
    /// @param persons who is one person
    public InMemoryRelationships(
            InMemoryStore store, BiFunction<BrandId, IdentityId, IdentityKey> keyOf, Persons persons) {
        this.table = store.table();
        this.events = store.table();
        this.keyOf = keyOf;
        this.persons = persons;
    }

    /// Where nobody is merged.
    public InMemoryRelationships(InMemoryStore store, BiFunction<BrandId, IdentityId, IdentityKey> keyOf) {
        this(store, keyOf, Persons.ALONE);
    }

    /// With identities that nobody looks up: each is called by its number.
    public InMemoryRelationships(InMemoryStore store) {
        this(store, (_, id) -> new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm" + id.value()));
    }

    Stream<Relationship> in(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::relationship);
    }

    /// All relationships of a brand.
    public List<Relationship> all(BrandId brand) {
        return in(brand).toList();
    }

    @Override
    public boolean keep(BrandId brand, Link link, RelationshipEvent event) {
        var row = new Event(brand, link, event);
        return events.rows().putIfAbsent(row.toString(), row) == null;
    }

    @Override
    public void forget(BrandId brand, Link link, RelationshipEvent.Ended event) {
        events.rows().remove(new Event(brand, link, event).toString());
    }

    @Override
    public List<RelationshipEvent> events(BrandId brand, Link link) {
        return events.rows().values().stream()
                .filter(row -> row.brand().equals(brand) && row.link().equals(link))
                .map(Event::event)
                .toList();
    }

    @Override
    public List<Relationship> on(BrandId brand, Link link) {
        return in(brand)
                .filter(one ->
                        one.identity().equals(link.identity()) && one.account().equals(link.account()))
                .sorted(Comparator.comparing(Relationship::addedAt)
                        .thenComparingLong(one -> one.id().value()))
                .toList();
    }

    @Override
    public void add(BrandId brand, Relationship relationship) {
        table.rows().put(relationship.id().value(), new Row(brand, relationship, Silence.NONE));
    }

    @Override
    public void addAll(BrandId brand, Collection<Relationship> relationships) {
        relationships.forEach(one -> add(brand, one));
    }

    @Override
    public void lock(BrandId brand, Collection<IdentityId> identities) {
        // the store runs one transaction at a time
    }

    @Override
    public void keepAll(BrandId brand, Map<Link, RelationshipEvent> news) {
        news.forEach((link, event) -> keep(brand, link, event));
    }

    @Override
    public Map<Link, List<RelationshipEvent>> eventsOfAll(BrandId brand, Collection<Link> links) {
        return byLink(links, link -> events(brand, link));
    }

    @Override
    public Map<Link, List<Relationship>> onAll(BrandId brand, Collection<Link> links) {
        return byLink(links, link -> on(brand, link));
    }

    private static <T> Map<Link, List<T>> byLink(Collection<Link> links, Function<Link, List<T>> of) {
        var found = new HashMap<Link, List<T>>();
        links.forEach(link -> found.put(link, of.apply(link)));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    @Override
    public List<Live> liveOn(BrandId brand, ChannelAccountId account) {
        return in(brand)
                .filter(one -> one.live() && one.account().equals(account))
                .map(one -> new Live(one.id(), keyOf.apply(brand, one.identity()), one.createdAt()))
                .toList();
    }

    @Override
    public List<Relationship> allLiveOn(BrandId brand, ChannelAccountId account) {
        return in(brand)
                .filter(one -> one.live() && one.account().equals(account))
                .toList();
    }

    @Override
    public void replaceAll(BrandId brand, Collection<Relationship> relationships) {
        relationships.forEach(one -> replace(brand, one));
    }

    @Override
    public void replace(BrandId brand, Relationship relationship) {
        var stored = find(brand, relationship.id()).orElseThrow();
        if (stored.version() + 1 != relationship.version()) {
            throw new StaleAggregate("relationship", relationship.id().value());
        }
        table.rows()
                .computeIfPresent(relationship.id().value(), (_, row) -> new Row(brand, relationship, row.silence()));
    }

    @Override
    public Optional<Relationship> find(BrandId brand, RelationshipId id) {
        return in(brand).filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Relationship> byPublicId(BrandId brand, PublicId id) {
        return in(brand).filter(one -> one.publicId().equals(id)).findFirst();
    }

    @Override
    public List<Relationship> of(BrandId brand, Collection<CustomerId> customers) {
        var births = persons.births(brand, customers).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return in(brand).filter(one -> births.contains(one.customer())).toList();
    }

    @Override
    public Map<RelationshipId, Silence> silences(BrandId brand, Collection<RelationshipId> ids) {
        var silences = new HashMap<RelationshipId, Silence>();
        table.rows().values().stream()
                .filter(row -> row.brand().equals(brand)
                        && ids.contains(row.relationship().id()))
                .forEach(row -> silences.put(row.relationship().id(), row.silence()));
        return silences;
    }

    @Override
    public void silence(BrandId brand, RelationshipId id, Silence silence) {
        table.rows().computeIfPresent(id.value(), (_, row) -> new Row(brand, row.relationship(), silence));
    }
}
