package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Everything that bears upon who some people are: identities that any chain of edges and decisions
/// joins, whether these count or not. What is outside can't change what is inside.
///
/// @param persons who each birth customer is today
/// @param components a number per birth customer that is the same for all whom a chain joins
/// @param conflicts those that are open
public record Neighbourhood(
        List<Identity> identities,
        List<IdentityEdge> edges,
        List<IdentityDecision> decisions,
        Map<CustomerId, CustomerId> persons,
        Map<CustomerId, Long> components,
        List<IdentityConflict> conflicts) {
    public Neighbourhood {
        identities = List.copyOf(identities);
        edges = List.copyOf(edges);
        decisions = List.copyOf(decisions);
        persons = Map.copyOf(persons);
        components = Map.copyOf(components);
        conflicts = List.copyOf(conflicts);
    }

    /// Who everybody is now.
    public Resolution resolve(IdentityRules rules, Supplier<CustomerId> newborn) {
        return new IdentityResolver(rules).resolve(identities, edges, decisions, newborn);
    }

    /// The components as the edges and decisions join them: of each, the lowest number there was.
    public Map<CustomerId, Long> joined() {
        var births = identities.stream().collect(Collectors.toMap(Identity::id, Identity::birthCustomer));
        var roots = new HashMap<Long, Long>();
        edges.forEach(edge -> join(births, roots, edge.pair()));
        decisions.forEach(decision -> join(births, roots, decision.pair()));
        var joined = new HashMap<CustomerId, Long>();
        components.forEach((birth, number) -> joined.put(birth, root(roots, number)));
        return joined;
    }

    private void join(Map<IdentityId, CustomerId> births, Map<Long, Long> roots, IdentityPair pair) {
        var low = births.get(pair.low());
        var high = births.get(pair.high());
        if (low == null || high == null) {
            throw new IllegalArgumentException("an edge or decision names an identity that isn't there");
        }
        long one = root(roots, components.getOrDefault(low, low.value()));
        long other = root(roots, components.getOrDefault(high, high.value()));
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
