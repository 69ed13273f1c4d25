package cn.siyu.application.customer;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.IdentityGraph.DecisionEntry;
import cn.siyu.application.customer.port.IdentityGraph.RevocationEntry;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows what people have to look at in the identities of customers, and what they decided: of
/// customers that the key sees.
public final class ReadIdentityGraph {
    private final IdentityGraph graph;
    private final Identities identities;
    private final Customers customers;
    private final Persons persons;
    private final ResolveSight sights;

    public ReadIdentityGraph(
            IdentityGraph graph, Identities identities, Customers customers, Persons persons, ResolveSight sights) {
        this.graph = graph;
        this.identities = identities;
        this.customers = customers;
        this.persons = persons;
        this.sights = sights;
    }

    /// One of two identities.
    ///
    /// @param customer whose it is today
    public record Side(IdentityKey key, PublicId customer, Instant since) {}

    /// An open conflict.
    public record OfConflict(IdentityConflict conflict, Side one, Side other) {}

    /// A decision.
    public record OfDecision(DecisionEntry entry, Side one, Side other) {}

    /// A link that was taken back.
    public record OfRevocation(RevocationEntry entry, Side one, Side other) {}

    /// Links that were taken back, with a number above `after`, by number.
    public List<OfRevocation> revocations(Caller caller, long after, int atMost) {
        return revoked(caller.brand(), graph.revocations(caller.brand(), sights.of(caller), after, atMost));
    }

    /// Links that were taken back with whose identities they are about.
    public List<OfRevocation> revoked(BrandId brand, List<RevocationEntry> entries) {
        var sides = sides(brand, entries.stream().map(RevocationEntry::pair).toList());
        return entries.stream()
                .map(one -> new OfRevocation(
                        one,
                        side(sides, one.pair().low()),
                        side(sides, one.pair().high())))
                .toList();
    }

    /// Open conflicts with a number above `after`, by number.
    public List<OfConflict> conflicts(Caller caller, long after, int atMost) {
        var found = graph.conflicts(caller.brand(), sights.of(caller), after, atMost);
        var sides =
                sides(caller.brand(), found.stream().map(IdentityConflict::pair).toList());
        return found.stream()
                .map(one -> new OfConflict(
                        one,
                        side(sides, one.pair().low()),
                        side(sides, one.pair().high())))
                .toList();
    }

    /// Decisions with a number above `after`, by number; those that were taken back too.
    public List<OfDecision> decisions(Caller caller, long after, int atMost) {
        return shown(caller.brand(), graph.decisions(caller.brand(), sights.of(caller), after, atMost));
    }

    /// Decisions with whose identities they are about.
    public List<OfDecision> shown(BrandId brand, List<DecisionEntry> entries) {
        var sides = sides(
                brand, entries.stream().map(entry -> entry.decision().pair()).toList());
        return entries.stream()
                .map(one -> new OfDecision(
                        one,
                        side(sides, one.decision().pair().low()),
                        side(sides, one.decision().pair().high())))
                .toList();
    }

    private static Side side(Map<IdentityId, Side> sides, IdentityId id) {
        return Objects.requireNonNull(sides.get(id));
    }

    private Map<IdentityId, Side> sides(BrandId brand, Collection<IdentityPair> pairs) {
        var all = identities.findAll(
                brand,
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.low(), pair.high()))
                        .collect(Collectors.toSet()));
        var who = persons.of(brand, all.stream().map(Identity::birthCustomer).collect(Collectors.toSet()));
        Map<CustomerId, PublicId> ids = customers.findAll(brand, who.values()).stream()
                .collect(Collectors.toMap(Customer::id, Customer::publicId));
        Function<Identity, Side> side = identity -> new Side(
                identity.key(),
                Objects.requireNonNull(ids.get(Objects.requireNonNull(who.get(identity.birthCustomer())))),
                identity.createdAt());
        return all.stream().collect(Collectors.toMap(Identity::id, side));
    }
}
