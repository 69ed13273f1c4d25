package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which edges count, strongest first: those that weren't taken back, that don't end at an identity
/// that joins nobody, and that may join a personal contact. What ties is ordered by what the
/// identities are called, since their numbers depend on who came first.
final class ValidEdges {
    private final Map<IdentityId, IdentityKey> keys;
    private final IdentityRules rules;
    private final List<IdentityEdge> standing;
    private final Set<IdentityId> idle;

    ValidEdges(Collection<Identity> identities, Collection<IdentityEdge> edges, IdentityRules rules) {
        this.keys = identities.stream().collect(Collectors.toMap(Identity::id, Identity::key));
        this.rules = rules;
        this.standing = edges.stream().filter(edge -> !edge.revoked()).toList();
        this.idle = shared(standing);
        keys.forEach((id, key) -> {
            if (rules.blocked().has(key)) {
                idle.add(id);
            }
        });
    }

    /// Identities that join nobody.
    Set<IdentityId> idle() {
        return idle;
    }

    boolean isBlocked(IdentityPair pair) {
        return rules.blocked().has(key(pair.low())) || rules.blocked().has(key(pair.high()));
    }

    List<IdentityEdge> inOrder() {
        return standing.stream()
                .filter(edge -> !idle.contains(edge.pair().low())
                        && !idle.contains(edge.pair().high()))
                .filter(this::mayJoin)
                .sorted(Comparator.comparing(IdentityEdge::source)
                        .thenComparing(IdentityEdge::assertedAt)
                        .thenComparing(edge -> firstKey(edge.pair()))
                        .thenComparing(edge -> lastKey(edge.pair())))
                .toList();
    }

    private IdentityKey key(IdentityId id) {
        IdentityKey key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("an edge names an identity that isn't there");
        }
        return key;
    }

    IdentityKey firstKey(IdentityPair pair) {
        var low = key(pair.low());
        var high = key(pair.high());
        return low.compareTo(high) < 0 ? low : high;
    }

    IdentityKey lastKey(IdentityPair pair) {
        var low = key(pair.low());
        var high = key(pair.high());
        return low.compareTo(high) < 0 ? high : low;
    }

    private record Neighbours(IdentityId phone, IdentityType type) {}

    private Set<IdentityId> shared(List<IdentityEdge> edges) {
        var neighbours = new HashMap<Neighbours, Set<IdentityId>>();
        for (IdentityEdge edge : edges) {
            count(neighbours, edge.pair().low(), edge.pair().high());
            count(neighbours, edge.pair().high(), edge.pair().low());
        }
        return neighbours.entrySet().stream()
                .filter(entry -> entry.getValue().size() > rules.sharedAbove())
                .map(entry -> entry.getKey().phone())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void count(Map<Neighbours, Set<IdentityId>> neighbours, IdentityId phone, IdentityId other) {
        var type = key(other).type();
        if (key(phone).type() == IdentityType.PHONE && IdentityRules.PROVE_SHARING.contains(type)) {
            neighbours
                    .computeIfAbsent(new Neighbours(phone, type), _ -> new HashSet<>())
                    .add(other);
        }
    }

    private boolean mayJoin(IdentityEdge edge) {
        var low = key(edge.pair().low()).type();
        var high = key(edge.pair().high()).type();
        return mayJoin(low, high, edge.source()) && mayJoin(high, low, edge.source());
    }

    private static boolean mayJoin(IdentityType type, IdentityType other, IdentitySource source) {
        return type != IdentityType.PERSONAL_CONTACT
                || other == IdentityType.PHONE
                || source == IdentitySource.STAFF
                || source == IdentitySource.LOGIN;
    }
}
