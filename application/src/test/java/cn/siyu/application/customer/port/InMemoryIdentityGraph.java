package cn.siyu.application.customer.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.customer.identity.Neighbourhood;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What joins identities, in memory; customers that nothing was said about are themselves, and
/// every sight sees everything.
public final class InMemoryIdentityGraph implements IdentityGraph, Persons {
    private final InMemoryIdentities identities;
    private final InMemoryStore.Table<String, Row<IdentityEdge>> edges;
    private final InMemoryStore.Table<InMemoryStore.Key, DecisionEntry> decisions;
    private final InMemoryStore.Table<InMemoryStore.Key, IdentityConflict> conflicts;
    private final InMemoryStore.Table<InMemoryStore.Key, CustomerId> persons;
    private final InMemoryStore.Table<InMemoryStore.Key, Long> components;
    private final InMemoryStore.Table<InMemoryStore.Key, Integer> idle;

    private final InMemoryStore.Table<InMemoryStore.Key, RevocationEntry> revocations;

    private record Row<T>(BrandId brand, T value) {}

    public InMemoryIdentityGraph(InMemoryStore store, InMemoryIdentities identities) {
        this.identities = identities;
        this.edges = store.table();
        this.decisions = store.table();
        this.conflicts = store.table();
        this.persons = store.table();
        this.components = store.table();
        this.idle = store.table();
        this.revocations = store.table();
    }

    private static String key(BrandId brand, IdentityEdge edge) {
        return brand.value() + ":" + edge.pair().low().value() + ":"
                + edge.pair().high().value() + ":" + edge.source();
    }

    private Stream<IdentityEdge> edges(BrandId brand) {
        return edges.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::value);
    }

    @Override
    public List<IdentityEdge> add(BrandId brand, Collection<IdentityEdge> news) {
        var fresh = new ArrayList<IdentityEdge>();
        for (IdentityEdge edge : news) {
            var before = edges.rows().get(key(brand, edge));
            if (before == null) {
                edges.rows().put(key(brand, edge), new Row<>(brand, edge));
                fresh.add(edge);
            } else if (edge.assertedAt().isBefore(before.value().assertedAt())) {
                var earlier = new IdentityEdge(
                        edge.pair(),
                        edge.source(),
                        edge.assertedAt(),
                        before.value().revoked());
                edges.rows().put(key(brand, edge), new Row<>(brand, earlier));
                fresh.add(earlier);
            }
        }
        return fresh;
    }

    @Override
    public List<RevocationEntry> revoke(BrandId brand, Collection<RevocationEntry> some) {
        var kept = some.stream().filter(one -> revoked(brand, one.pair())).toList();
        kept.forEach(one -> revocations.rows().put(new InMemoryStore.Key(brand, one.id()), one));
        wake(
                brand,
                idle(
                                brand,
                                kept.stream()
                                        .flatMap(one -> Stream.of(
                                                one.pair().low(), one.pair().high()))
                                        .toList())
                        .keySet());
        return kept;
    }

    private boolean revoked(BrandId brand, IdentityPair pair) {
        var standing = edges(brand)
                .filter(edge -> edge.pair().equals(pair) && !edge.revoked())
                .toList();
        standing.forEach(edge -> edges.rows()
                .put(
                        key(brand, edge),
                        new Row<>(brand, new IdentityEdge(pair, edge.source(), edge.assertedAt(), true))));
        return !standing.isEmpty();
    }

    @Override
    public List<RevocationEntry> revocations(BrandId brand, Sight sight, long after, int atMost) {
        return revocations
                .of(brand)
                .filter(one -> one.id() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public Map<IdentityId, Integer> idle(BrandId brand, Collection<IdentityId> among) {
        var found = new HashMap<IdentityId, Integer>();
        for (IdentityId id : among) {
            var above = idle.rows().get(new InMemoryStore.Key(brand, id.value()));
            if (above != null) {
                found.put(id, above);
            }
        }
        return found;
    }

    @Override
    public void wake(BrandId brand, Collection<IdentityId> some) {
        some.forEach(id -> idle.rows().remove(new InMemoryStore.Key(brand, id.value())));
        var joined = edges(brand)
                .filter(edge -> some.contains(edge.pair().low())
                        || some.contains(edge.pair().high()))
                .flatMap(edge -> Stream.of(edge.pair().low(), edge.pair().high()))
                .flatMap(id -> identities.find(brand, id).stream())
                .map(identity -> component(brand, identity.birthCustomer()))
                .collect(Collectors.toSet());
        identities
                .in(brand)
                .map(Identity::birthCustomer)
                .filter(birth -> joined.contains(component(brand, birth)))
                .toList()
                .forEach(birth ->
                        components.rows().put(new InMemoryStore.Key(brand, birth.value()), Collections.min(joined)));
    }

    @Override
    public Neighbourhood lock(BrandId brand, Collection<IdentityId> around) {
        return around(brand, around);
    }

    private long component(BrandId brand, CustomerId birth) {
        return components.rows().getOrDefault(new InMemoryStore.Key(brand, birth.value()), birth.value());
    }

    @Override
    public Neighbourhood around(BrandId brand, Collection<IdentityId> around) {
        return around(brand, around, Set.of());
    }

    @Override
    public Neighbourhood awake(BrandId brand, Collection<IdentityId> around) {
        var woken = idle(brand, around).keySet();
        var all = new HashSet<>(around);
        edges(brand)
                .filter(edge -> woken.contains(edge.pair().low())
                        || woken.contains(edge.pair().high()))
                .flatMap(edge -> Stream.of(edge.pair().low(), edge.pair().high()))
                .forEach(all::add);
        return around(brand, all, woken);
    }

    private Neighbourhood around(BrandId brand, Collection<IdentityId> around, Set<IdentityId> woken) {
        var wanted = around.stream()
                .flatMap(id -> identities.find(brand, id).stream())
                .map(identity -> component(brand, identity.birthCustomer()))
                .collect(Collectors.toSet());
        var all = identities
                .in(brand)
                .filter(identity -> wanted.contains(component(brand, identity.birthCustomer())))
                .toList();
        var ids = all.stream().map(Identity::id).collect(Collectors.toSet());
        var joining = new HashSet<>(ids);
        var idle = new HashSet<>(idle(brand, ids).keySet());
        idle.removeAll(woken);
        joining.removeAll(idle);
        var births = all.stream().map(Identity::birthCustomer).collect(Collectors.toSet());
        return new Neighbourhood(
                all,
                edges(brand)
                        .filter(edge -> joining.contains(edge.pair().low())
                                && joining.contains(edge.pair().high()))
                        .toList(),
                decisions
                        .of(brand)
                        .filter(entry -> entry.takenBackAt() == null
                                && ids.contains(entry.decision().pair().low()))
                        .map(DecisionEntry::decision)
                        .toList(),
                of(brand, births),
                births.stream().collect(Collectors.toMap(birth -> birth, birth -> component(brand, birth))),
                conflicts
                        .of(brand)
                        .filter(one -> ids.contains(one.pair().low()))
                        .toList(),
                idle);
    }

    @Override
    public void keep(BrandId brand, Changes changes) {
        changes.born().forEach((identity, birth) -> identities.reborn(brand, identity, birth));
        changes.persons()
                .forEach((birth, person) -> persons.rows().put(new InMemoryStore.Key(brand, birth.value()), person));
        changes.components()
                .forEach((birth, number) -> components.rows().put(new InMemoryStore.Key(brand, birth.value()), number));
        changes.idle()
                .forEach((identity, above) -> idle.rows().put(new InMemoryStore.Key(brand, identity.value()), above));
        changes.settled().forEach(one -> conflicts.rows().remove(new InMemoryStore.Key(brand, one.id())));
        changes.noted().forEach(one -> conflicts.rows().put(new InMemoryStore.Key(brand, one.id()), one));
    }

    @Override
    public void decide(BrandId brand, List<DecisionEntry> news) {
        news.forEach(entry -> decisions.rows().put(new InMemoryStore.Key(brand, entry.id()), entry));
    }

    @Override
    public void takeBack(BrandId brand, Collection<PublicId> some, Instant at) {
        decisions
                .of(brand)
                .filter(entry -> entry.takenBackAt() == null && some.contains(entry.publicId()))
                .toList()
                .forEach(entry -> decide(
                        brand,
                        List.of(new DecisionEntry(
                                entry.id(),
                                entry.publicId(),
                                entry.decision(),
                                entry.note(),
                                entry.by(),
                                entry.at(),
                                at))));
    }

    @Override
    public List<DecisionEntry> decisionsOn(BrandId brand, Collection<IdentityPair> pairs) {
        return decisions
                .of(brand)
                .filter(entry -> entry.takenBackAt() == null
                        && pairs.contains(entry.decision().pair()))
                .toList();
    }

    @Override
    public Optional<DecisionEntry> decision(BrandId brand, PublicId id) {
        return decisions.of(brand).filter(entry -> entry.publicId().equals(id)).findFirst();
    }

    @Override
    public List<DecisionEntry> decisions(BrandId brand, Sight sight, long after, int atMost) {
        return decisions
                .of(brand)
                .filter(entry -> entry.id() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public List<IdentityConflict> conflicts(BrandId brand, Sight sight, long after, int atMost) {
        return conflicts.of(brand).filter(one -> one.id() > after).limit(atMost).toList();
    }

    @Override
    public Optional<IdentityConflict> conflict(BrandId brand, PublicId id) {
        return conflicts.of(brand).filter(one -> one.publicId().equals(id)).findFirst();
    }

    private CustomerId person(BrandId brand, CustomerId customer) {
        return persons.rows().getOrDefault(new InMemoryStore.Key(brand, customer.value()), customer);
    }

    @Override
    public Map<CustomerId, CustomerId> of(BrandId brand, Collection<CustomerId> customers) {
        var all = new HashMap<CustomerId, CustomerId>();
        customers.forEach(customer -> all.put(customer, person(brand, customer)));
        return all;
    }

    @Override
    public Map<CustomerId, List<CustomerId>> births(BrandId brand, Collection<CustomerId> customers) {
        var all = new HashMap<CustomerId, List<CustomerId>>();
        for (CustomerId customer : customers) {
            var person = person(brand, customer);
            var same = new LinkedHashSet<>(List.of(customer, person));
            persons.rows().forEach((key, who) -> {
                if (key.brand().equals(brand) && who.equals(person)) {
                    same.add(new CustomerId(key.id()));
                }
            });
            all.put(customer, List.copyOf(same));
        }
        return all;
    }
}
