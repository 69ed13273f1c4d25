package cn.siyu.application.customer;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEpisode;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps relationships in step with the events of channels: one relationship per episode. Because
/// episodes never join, a relationship keeps its number while late events move its beginning or its
/// end.
public final class RelationshipBook {
    private final Relationships relationships;
    private final Acquisition acquisition;
    private final Brands brands;
    private final IdSource ids;
    private final CustomerWitness witness;

    public RelationshipBook(
            Relationships relationships,
            Acquisition acquisition,
            Brands brands,
            IdSource ids,
            CustomerWitness witness) {
        this.relationships = relationships;
        this.acquisition = acquisition;
        this.brands = brands;
        this.ids = ids;
        this.witness = witness;
    }

    /// One relationship that is new or other than before.
    ///
    /// @param before null if it is new
    record Change(@Nullable Relationship before, Relationship after) {
        boolean ends() {
            return !after.live() && (before == null || before.live());
        }

        boolean begins() {
            return before == null;
        }

        boolean goesOn() {
            return after.live() && before != null && !before.live();
        }
    }

    /// What follows from an event.
    ///
    /// @param announced the live relationship that was only seen in a list of the channel before,
    ///     and whose beginning the channel has now told for the first time
    record Taken(List<Change> changes, Optional<Relationship> announced) {}

    /// Takes in an event, inside the caller's transaction, and says what follows from it; nothing
    /// if it was known.
    Taken take(BrandId brand, Identity identity, Link link, RelationshipEvent event, Instant now) {
        if (!relationships.keep(brand, link, event)) {
            return new Taken(List.of(), Optional.empty());
        }
        var known = relationships.on(brand, link);
        var events = relationships.events(brand, link);
        var changes = changes(brand, identity, link, known, RelationshipEpisode.of(events), now);
        changes.forEach(change -> store(brand, change));
        return new Taken(changes, announced(event, events, known).map(one -> latest(one, changes)));
    }

    /// Takes an end back that nobody told and that turned out to be wrong, inside the caller's
    /// transaction. An end that was told besides counts from now on.
    ///
    /// @param ended how the last relationship of the link ended
    List<Change> takeBack(BrandId brand, Identity identity, Link link, Relationship.Ended ended, Instant now) {
        relationships.forget(brand, link, new RelationshipEvent.Ended(ended.at(), ended.by()));
        var episodes = RelationshipEpisode.of(relationships.events(brand, link));
        var changes = changes(brand, identity, link, relationships.on(brand, link), episodes, now);
        changes.forEach(change -> store(brand, change));
        return changes;
    }

    /// Where a relationship ended, and how.
    record Ending(Identity identity, Link link, RelationshipEvent.Ended event) {}

    /// Takes in many ends, inside the caller's transaction; each link once. What is known changes
    /// nothing.
    ///
    /// @return what follows from those that are new
    List<Change> endAll(BrandId brand, List<Ending> endings, Instant now) {
        var links = endings.stream().map(Ending::link).toList();
        relationships.lock(brand, links.stream().map(Link::identity).toList());
        var told = relationships.eventsOfAll(brand, links);
        var known = relationships.onAll(brand, links);
        var fresh = endings.stream()
                .filter(one -> !told.getOrDefault(one.link(), List.of()).contains(one.event()))
                .toList();
        var kept = new LinkedHashMap<Link, RelationshipEvent>();
        fresh.forEach(one -> kept.put(one.link(), one.event()));
        relationships.keepAll(brand, kept);
        var all = new ArrayList<Change>();
        for (Ending one : fresh) {
            var events = new ArrayList<RelationshipEvent>(told.getOrDefault(one.link(), List.of()));
            events.add(one.event());
            var on = known.getOrDefault(one.link(), List.of());
            all.addAll(changes(brand, one.identity(), one.link(), on, RelationshipEpisode.of(events), now));
        }
        storeAll(brand, all);
        return all;
    }

    /// Ends are plain; whatever else follows goes the way of single events.
    private void storeAll(BrandId brand, List<Change> all) {
        var ended = all.stream().filter(one -> one.ends() && !one.begins()).toList();
        relationships.replaceAll(brand, ended.stream().map(Change::after).toList());
        var perAccount = new LinkedHashMap<ChannelAccountId, Integer>();
        ended.forEach(one -> perAccount.merge(one.after().account(), 1, Integer::sum));
        perAccount.forEach((account, count) -> acquisition.ended(brand, account, count));
        witness.changed(
                brand,
                ended.stream()
                        .map(one -> new CustomerWitness.Change(one.before(), one.after()))
                        .toList());
        all.stream().filter(one -> !one.ends() || one.begins()).forEach(one -> store(brand, one));
    }

    private static Optional<Relationship> announced(
            RelationshipEvent event, List<RelationshipEvent> events, List<Relationship> known) {
        var live = known.stream().filter(Relationship::live).findFirst();
        if (live.isEmpty() || !(event instanceof RelationshipEvent.Added)) {
            return Optional.empty();
        }
        var lastEnd = events.stream()
                .filter(RelationshipEvent.Ended.class::isInstance)
                .map(RelationshipEvent::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        var begun = events.stream()
                .filter(one -> one.at().isAfter(lastEnd) && !one.equals(event))
                .toList();
        boolean seenOnly = begun.stream().allMatch(RelationshipEvent.Seen.class::isInstance);
        return seenOnly && !begun.isEmpty() && event.at().isAfter(lastEnd) ? live : Optional.empty();
    }

    private static Relationship latest(Relationship one, List<Change> changes) {
        return changes.stream()
                .map(Change::after)
                .filter(after -> after.id().equals(one.id()))
                .findFirst()
                .orElse(one);
    }

    private List<Change> changes(
            BrandId brand,
            Identity identity,
            Link link,
            List<Relationship> known,
            List<RelationshipEpisode> episodes,
            Instant now) {
        var changes = new ArrayList<Change>();
        for (RelationshipEpisode episode : episodes) {
            var before = known.stream()
                    .filter(relationship -> episode.contains(relationship.addedAt()))
                    .findFirst();
            changeOf(brand, identity, link, episode, before, now).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<Change> changeOf(
            BrandId brand,
            Identity identity,
            Link link,
            RelationshipEpisode episode,
            Optional<Relationship> before,
            Instant now) {
        if (before.isEmpty()) {
            return Optional.of(new Change(null, begun(brand, identity, link, episode, now)));
        }
        var was = before.get();
        var is = with(brand, was, episode, now);
        return same(was, is) ? Optional.empty() : Optional.of(new Change(was, is));
    }

    private Relationship begun(BrandId brand, Identity identity, Link link, RelationshipEpisode episode, Instant now) {
        long id = ids.next();
        var blank = new Relationship(
                new RelationshipId(id),
                ids.publicId(id, now),
                identity.birthCustomer(),
                link.account(),
                link.identity(),
                null,
                null,
                0,
                episode.addedAt(),
                null,
                null,
                null,
                0,
                now,
                now);
        return with(brand, blank, episode, now);
    }

    private Relationship with(BrandId brand, Relationship was, RelationshipEpisode episode, Instant now) {
        var source = episode.source();
        return new Relationship(
                was.id(),
                was.publicId(),
                was.customer(),
                was.account(),
                was.identity(),
                source,
                source != null && source.equals(was.source()) ? was.contactWay() : way(brand, source),
                episode.addWay(),
                episode.addedAt(),
                episode.ended(),
                was.remark(),
                was.description(),
                was.version() + 1,
                was.createdAt(),
                now);
    }

    private @Nullable ContactWayId way(BrandId brand, @Nullable String source) {
        return source == null ? null : acquisition.wayOf(brand, source).orElse(null);
    }

    private static boolean same(Relationship was, Relationship is) {
        return was.addedAt().equals(is.addedAt())
                && was.addWay() == is.addWay()
                && Objects.equals(was.source(), is.source())
                && Objects.equals(was.ended(), is.ended());
    }

    private void store(BrandId brand, Change change) {
        var after = change.after();
        if (change.begins()) {
            relationships.add(brand, after);
            var zone = brands.find(brand).orElseThrow().zone();
            acquisition.began(brand, after, after.addedAt().atZone(zone).toLocalDate());
        } else {
            relationships.replace(brand, after);
        }
        if (change.ends()) {
            acquisition.ended(brand, after.account());
        }
        if (change.goesOn()) {
            acquisition.goesOn(brand, after.account());
        }
        witness.changed(brand, change.before(), after);
    }
}
