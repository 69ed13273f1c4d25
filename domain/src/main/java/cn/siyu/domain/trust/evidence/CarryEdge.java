package cn.siyu.domain.trust.evidence;

import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.policy.CarryShare;
import java.time.Instant;

/// Social trust carried from one relationship into another: by inheritance (继承), graduation
/// (迁移) or win-back (召回). Nothing is re-dated: evidence with an effective time up to `at`
/// counts in the new relationship too, at its share, and goes on decaying from its own time. It
/// stays in the old relationship as it was. Brand trust isn't touched.
///
/// @param at t_g, when the customer changed hands
/// @param share γ, how much of it counts
public record CarryEdge(RelationshipId from, RelationshipId to, Instant at, CarryShare share) {

    public CarryEdge {
        if (from.equals(to)) {
            throw new IllegalArgumentException("trust can't be carried from a relationship into itself");
        }
    }
}
