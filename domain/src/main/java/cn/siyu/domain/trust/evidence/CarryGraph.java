package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.policy.EvidenceSign;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The carry edges of a customer, or of many. Chains multiply their shares and run forward in time:
/// what B passed on to C can't contain what A gave B only afterwards. Where several chains lead to
/// the same relationship, a customer who goes there and back, say, the largest share holds:
/// carrying never makes a piece of evidence count for more than itself.
public final class CarryGraph {
    private static final CarryGraph NONE = new CarryGraph(Set.of());

    private final Set<CarryEdge> edges;
    private final Map<RelationshipId, List<CarryEdge>> outgoing = new LinkedHashMap<>();
    private final Map<RelationshipId, List<CarryEdge>> incoming = new LinkedHashMap<>();

    private CarryGraph(Collection<CarryEdge> edges) {
        this.edges = new LinkedHashSet<>(edges);
        for (CarryEdge edge : this.edges) {
            outgoing.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
            incoming.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
        }
    }

    public static CarryGraph none() {
        return NONE;
    }

    /// The same edge twice counts once.
    public static CarryGraph of(Collection<CarryEdge> edges) {
        return new CarryGraph(edges);
    }

    public CarryGraph with(CarryEdge edge) {
        var more = new LinkedHashSet<>(edges);
        more.add(edge);
        return new CarryGraph(more);
    }

    /// The graph as it was at a time.
    public CarryGraph until(Instant time) {
        return new CarryGraph(
                edges.stream().filter(edge -> !edge.at().isAfter(time)).toList());
    }

    /// Whether no edge begins or ends at a relationship.
    public boolean leavesAlone(RelationshipId relationship) {
        return !outgoing.containsKey(relationship) && !incoming.containsKey(relationship);
    }

    /// The relationship itself and all whose evidence may have been carried into it.
    public Set<RelationshipId> upstreamOf(RelationshipId relationship) {
        var found = new LinkedHashSet<RelationshipId>(Set.of(relationship));
        var open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (CarryEdge edge : incoming.getOrDefault(open.remove(), List.of())) {
                if (found.add(edge.from())) {
                    open.add(edge.from());
                }
            }
        }
        return found;
    }

    /// In which relationships a piece of evidence counts, and at what share above 0; in its own
    /// at 1.
    public Map<RelationshipId, Double> sharesOf(RelationshipId origin, Instant effectiveAt, EvidenceSign sign) {
        var shares = new LinkedHashMap<RelationshipId, Double>();
        shares.put(origin, 1.0);
        if (outgoing.containsKey(origin)) {
            for (List<CarryEdge> simultaneous :
                    downstreamFrom(origin, effectiveAt).values()) {
                spread(simultaneous, sign, shares);
            }
        }
        return shares;
    }

    private SortedMap<Instant, List<CarryEdge>> downstreamFrom(RelationshipId origin, Instant effectiveAt) {
        var byTime = new TreeMap<Instant, List<CarryEdge>>();
        var seen = new HashSet<RelationshipId>(Set.of(origin));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (CarryEdge edge : outgoing.getOrDefault(open.remove(), List.of())) {
                if (!effectiveAt.isAfter(edge.at())) {
                    byTime.computeIfAbsent(edge.at(), _ -> new ArrayList<>()).add(edge);
                    if (seen.add(edge.to())) {
                        open.add(edge.to());
                    }
                }
            }
        }
        return byTime;
    }

    /// Edges of the same instant may form a chain in any order, so they are walked until no share
    /// grows.
    private static void spread(List<CarryEdge> simultaneous, EvidenceSign sign, Map<RelationshipId, Double> shares) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (CarryEdge edge : simultaneous) {
                double carried =
                        shares.getOrDefault(edge.from(), 0.0) * edge.share().of(sign);
                if (carried > shares.getOrDefault(edge.to(), 0.0)) {
                    shares.put(edge.to(), carried);
                    grew = true;
                }
            }
        }
    }
}
