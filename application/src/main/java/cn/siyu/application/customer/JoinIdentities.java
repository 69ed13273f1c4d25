package cn.siyu.application.customer;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.identity.Neighbourhood;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.customer.identity.RejectedLink;
import cn.siyu.domain.customer.identity.Resolution;
import cn.siyu.domain.customer.identity.ResolvedPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds out anew who people are where something about their identities changed (身份合并), and
/// writes down what follows. No fact is touched: a merge says that a birth customer is somebody
/// else, and un-merging says that it isn't.
public final class JoinIdentities {
    private final IdentityGraph graph;
    private final Customers customers;
    private final Wishes wishes;
    private final IdSource ids;
    private final IdentityRulesInForce rules;
    private final CustomerWitness witness;

    public JoinIdentities(
            IdentityGraph graph,
            Customers customers,
            Wishes wishes,
            IdSource ids,
            IdentityRulesInForce rules,
            CustomerWitness witness) {
        this.graph = graph;
        this.customers = customers;
        this.wishes = wishes;
        this.ids = ids;
        this.rules = rules;
        this.witness = witness;
    }

    /// The rules for joining identities that a brand's policy says.
    @FunctionalInterface
    public interface IdentityRulesInForce {
        IdentityRules at(BrandId brand, Instant moment);
    }

    IdentityRules rules(BrandId brand, Instant moment) {
        return rules.at(brand, moment);
    }

    /// What changed.
    ///
    /// @param regrouped by their birth customers
    /// @param born identities that belong to another birth customer from now on
    public record Settled(
            Resolution resolution, Map<CustomerId, Regrouped> regrouped, Map<IdentityId, CustomerId> born) {
        /// Nothing.
        static final Settled NOTHING = new Settled(new Resolution(List.of(), List.of(), Set.of()), Map.of(), Map.of());

        /// An identity with the birth customer it has now.
        Identity identity(Identity was) {
            var birth = born.getOrDefault(was.id(), was.birthCustomer());
            return new Identity(was.id(), was.publicId(), was.key(), birth, was.source(), was.createdAt());
        }

        /// Who has an identity now.
        CustomerId person(Identity identity, CustomerId was) {
            var other = regrouped.get(identity.birthCustomer());
            return other == null ? was : other.is();
        }

        /// Whoever is, or was, or is part of somebody else than before.
        Set<CustomerId> concerned() {
            return regrouped.values().stream()
                    .flatMap(one -> Stream.of(one.birth(), one.was(), one.is()))
                    .collect(Collectors.toSet());
        }
    }

    /// Settles who the people around identities are, inside the caller's transaction.
    ///
    /// @param now on the brand's clock
    public Settled settle(BrandId brand, Collection<IdentityId> around, Instant now) {
        if (around.isEmpty()) {
            return Settled.NOTHING;
        }
        var inForce = rules.at(brand, now);
        wake(brand, around, inForce);
        var hood = graph.lock(brand, around);
        var newborn = new ArrayList<Customer>();
        var resolution = hood.resolve(inForce, () -> born(newborn, now));
        var born = new LinkedHashMap<IdentityId, CustomerId>();
        resolution.persons().forEach(person -> born.putAll(person.born()));
        customers.add(brand, like(brand, hood, born, newborn));
        var regrouped = regrouped(hood, resolution);
        graph.keep(brand, changes(hood, resolution, inForce, regrouped, now));
        inherit(brand, hood, born, now);
        if (!regrouped.isEmpty()) {
            witness.regrouped(brand, List.copyOf(regrouped.values()));
        }
        return new Settled(resolution, regrouped, born);
    }

    /// What was found to join nobody can do so again when the policy lets more people share it.
    private void wake(BrandId brand, Collection<IdentityId> around, IdentityRules inForce) {
        var awake = graph.idle(brand, around).entrySet().stream()
                .filter(entry -> entry.getValue() < inForce.sharedAbove())
                .map(Map.Entry::getKey)
                .toList();
        if (!awake.isEmpty()) {
            graph.wake(brand, awake);
        }
    }

    private CustomerId born(List<Customer> newborn, Instant now) {
        long id = ids.next();
        newborn.add(new Customer(
                new CustomerId(id), ids.publicId(id, now), null, Customer.Gender.UNKNOWN, null, false, 1, now, now));
        return new CustomerId(id);
    }

    /// Who is born anew stays on the blacklist.
    private List<Customer> like(
            BrandId brand, Neighbourhood hood, Map<IdentityId, CustomerId> born, List<Customer> newborn) {
        if (newborn.isEmpty()) {
            return List.of();
        }
        var from = origins(hood, born);
        var before = customers.findAll(brand, from.values()).stream()
                .collect(Collectors.toMap(Customer::id, Customer::blacklisted));
        return newborn.stream()
                .map(one -> before.getOrDefault(Objects.requireNonNull(from.get(one.id())), false)
                        ? new Customer(
                                one.id(),
                                one.publicId(),
                                one.nickname(),
                                one.gender(),
                                one.zone(),
                                true,
                                one.version(),
                                one.createdAt(),
                                one.updatedAt())
                        : one)
                .toList();
    }

    /// As part of whom those born anew came into the world.
    private static Map<CustomerId, CustomerId> origins(Neighbourhood hood, Map<IdentityId, CustomerId> born) {
        var from = new LinkedHashMap<CustomerId, CustomerId>();
        for (Identity identity : hood.identities()) {
            var birth = born.get(identity.id());
            if (birth != null) {
                from.put(birth, identity.birthCustomer());
            }
        }
        return from;
    }

    /// Who is born anew has wanted what the customer wanted that it was taken for.
    private void inherit(BrandId brand, Neighbourhood hood, Map<IdentityId, CustomerId> born, Instant now) {
        if (born.isEmpty()) {
            return;
        }
        var origins = origins(hood, born);
        witness.bornAnew(brand, origins);
        wishes.copyOptOuts(brand, origins);
        var consents = wishes.consentsOf(brand, origins.values()).stream()
                .collect(Collectors.groupingBy(ConsentRecord::customer));
        wishes.add(
                brand,
                origins.entrySet().stream()
                        .flatMap(entry -> consents.getOrDefault(entry.getValue(), List.of()).stream()
                                .map(consent -> copied(consent, entry.getKey(), now)))
                        .toList());
    }

    private ConsentRecord copied(ConsentRecord consent, CustomerId to, Instant now) {
        long id = ids.next();
        return new ConsentRecord(
                id,
                ids.publicId(id, now),
                to,
                consent.purpose(),
                consent.granted(),
                consent.textVersion(),
                consent.evidence(),
                consent.at());
    }

    private static Map<CustomerId, Regrouped> regrouped(Neighbourhood hood, Resolution resolution) {
        var regrouped = new LinkedHashMap<CustomerId, Regrouped>();
        for (ResolvedPerson person : resolution.persons()) {
            for (Identity identity : person.identities()) {
                var birth = person.birthOf(identity);
                var was = hood.persons().getOrDefault(birth, hood.persons().get(identity.birthCustomer()));
                if (was != null && !was.equals(person.id())) {
                    regrouped.put(birth, new Regrouped(birth, was, person.id()));
                }
            }
        }
        return regrouped;
    }

    private IdentityGraph.Changes changes(
            Neighbourhood hood,
            Resolution resolution,
            IdentityRules inForce,
            Map<CustomerId, Regrouped> regrouped,
            Instant now) {
        var born = new LinkedHashMap<IdentityId, CustomerId>();
        var persons = new LinkedHashMap<CustomerId, CustomerId>();
        for (ResolvedPerson person : resolution.persons()) {
            born.putAll(person.born());
            // who is born anew as the person they were comes into the world as themselves all the same
            person.born().values().stream()
                    .filter(newborn -> !newborn.equals(person.id()))
                    .forEach(newborn -> persons.put(newborn, person.id()));
        }
        regrouped.forEach((birth, one) -> persons.put(birth, one.is()));
        var components = new HashMap<CustomerId, Long>();
        hood.joined(resolution).forEach((birth, number) -> {
            if (!number.equals(hood.components().getOrDefault(birth, birth.value()))) {
                components.put(birth, number);
            }
        });
        var open = hood.conflicts().stream().collect(Collectors.toMap(IdentityConflict::pair, one -> one));
        var rejected =
                resolution.conflicts().stream().collect(Collectors.toMap(RejectedLink::pair, RejectedLink::reason));
        return new IdentityGraph.Changes(
                born,
                persons,
                components,
                hood.newlyIdle(resolution, inForce),
                resolution.conflicts().stream()
                        .filter(link -> !open.containsKey(link.pair())
                                || !open.get(link.pair()).reason().equals(link.reason()))
                        .map(link -> conflict(link, open, now))
                        .toList(),
                hood.conflicts().stream()
                        .filter(one -> !rejected.containsKey(one.pair()))
                        .toList(),
                now);
    }

    private IdentityConflict conflict(RejectedLink link, Map<IdentityPair, IdentityConflict> open, Instant now) {
        var known = open.get(link.pair());
        long id = known == null ? ids.next() : known.id();
        return new IdentityConflict(
                id,
                known == null ? ids.publicId(id, now) : known.publicId(),
                link.pair(),
                link.reason(),
                link.source().orElse(null),
                known == null ? now : known.at());
    }
}
