package cn.siyu.application.customer;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.CustomerWitness.Change;
import cn.siyu.application.customer.port.Acquisition;
import cn.siyu.application.customer.port.Acquisition.Began;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes in relationships as a channel lists them, many at once and without a query for each;
/// inside the caller's transaction. Those that are known and equal cost a comparison; the few whose
/// history is of several parts go the way of single events.
public final class ListedRelationships {
    /// The channel's event and its list may name the beginning of one relationship a little
    /// differently.
    private static final Duration SAME = Duration.ofMinutes(1);

    private final Relationships relationships;
    private final RelationshipBook book;
    private final Acquisition acquisition;
    private final Brands brands;
    private final IdSource ids;
    private final CustomerWitness witness;

    public ListedRelationships(
            Relationships relationships,
            RelationshipBook book,
            Acquisition acquisition,
            Brands brands,
            IdSource ids,
            CustomerWitness witness) {
        this.relationships = relationships;
        this.book = book;
        this.acquisition = acquisition;
        this.brands = brands;
        this.ids = ids;
        this.witness = witness;
    }

    /// A relationship in a list.
    ///
    /// @param fresh whether the identity was made in this transaction, so that nothing can be known
    ///     of it
    record Listed(
            Identity identity,
            boolean fresh,
            Link link,
            RelationshipEvent.Seen seen,
            @Nullable String remark,
            @Nullable String description) {}

    /// What came of a list.
    ///
    /// @param live the live relationships of the list by link; one whose end is known is not among
    ///     them
    /// @param added those that are new
    /// @param changed those that are other than before
    record Taken(Map<Link, Relationship> live, List<Relationship> added, Set<RelationshipId> changed) {}

    /// Takes a list in; a link must not be in it twice.
    Taken take(BrandId brand, List<Listed> listed, Instant now) {
        var round = new Round(brand, now);
        var strangers = round.withoutKnown(listed);
        round.begin(round.withoutOdd(strangers));
        round.keepRemarks(listed);
        return new Taken(round.live, round.added, round.changed);
    }

    /// One list on its way.
    private final class Round {
        private final BrandId brand;
        private final Instant now;
        private final Map<Link, Relationship> live = new LinkedHashMap<>();
        private final List<Relationship> added = new ArrayList<>();
        private final Set<RelationshipId> changed = new HashSet<>();

        Round(BrandId brand, Instant now) {
            this.brand = brand;
            this.now = now;
        }

        /// Sorts out those that are known just as they are listed.
        List<Listed> withoutKnown(List<Listed> listed) {
            var known = relationships.onAll(brand, linksOf(listed));
            var strangers = new ArrayList<Listed>();
            for (Listed one : listed) {
                var on = known.getOrDefault(one.link(), List.of());
                if (on.stream().anyMatch(relationship -> same(relationship, one.seen())) && !wronglyEnded(one, on)) {
                    live(one.link(), on);
                } else {
                    strangers.add(one);
                }
            }
            return strangers;
        }

        /// Sorts out those of whom something is known, and takes them in one by one. Nobody else
        /// can change them meanwhile.
        List<Listed> withoutOdd(List<Listed> strangers) {
            var links = linksOf(strangers);
            relationships.lock(brand, links.stream().map(Link::identity).toList());
            var events = relationships.eventsOfAll(brand, links);
            var known = relationships.onAll(brand, links);
            var plain = new ArrayList<Listed>();
            for (Listed one : strangers) {
                var told = events.getOrDefault(one.link(), List.of());
                if (told.isEmpty()) {
                    plain.add(one);
                } else if (told.contains(one.seen()) || told.contains(asTold(one.seen()))) {
                    goesOn(one, known.getOrDefault(one.link(), List.of()));
                } else {
                    odd(one, known.getOrDefault(one.link(), List.of()));
                }
            }
            return plain;
        }

        /// A beginning clearly later than the one we know means that there was an end in between
        /// that nobody told us.
        private void odd(Listed one, List<Relationship> known) {
            var begun = one.seen().at();
            boolean again = known.stream()
                    .anyMatch(relationship -> relationship.live()
                            && relationship.addedAt().plus(SAME).isBefore(begun));
            if (again) {
                take(one, new RelationshipEvent.Ended(begun.minusMillis(1), Relationship.By.UNKNOWN));
            }
            take(one, one.seen());
            goesOn(one, relationships.on(brand, one.link()));
        }

        /// An end that only an earlier list implied is taken back when the channel lists the
        /// relationship again.
        private void goesOn(Listed one, List<Relationship> on) {
            if (!wronglyEnded(one, on)) {
                live(one.link(), on);
                return;
            }
            var ended = Objects.requireNonNull(on.getLast().ended());
            for (var change : book.takeBack(brand, one.identity(), one.link(), ended, now)) {
                changed.add(change.after().id());
            }
            live(one.link(), relationships.on(brand, one.link()));
        }

        private void take(Listed one, RelationshipEvent event) {
            for (var change :
                    book.take(brand, one.identity(), one.link(), event, now).changes()) {
                if (change.begins() && change.after().live()) {
                    added.add(change.after());
                } else {
                    changed.add(change.after().id());
                }
            }
        }

        private void live(Link link, List<Relationship> on) {
            on.stream().filter(Relationship::live).findFirst().ifPresent(relationship -> live.put(link, relationship));
        }

        /// Begins relationships of which nothing is known.
        void begin(List<Listed> plain) {
            if (plain.isEmpty()) {
                return;
            }
            var ways = acquisition.waysOf(brand, sourcesOf(plain));
            var zone = brands.find(brand).orElseThrow().zone();
            var events = new LinkedHashMap<Link, RelationshipEvent>();
            var begun = new ArrayList<Relationship>();
            for (Listed one : plain) {
                events.put(one.link(), one.seen());
                var relationship = begun(one, ways);
                begun.add(relationship);
                live.put(one.link(), relationship);
            }
            relationships.keepAll(brand, events);
            relationships.addAll(brand, begun);
            acquisition.beganAll(
                    brand,
                    begun.stream()
                            .map(one ->
                                    new Began(one, one.addedAt().atZone(zone).toLocalDate()))
                            .toList());
            witness.changed(
                    brand, begun.stream().map(one -> new Change(null, one)).toList());
            added.addAll(begun);
        }

        private Relationship begun(Listed one, Map<String, ContactWayId> ways) {
            long id = ids.next();
            var source = one.seen().source();
            return new Relationship(
                    new RelationshipId(id),
                    ids.publicId(id, now),
                    one.identity().birthCustomer(),
                    one.link().account(),
                    one.link().identity(),
                    source,
                    source == null ? null : ways.get(source),
                    one.seen().addWay(),
                    one.seen().at(),
                    null,
                    one.remark(),
                    one.description(),
                    1,
                    now,
                    now);
        }

        void keepRemarks(List<Listed> listed) {
            var remarked = new ArrayList<Relationship>();
            for (Listed one : listed) {
                var was = live.get(one.link());
                if (was != null
                        && !(Objects.equals(was.remark(), one.remark())
                                && Objects.equals(was.description(), one.description()))) {
                    var is = remarked(was, one);
                    remarked.add(is);
                    live.put(one.link(), is);
                    changed.add(is.id());
                }
            }
            relationships.replaceAll(brand, remarked);
        }

        private Relationship remarked(Relationship was, Listed one) {
            return new Relationship(
                    was.id(),
                    was.publicId(),
                    was.customer(),
                    was.account(),
                    was.identity(),
                    was.source(),
                    was.contactWay(),
                    was.addWay(),
                    was.addedAt(),
                    was.ended(),
                    one.remark(),
                    one.description(),
                    was.version() + 1,
                    was.createdAt(),
                    now);
        }
    }

    private static boolean same(Relationship known, RelationshipEvent.Seen seen) {
        return known.addedAt().equals(seen.at())
                && (seen.addWay() == 0 || seen.addWay() == known.addWay())
                && (seen.source() == null || seen.source().equals(known.source()));
    }

    /// Whether the last relationship is the listed one, and nobody told its end.
    private static boolean wronglyEnded(Listed one, List<Relationship> on) {
        if (on.isEmpty() || on.stream().anyMatch(Relationship::live)) {
            return false;
        }
        var last = on.getLast();
        var ended = last.ended();
        var begun = one.seen().at();
        return ended != null
                && ended.by() == Relationship.By.UNKNOWN
                && !last.addedAt().isAfter(begun.plus(SAME))
                && !begun.isAfter(ended.at());
    }

    private static RelationshipEvent.Added asTold(RelationshipEvent.Seen seen) {
        return new RelationshipEvent.Added(seen.at(), seen.addWay(), seen.source());
    }

    private static List<Link> linksOf(List<Listed> listed) {
        return listed.stream().filter(one -> !one.fresh()).map(Listed::link).toList();
    }

    private static Collection<String> sourcesOf(List<Listed> listed) {
        return listed.stream()
                .flatMap(one -> Optional.ofNullable(one.seen().source()).stream())
                .collect(Collectors.toSet());
    }
}
