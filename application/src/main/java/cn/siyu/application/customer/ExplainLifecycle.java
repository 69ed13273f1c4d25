package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.lifecycle.Lifecycle;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import cn.siyu.domain.customer.lifecycle.LifecycleReading;
import cn.siyu.domain.customer.lifecycle.StageTransition;
import java.util.List;

/// Why a customer stands where it stands (生命周期解释): read anew from all facts, with every
/// change of stage and the fact that moved it, and when it would change by itself.
public final class ExplainLifecycle {
    private final Lifecycles lifecycles;
    private final LifecyclePolicies policies;
    private final PriorInForce prior;
    private final Persons persons;
    private final Brands brands;
    private final BrandClock clock;

    public ExplainLifecycle(
            Lifecycles lifecycles,
            LifecyclePolicies policies,
            PriorInForce prior,
            Persons persons,
            Brands brands,
            BrandClock clock) {
        this.lifecycles = lifecycles;
        this.policies = policies;
        this.prior = prior;
        this.persons = persons;
        this.brands = brands;
        this.clock = clock;
    }

    /// Where a customer stands, and how it came there.
    ///
    /// @param history oldest change first; each names its fact, or what passed
    public record Explained(LifecycleReading reading, List<StageTransition> history) {
        public Explained {
            history = List.copyOf(history);
        }
    }

    /// Explains the person that a customer is.
    public Explained answer(BrandId brand, CustomerId customer) {
        var now = clock.now(brand);
        var policy = policies.inForce(brand, now);
        var lifecycle = new Lifecycle(
                policy,
                prior.of(brand, policy),
                brands.find(brand).orElseThrow().zone());
        var person = persons.of(brand, List.of(customer)).getOrDefault(customer, customer);
        var facts = lifecycles.facts(brand, List.of(person)).getOrDefault(person, LifecycleFacts.none());
        return new Explained(lifecycle.read(facts, now), lifecycle.history(facts, now));
    }
}
