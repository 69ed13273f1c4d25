package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Everything that bears upon who some people are: identities that any chain of edges and decisions
/// joins, whether these count or not. What is outside can't change what is inside.
///
/// Edges at an identity that was found to join nobody are left out, so that a phone number that ten
/// thousand people name doesn't make one neighbourhood of them all.
///
/// @param persons who each birth customer is today
/// @param components a number per birth customer that is the same for all whom a chain joins
/// @param conflicts those that are open
/// @param idle identities that were found to join nobody, whose edges are left out
public record Neighbourhood(
        List<Identity> identities,
        List<IdentityEdge> edges,
        List<IdentityDecision> decisions,
        Map<CustomerId, CustomerId> persons,
        Map<CustomerId, Long> components,
        List<IdentityConflict> conflicts,
        Set<IdentityId> idle) {
    public Neighbourhood {
        identities = List.copyOf(identities);
        edges = List.copyOf(edges);
        decisions = List.copyOf(decisions);
        persons = Map.copyOf(persons);
        components = Map.copyOf(components);
        conflicts = List.copyOf(conflicts);
        idle = Set.copyOf(idle);
    }

    /// Who everybody is now.
    public Resolution resolve(IdentityRules rules, Supplier<CustomerId> newborn) {
        return new IdentityResolver(rules).resolve(identities, edges, decisions, newborn);
    }

    /// Identities that turned out to join nobody, with the limit that was passed: unless the policy
    /// raises it, they never will. 0 for those that are nobody's.
    public Map<IdentityId, Integer> newlyIdle(Resolution resolution, IdentityRules rules) {
        var news = new HashMap<IdentityId, Integer>();
        for (Identity identity : identities) {
            if (resolution.idle().contains(identity.id()) && !idle.contains(identity.id())) {
                news.put(identity.id(), rules.blocked().has(identity.key()) ? 0 : rules.sharedAbove());
            }
        }
        return news;
    }

    /// The components as the edges and decisions join them, but for edges at identities that join
    /// nobody: of each, the lowest number of a birth customer.
    public Map<CustomerId, Long> joined(Resolution resolution) {
        var births = new HashMap<IdentityId, CustomerId>();
        resolution
                .persons()
                .forEach(person ->
                        person.identities().forEach(identity -> births.put(identity.id(), person.birthOf(identity))));
        var roots = new HashMap<Long, Long>();
        for (IdentityEdge edge : edges) {
            if (!resolution.idle().contains(edge.pair().low())
                    && !resolution.idle().contains(edge.pair().high())) {
                join(births, roots, edge.pair());
            }
        }
        decisions.forEach(decision -> join(births, roots, decision.pair()));
        var joined = new HashMap<CustomerId, Long>();
        births.values().forEach(birth -> joined.put(birth, root(roots, birth.value())));
        return joined;
    }

    private static void join(Map<IdentityId, CustomerId> births, Map<Long, Long> roots, IdentityPair pair) {
        var low = births.get(pair.low());
        var high = births.get(pair.high());
        if (low == null || high == null) {
            throw new IllegalArgumentException("an edge or decision names an identity that isn't there");
        }
        long one = root(roots, low.value());
        long other = root(roots, high.value());
        if (one != other) {
            roots.put(Math.max(one, other), Math.min(one, other));
        }
    }

    private static long root(Map<Long, Long> roots, long number) {
        long at = number;
        for (Long up = roots.get(at); up != null; up = roots.get(at)) {
            at = up;
        }
        return at;
    }
}
