package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.Neighbourhood;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads all that bears upon who some people are.
@Singleton
final class Neighbourhoods {
    private static final int ROUNDS = 20;

    private final Sql sql;
    private final Identities identities;

    Neighbourhoods(Sql sql, Identities identities) {
        this.sql = sql;
        this.identities = identities;
    }

    /// Whoever reads a neighbourhood to change it locks its customers first, all of them in order
    /// of their numbers; what another one joined to it in between is locked in the next round.
    Neighbourhood lock(BrandId brand, Collection<IdentityId> around) {
        var locked = Set.<CustomerId>of();
        for (int round = 0; round < ROUNDS; round++) {
            var members = members(brand, around);
            if (locked.containsAll(members.keySet())) {
                return read(brand, members, Set.of());
            }
            sql.lock(brand, "customer", "id", members.keySet());
            locked = new HashSet<>(members.keySet());
        }
        throw new IllegalStateException("the customers around identities change faster than they can be locked");
    }

    Neighbourhood around(BrandId brand, Collection<IdentityId> around) {
        return read(brand, members(brand, around), Set.of());
    }

    /// As [#around], as if identities that join nobody did.
    Neighbourhood awake(BrandId brand, Collection<IdentityId> around, Set<IdentityId> woken) {
        var all = new HashSet<>(around);
        all.addAll(joinedWith(brand, woken));
        return read(brand, members(brand, all), woken);
    }

    /// Identities with all that an edge joins with one of them.
    Set<IdentityId> joinedWith(BrandId brand, Collection<IdentityId> some) {
        var joined = new HashSet<>(some);
        for (String end : List.of("low", "high")) {
            joined.addAll(sql.wanted(
                    Wanted.numbers(some),
                    end,
                    "SELECT " + (end.equals("low") ? "high" : "low")
                            + " AS other FROM identity_edge %s WHERE brand = ?",
                    row -> new IdentityId(row.number("other")),
                    brand));
        }
        return joined;
    }

    /// A birth customer.
    record Member(CustomerId birth, CustomerId person, long component) {}

    /// All whom a chain joins to identities. One table at a time, by its key: a join's plan, made
    /// while the tables were small, was seen to be used when they had grown, at half a second a
    /// time.
    Map<CustomerId, Member> members(BrandId brand, Collection<IdentityId> around) {
        var births = sql.wanted(
                Wanted.numbers(around),
                "id",
                "SELECT DISTINCT customer FROM identity %s WHERE brand = ?",
                row -> row.number("customer"),
                brand);
        var components = sql.wanted(
                Wanted.numbers(births),
                "id",
                "SELECT DISTINCT component FROM customer %s WHERE brand = ?",
                row -> row.number("component"),
                brand);
        return sql
                .wanted(
                        Wanted.numbers(components),
                        "component",
                        "SELECT id, person, component FROM customer %s WHERE brand = ?",
                        row -> new Member(
                                new CustomerId(row.number("id")),
                                new CustomerId(row.number("person")),
                                row.number("component")),
                        brand)
                .stream()
                .collect(Collectors.toMap(Member::birth, member -> member));
    }

    private Neighbourhood read(BrandId brand, Map<CustomerId, Member> members, Set<IdentityId> woken) {
        var all = identities.of(brand, members.keySet());
        var ids = all.stream().map(Identity::id).collect(Collectors.toCollection(LinkedHashSet::new));
        var idle = idleOf(brand, members.keySet()).stream()
                .filter(id -> !woken.contains(id))
                .collect(Collectors.toSet());
        var joining = ids.stream().filter(id -> !idle.contains(id)).collect(Collectors.toSet());
        var persons = new HashMap<CustomerId, CustomerId>();
        var components = new HashMap<CustomerId, Long>();
        members.values().forEach(member -> {
            persons.put(member.birth(), member.person());
            components.put(member.birth(), member.component());
        });
        return new Neighbourhood(
                all,
                edges(brand, joining).stream()
                        .filter(edge -> joining.contains(edge.pair().high()))
                        .toList(),
                sql.wanted(
                        Wanted.numbers(ids),
                        "low",
                        "SELECT low, high, verdict FROM identity_decision %s WHERE brand = ? AND taken_back_at IS NULL",
                        row -> new IdentityDecision(
                                SqlIdentityGraph.pair(row), row.constant("verdict", IdentityDecision.Verdict.class)),
                        brand),
                persons,
                components,
                sql.wanted(
                        Wanted.numbers(ids),
                        "low",
                        SqlIdentityGraph.CONFLICTS + " x %s WHERE brand = ? AND settled_at IS NULL",
                        SqlIdentityGraph::conflict,
                        brand),
                idle);
    }

    private Set<IdentityId> idleOf(BrandId brand, Collection<CustomerId> births) {
        return Set.copyOf(sql.wanted(
                Wanted.numbers(births),
                "customer",
                "SELECT id FROM identity %s WHERE brand = ? AND idle_above IS NOT NULL",
                row -> new IdentityId(row.number("id")),
                brand));
    }

    private List<IdentityEdge> edges(BrandId brand, Collection<IdentityId> low) {
        return sql.wanted(
                Wanted.numbers(low),
                "low",
                "SELECT low, high, source, asserted_at, revoked FROM identity_edge %s WHERE brand = ?",
                row -> new IdentityEdge(
                        SqlIdentityGraph.pair(row),
                        row.constant("source", IdentitySource.class),
                        row.instant("asserted_at"),
                        row.flag("revoked")),
                brand);
    }
}
