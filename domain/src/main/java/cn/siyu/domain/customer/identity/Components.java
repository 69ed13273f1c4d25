package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Disjoint sets of identities under limits (Tarjan 1975): each set counts its identities by type
/// and scope and knows whom its members are kept apart from, so that a union is refused before it
/// is made.
final class Components {
    private final Map<IdentityId, Node> nodes = new HashMap<>();
    private final IdentityRules rules;

    private record Kind(IdentityType type, String scope) {}

    private static final class Node {
        private Node parent = this;
        private final List<Identity> members = new ArrayList<>();
        private final Map<Kind, Integer> counts = new HashMap<>();
        private final Set<IdentityId> apart = new HashSet<>();

        Node(Identity identity) {
            members.add(identity);
            counts.put(new Kind(identity.key().type(), identity.key().scope()), 1);
        }
    }

    Components(Collection<Identity> identities, IdentityRules rules) {
        this.rules = rules;
        identities.forEach(identity -> nodes.put(identity.id(), new Node(identity)));
    }

    boolean knows(IdentityPair pair) {
        return nodes.containsKey(pair.low()) && nodes.containsKey(pair.high());
    }

    void keepApart(IdentityPair pair) {
        root(pair.low()).apart.add(pair.high());
        root(pair.high()).apart.add(pair.low());
    }

    /// Makes two sets one.
    ///
    /// @return why not; empty if they are one now
    Optional<IdentityConflict.Reason> join(IdentityPair pair) {
        Node one = root(pair.low());
        Node other = root(pair.high());
        if (one == other) {
            return Optional.empty();
        }
        Node small = one.members.size() < other.members.size() ? one : other;
        Node large = small.equals(one) ? other : one;
        if (small.apart.stream().anyMatch(identity -> root(identity).equals(large))) {
            return Optional.of(IdentityConflict.Reason.KEPT_APART);
        }
        if (tooMany(small, large)) {
            return Optional.of(IdentityConflict.Reason.TOO_MANY);
        }
        small.parent = large;
        large.members.addAll(small.members);
        small.counts.forEach((kind, count) -> large.counts.merge(kind, count, Integer::sum));
        large.apart.addAll(small.apart);
        return Optional.empty();
    }

    private boolean tooMany(Node small, Node large) {
        return small.counts.entrySet().stream()
                .anyMatch(entry -> (long) entry.getValue() + large.counts.getOrDefault(entry.getKey(), 0)
                        > rules.most(entry.getKey().type()));
    }

    /// The sets, each once.
    List<List<Identity>> sets() {
        return nodes.values().stream()
                .filter(node -> node.parent == node)
                .map(node -> List.copyOf(node.members))
                .toList();
    }

    private Node root(IdentityId identity) {
        Node node = nodes.get(identity);
        if (node == null) {
            throw new IllegalArgumentException("an edge or decision names an identity that isn't there");
        }
        while (node.parent != node) {
            node.parent = node.parent.parent;
            node = node.parent;
        }
        return node;
    }
}
