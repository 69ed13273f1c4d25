package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.IdentityGraph.DecisionEntry;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.identity.IdentityDecision.Verdict;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.identity.Neighbourhood;
import cn.siyu.domain.customer.identity.Resolution;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A person decides that two identities are one customer's, or two customers' (人工裁定), or takes
/// such a decision back. Everything else follows: an un-merge is nothing but a decision. Asked for
/// a rehearsal, it says what would follow and changes nothing, because taking one link away can let
/// another one count that was refused because of it.
public final class DecideIdentities {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final NamedIdentities naming;
    private final Customers customers;
    private final IdentityGraph graph;
    private final JoinIdentities join;

    public DecideIdentities(
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

    /// Which two identities.
    public sealed interface Between {
        /// Two by what they are called.
        record Keys(IdentityKey one, IdentityKey other) implements Between {}

        /// Those of two customers, under the ids they were or are known by: a customer that was
        /// merged into another one is named by the id it had.
        record Two(PublicId one, PublicId other) implements Between {}

        /// Those of a conflict.
        record Conflict(PublicId conflict) implements Between {}
    }

    /// What is decided.
    ///
    /// @param by the public id of the key of whoever decides
    /// @param rehearsal whether it is only asked what would follow
    public record Command(
            BrandId brand,
            Between between,
            Verdict verdict,
            @Nullable String note,
            @Nullable PublicId by,
            boolean rehearsal) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is decided, or would be.
        ///
        /// @param decision as it is kept; null if it was only asked
        /// @param persons all whom it could have concerned, as they are or would be; those first who have
        ///     what was named
        /// @param conflicts how many links among them are refused then
        record Decided(@Nullable DecisionEntry decision, List<Person> persons, int conflicts) implements Outcome {}

        /// What was named isn't there: 0 the first, 1 the second.
        record Unknown(int which) implements Outcome {}

        /// Both are the same.
        record Same() implements Outcome {}

        /// They can't be one customer's.
        record Impossible(IdentityConflict.Reason reason) implements Outcome {}
    }

    /// One person.
    ///
    /// @param id the public id; empty for one that comes into being only then
    public record Person(Optional<PublicId> id, List<IdentityKey> identities) {}

    /// Decides.
    public Outcome decide(Command command) {
        return work.inTransaction(() -> decideHere(command));
    }

    /// The people whom it is about, as far as what is named is there.
    public List<PublicId> concerned(BrandId brand, Between between) {
        return naming.concerned(brand, between);
    }

    /// The people whom a decision is about; nobody if there is no such decision.
    public List<PublicId> concerned(BrandId brand, PublicId decision) {
        return naming.people(
                brand,
                graph.decision(brand, decision).stream()
                        .map(entry -> entry.decision().pair())
                        .flatMap(pair -> Stream.of(pair.low(), pair.high()))
                        .toList());
    }

    private record Named(List<Identity> one, List<Identity> other) {}

    private Outcome decideHere(Command command) {
        var one = naming.named(command.brand(), command.between(), 0);
        var other = naming.named(command.brand(), command.between(), 1);
        if (one.isEmpty() || other.isEmpty()) {
            return new Outcome.Unknown(one.isEmpty() ? 0 : 1);
        }
        if (one.getFirst().id().equals(other.getFirst().id())) {
            return new Outcome.Same();
        }
        return decide(command, new Named(one, other));
    }

    private Outcome decide(Command command, Named named) {
        var brand = command.brand();
        var now = clock.now(brand);
        var around = Stream.concat(named.one().stream(), named.other().stream())
                .map(Identity::id)
                .toList();
        var hood = command.rehearsal() ? graph.around(brand, around) : graph.lock(brand, around);
        var pairs = command.verdict() == Verdict.MUST_LINK
                ? List.of(IdentityPair.of(
                        named.one().getFirst().id(), named.other().getFirst().id()))
                : between(hood, named);
        var rehearsed = rehearse(hood, pairs, command.verdict(), join.rules(brand, now));
        var impossible = rehearsed.conflicts().stream()
                .filter(link -> link.source().isEmpty() && pairs.contains(link.pair()))
                .findFirst();
        if (impossible.isPresent()) {
            return new Outcome.Impossible(impossible.get().reason());
        }
        if (command.rehearsal()) {
            return new Outcome.Decided(
                    null,
                    persons(brand, rehearsed, around),
                    rehearsed.conflicts().size());
        }
        var entries = pairs.stream()
                .map(pair -> entry(command, new IdentityDecision(pair, command.verdict()), now))
                .toList();
        graph.takeBack(brand, superseded(brand, pairs), now);
        graph.decide(brand, entries);
        var settled = join.settle(brand, around, now).resolution();
        return new Outcome.Decided(
                entries.getFirst(),
                persons(brand, settled, around),
                settled.conflicts().size());
    }

    /// All links between the two sides, and the first identity of each.
    private static List<IdentityPair> between(Neighbourhood hood, Named named) {
        var one = named.one().stream().map(Identity::id).collect(Collectors.toSet());
        var other = named.other().stream().map(Identity::id).collect(Collectors.toSet());
        var first = IdentityPair.of(
                named.one().getFirst().id(), named.other().getFirst().id());
        var links = hood.edges().stream()
                .map(IdentityEdge::pair)
                .filter(pair -> NamedIdentities.crosses(pair, one, other))
                .filter(pair -> !pair.equals(first))
                .distinct()
                .sorted();
        return Stream.concat(Stream.of(first), links).toList();
    }

    /// What would follow; who is born anew gets a number below 0.
    private static Resolution rehearse(
            Neighbourhood hood, List<IdentityPair> pairs, Verdict verdict, IdentityRules rules) {
        var decisions = new ArrayList<>(hood.decisions().stream()
                .filter(decision -> !pairs.contains(decision.pair()))
                .toList());
        pairs.forEach(pair -> decisions.add(new IdentityDecision(pair, verdict)));
        var newborn = new AtomicLong(Long.MAX_VALUE);
        return new Neighbourhood(
                        hood.identities(),
                        hood.edges(),
                        decisions,
                        hood.persons(),
                        hood.components(),
                        hood.conflicts(),
                        hood.idle())
                .resolve(rules, () -> new CustomerId(newborn.decrementAndGet()));
    }

    private List<PublicId> superseded(BrandId brand, List<IdentityPair> pairs) {
        return graph.decisionsOn(brand, pairs).stream()
                .map(DecisionEntry::publicId)
                .toList();
    }

    private DecisionEntry entry(Command command, IdentityDecision decision, Instant now) {
        long id = ids.next();
        return new DecisionEntry(id, ids.publicId(id, now), decision, command.note(), command.by(), now, null);
    }

    /// Those first who have what was named.
    private List<Person> persons(BrandId brand, Resolution resolution, Collection<IdentityId> around) {
        var known = customers
                .findAll(
                        brand,
                        resolution.persons().stream().map(person -> person.id()).toList())
                .stream()
                .collect(Collectors.toMap(Customer::id, Customer::publicId));
        return resolution.persons().stream()
                .sorted(Comparator.comparing(
                        person -> person.identities().stream().noneMatch(identity -> around.contains(identity.id()))))
                .map(person -> new Person(
                        Optional.ofNullable(known.get(person.id())),
                        person.identities().stream().map(Identity::key).toList()))
                .toList();
    }

    /// What came of taking a decision back.
    public sealed interface Undone {
        /// It counts no more.
        record Taken(DecisionEntry decision, List<Person> persons) implements Undone {}

        /// There is no such decision.
        record Unknown() implements Undone {}
    }

    /// Takes a decision back; taken back before, it changes nothing.
    public Undone takeBack(BrandId brand, PublicId decision) {
        return work.inTransaction(() -> {
            var found = graph.decision(brand, decision);
            if (found.isEmpty()) {
                return new Undone.Unknown();
            }
            var now = clock.now(brand);
            var pair = found.get().decision().pair();
            graph.takeBack(brand, List.of(decision), now);
            var around = List.of(pair.low(), pair.high());
            var settled = join.settle(brand, around, now);
            return new Undone.Taken(
                    graph.decision(brand, decision).orElseThrow(), persons(brand, settled.resolution(), around));
        });
    }
}
