package cn.siyu.application.customer.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.customer.identity.Neighbourhood;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What joins identities: edges that were observed, decisions of people, and what followed from
/// them.
public interface IdentityGraph {
    /// Keeps edges. One that is known from the same source keeps its earliest time; one that was
    /// revoked stays so.
    ///
    /// @return those that say something that wasn't known
    List<IdentityEdge> add(BrandId brand, Collection<IdentityEdge> edges);

    /// Takes all edges between pairs of identities back, and keeps who did so and why; if one of
    /// them joined nobody, it may do so again.
    ///
    /// @return those of the revocations that are kept: there was an edge that counted
    List<RevocationEntry> revoke(BrandId brand, Collection<RevocationEntry> revocations);

    /// Revocations about customers that are seen, oldest first.
    ///
    /// @param after the number after which they begin
    List<RevocationEntry> revocations(BrandId brand, Sight sight, long after, int atMost);

    /// Everything that bears upon who these identities are, see [Neighbourhood]; nobody else reads
    /// it with this method until the transaction ends.
    Neighbourhood lock(BrandId brand, Collection<IdentityId> around);

    /// As [#lock], without keeping anybody from anything.
    Neighbourhood around(BrandId brand, Collection<IdentityId> around);

    /// As [#around], as if those of the identities that join nobody did: with everybody whom an
    /// edge joins with them.
    Neighbourhood awake(BrandId brand, Collection<IdentityId> around);

    /// Writes down what changed.
    void keep(BrandId brand, Changes changes);

    /// Those among identities that were found to join nobody, with the limit that they had passed.
    Map<IdentityId, Integer> idle(BrandId brand, Collection<IdentityId> among);

    /// Identities join people again: what they are joined with is one component with them from now
    /// on.
    void wake(BrandId brand, Collection<IdentityId> identities);

    /// Keeps decisions.
    void decide(BrandId brand, List<DecisionEntry> decisions);

    /// Takes decisions back; those that were before stay as they are.
    void takeBack(BrandId brand, Collection<PublicId> decisions, Instant at);

    /// The decisions on pairs that count.
    List<DecisionEntry> decisionsOn(BrandId brand, Collection<IdentityPair> pairs);

    /// A decision, taken back or not.
    Optional<DecisionEntry> decision(BrandId brand, PublicId id);

    /// Decisions about customers that are seen, oldest first, those that were taken back too.
    ///
    /// @param after the number after which they begin
    List<DecisionEntry> decisions(BrandId brand, Sight sight, long after, int atMost);

    /// Open conflicts between customers that are both seen, oldest first.
    ///
    /// @param after the number after which they begin
    List<IdentityConflict> conflicts(BrandId brand, Sight sight, long after, int atMost);

    /// A conflict that is open.
    Optional<IdentityConflict> conflict(BrandId brand, PublicId id);

    /// What changed when people were found to be others.
    ///
    /// @param born identities that belong to another birth customer from now on
    /// @param persons birth customers who are somebody else now
    /// @param components birth customers whose component has another number now
    /// @param idle identities that turned out to join nobody, with the limit that they passed
    record Changes(
            Map<IdentityId, CustomerId> born,
            Map<CustomerId, CustomerId> persons,
            Map<CustomerId, Long> components,
            Map<IdentityId, Integer> idle,
            List<IdentityConflict> noted,
            List<IdentityConflict> settled,
            Instant at) {}

    /// That a link was taken back.
    ///
    /// @param by the public id of the key
    record RevocationEntry(
            long id,
            PublicId publicId,
            IdentityPair pair,
            String reason,
            @Nullable PublicId by,
            Instant at) {}

    /// A decision with who made it.
    ///
    /// @param by the public id of the key; null for the product itself
    /// @param takenBackAt null while it counts
    record DecisionEntry(
            long id,
            PublicId publicId,
            IdentityDecision decision,
            @Nullable String note,
            @Nullable PublicId by,
            Instant at,
            @Nullable Instant takenBackAt) {}
}
