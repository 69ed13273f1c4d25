package cn.siyu.application.trust;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.CarryGraph;
import cn.siyu.domain.trust.policy.CarryReason;
import java.time.Instant;

/// Lets social trust go along when a customer changes hands (信任结转): by the share that the
/// policy says for the reason. Inside the caller's transaction.
public final class CarryTrust {
    private final RecordEvidence evidence;
    private final TrustLedger ledger;
    private final TrustPolicies policies;
    private final Persons persons;
    private final BrandClock clock;

    public CarryTrust(
            RecordEvidence evidence, TrustLedger ledger, TrustPolicies policies, Persons persons, BrandClock clock) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.policies = policies;
        this.persons = persons;
        this.clock = clock;
    }

    /// From where to where.
    ///
    /// @param at when the customer changed hands
    public record Move(RelationshipId from, RelationshipId to, Instant at, CarryReason reason) {}

    /// Carries. What was carried before stays so; what came out of a relationship is never carried
    /// back into it.
    ///
    /// @return false if it would have gone in a circle
    public boolean carry(BrandId brand, CustomerId customer, Move move) {
        var births = ReadTrust.birthsOf(persons, brand, customer);
        var upstream = CarryGraph.of(ledger.carriesOf(brand, births)).upstreamOf(move.from());
        if (upstream.contains(move.to())) {
            return false;
        }
        var share = policies.inForce(brand, clock.now(brand)).carryShare(move.reason());
        evidence.carry(brand, new CarryEdge(move.from(), move.to(), move.at(), share), customer);
        return true;
    }
}
