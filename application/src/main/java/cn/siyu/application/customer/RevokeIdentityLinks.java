package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.DecideIdentities.Between;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.IdentityGraph.RevocationEntry;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.identity.Neighbourhood;
import cn.siyu.domain.customer.identity.Resolution;
import cn.siyu.domain.customer.identity.ResolvedPerson;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes back that two identities are one person's (撤回身份关联), where a source was wrong: a
/// clerk's slip, a list with shifted columns. What was said so far counts no more and everybody is
/// again who the rest says. Unlike a decision to keep two apart it forbids nothing: another source
/// can say so later.
public final class RevokeIdentityLinks {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final NamedIdentities naming;
    private final Customers customers;
    private final IdentityGraph graph;
    private final JoinIdentities join;

    public RevokeIdentityLinks(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            Identities identities,
            Customers customers,
            IdentityGraph graph,
            Persons persons,
            JoinIdentities join) {
        this.work = work;
        this.clock = clock;
        this.ids = ids;
        this.naming = new NamedIdentities(identities, customers, graph, persons);
        this.customers = customers;
        this.graph = graph;
        this.join = join;
    }

    /// What is taken back.
    ///
    /// @param between two identities, or two customers by the ids they had: all links between them
    /// @param reason why, in whoever's own words
    /// @param by the public id of the key of whoever does it
    /// @param rehearsal whether it is only asked what would follow
    public record Command(
            BrandId brand,
            Between between,
            String reason,
            @Nullable PublicId by,
            boolean rehearsal) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is taken back, or would be.
        ///
        /// @param entries as they are kept, one for each pair of identities; none if it was only
        ///     asked
        /// @param links all that count for nothing then
        /// @param parts all whom it could have concerned, those first who have what was named, then
        ///     those who are somebody else than before
        /// @param conflicts how many links among them are refused then
        record Revoked(List<RevocationEntry> entries, List<Link> links, List<Part> parts, int conflicts)
                implements Outcome {}

        /// What was named isn't there: 0 the first, 1 the second.
        record Unknown(int which) implements Outcome {}

        /// Both are the same.
        record Same() implements Outcome {}

        /// No source says that they are one person's, or it was taken back before.
        record NoLink() implements Outcome {}
    }

    /// What a source said.
    public record Link(IdentityKey one, IdentityKey other, IdentitySource source, Instant assertedAt) {}

    /// One person then.
    ///
    /// @param id the public id; empty for one that comes into being only then
    /// @param was whom these identities belonged to before; more than one if it joins people
    /// @param keeps the customers whose facts it keeps: orders, messages, relationships, trust
    public record Part(Optional<PublicId> id, List<PublicId> was, List<PublicId> keeps, List<IdentityKey> identities) {}

    /// The people whom it is about, as far as what is named is there.
    public List<PublicId> concerned(BrandId brand, Between between) {
        return naming.concerned(brand, between);
    }

    /// Takes back.
    public Outcome revoke(Command command) {
        return work.inTransaction(() -> {
            var one = naming.named(command.brand(), command.between(), 0);
            var other = naming.named(command.brand(), command.between(), 1);
            if (one.isEmpty() || other.isEmpty()) {
                return new Outcome.Unknown(one.isEmpty() ? 0 : 1);
            }
            return one.getFirst().id().equals(other.getFirst().id())
                    ? new Outcome.Same()
                    : revoke(command, numbers(one), numbers(other));
        });
    }

    private static Set<IdentityId> numbers(List<Identity> identities) {
        return identities.stream().map(Identity::id).collect(Collectors.toSet());
    }

    /// Whoever takes back waits for whoever else changes these people, and reads what stands only
    /// then: of two who take the same back, the second finds nothing.
    private Outcome revoke(Command command, Set<IdentityId> one, Set<IdentityId> other) {
        var brand = command.brand();
        var now = clock.now(brand);
        var around = Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
        if (!command.rehearsal()) {
            graph.lock(brand, around);
        }
        var hood = graph.awake(brand, around);
        var links = hood.edges().stream()
                .filter(edge -> !edge.revoked() && NamedIdentities.crosses(edge.pair(), one, other))
                .sorted(Comparator.comparing(IdentityEdge::pair).thenComparing(IdentityEdge::source))
                .toList();
        if (links.isEmpty()) {
            return new Outcome.NoLink();
        }
        var pairs = links.stream().map(IdentityEdge::pair).distinct().toList();
        return command.rehearsal()
                ? outcome(brand, List.of(), links, hood, rehearse(hood, pairs, join.rules(brand, now)), around)
                : act(command, pairs, links, hood, around, now);
    }

    private Outcome act(
            Command command,
            List<IdentityPair> pairs,
            List<IdentityEdge> links,
            Neighbourhood hood,
            Set<IdentityId> around,
            Instant now) {
        var entries = pairs.stream().map(pair -> entry(command, pair, now)).toList();
        var kept = graph.revoke(command.brand(), entries);
        var settled = join.settle(command.brand(), around, now);
        return outcome(command.brand(), kept, links, hood, settled.resolution(), around);
    }

    private RevocationEntry entry(Command command, IdentityPair pair, Instant now) {
        long id = ids.next();
        return new RevocationEntry(id, ids.publicId(id, now), pair, command.reason(), command.by(), now);
    }

    /// What would follow; who is born anew gets a number that nobody has.
    private static Resolution rehearse(Neighbourhood hood, Collection<IdentityPair> pairs, IdentityRules rules) {
        var newborn = new AtomicLong(Long.MAX_VALUE);
        return new Neighbourhood(
                        hood.identities(),
                        hood.edges().stream()
                                .filter(edge -> !pairs.contains(edge.pair()))
                                .toList(),
                        hood.decisions(),
                        hood.persons(),
                        hood.components(),
                        hood.conflicts(),
                        hood.idle())
                .resolve(rules, () -> new CustomerId(newborn.decrementAndGet()));
    }

    private Outcome outcome(
            BrandId brand,
            List<RevocationEntry> entries,
            List<IdentityEdge> links,
            Neighbourhood hood,
            Resolution resolution,
            Set<IdentityId> around) {
        var keys = hood.identities().stream().collect(Collectors.toMap(Identity::id, Identity::key));
        var mentioned = new HashSet<CustomerId>();
        hood.persons().forEach((birth, person) -> mentioned.addAll(List.of(birth, person)));
        resolution.persons().forEach(person -> mentioned.add(person.id()));
        var known = customers.findAll(brand, mentioned).stream()
                .collect(Collectors.toMap(Customer::id, Customer::publicId));
        var births = hood.identities().stream().collect(Collectors.toMap(Identity::id, Identity::birthCustomer));
        return new Outcome.Revoked(
                entries,
                links.stream()
                        .map(edge -> new Link(
                                Objects.requireNonNull(keys.get(edge.pair().low())),
                                Objects.requireNonNull(keys.get(edge.pair().high())),
                                edge.source(),
                                edge.assertedAt()))
                        .toList(),
                resolution.persons().stream()
                        .sorted(Comparator.comparingInt(person -> rank(person, hood, around)))
                        .map(person -> part(person, hood, births, known))
                        .toList(),
                resolution.conflicts().size());
    }

    private static int rank(ResolvedPerson person, Neighbourhood hood, Set<IdentityId> around) {
        if (person.identities().stream().anyMatch(identity -> around.contains(identity.id()))) {
            return 0;
        }
        boolean same = person.identities().stream()
                .allMatch(identity -> person.id().equals(hood.persons().get(identity.birthCustomer())));
        return same ? 2 : 1;
    }

    private static Part part(
            ResolvedPerson person,
            Neighbourhood hood,
            Map<IdentityId, CustomerId> births,
            Map<CustomerId, PublicId> known) {
        return new Part(
                Optional.ofNullable(known.get(person.id())),
                ids(
                        person.identities().stream()
                                .flatMap(identity -> Optional.ofNullable(births.get(identity.id())).stream())
                                .flatMap(birth ->
                                        Optional.ofNullable(hood.persons().get(birth)).stream()),
                        known),
                ids(person.identities().stream().map(person::birthOf), known),
                person.identities().stream().map(Identity::key).toList());
    }

    private static List<PublicId> ids(Stream<CustomerId> customers, Map<CustomerId, PublicId> known) {
        return customers
                .distinct()
                .flatMap(customer -> Optional.ofNullable(known.get(customer)).stream())
                .toList();
    }
}
