package cn.siyu.application.insight;

import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.port.InMemoryInteractions;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.lifecycle.LifecycleFact;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import java.util.ArrayList;
import java.util.List;

/// The facts that count for stages, gathered from where they are kept in memory.
public record InMemoryFactBook(
        Identities identities, Relationships relationships, InMemoryInteractions interactions, Orders orders) {
    /// All facts of a customer.
    public LifecycleFacts of(BrandId brand, CustomerId customer) {
        var facts = new ArrayList<LifecycleFact>();
        identities
                .of(brand, List.of(customer))
                .forEach(one -> facts.add(new LifecycleFact.IdentityKnown(one.createdAt())));
        relationships.of(brand, List.of(customer)).forEach(one -> {
            facts.add(new LifecycleFact.RelationshipBegan(one.id().value(), one.addedAt()));
            var ended = one.ended();
            if (ended != null) {
                facts.add(new LifecycleFact.RelationshipEnded(one.id().value(), ended.at()));
            }
        });
        interactions.of(brand, customer).stream()
                .filter(one -> one.signal() != Signal.DISLIKE)
                .forEach(one -> facts.add(
                        new LifecycleFact.Interacted(one.id(), one.signal() == Signal.PREFERENCE, one.occurredAt())));
        orders.of(brand, List.of(customer)).forEach(one -> {
            facts.add(new LifecycleFact.OrderPaid(one.id(), one.amountMinor(), one.paidAt()));
            orders.refundsOf(brand, one.id())
                    .forEach(refund -> facts.add(new LifecycleFact.OrderRefunded(
                            refund.id(), one.id(), refund.amountMinor(), refund.refundedAt())));
        });
        return LifecycleFacts.of(facts);
    }
}
