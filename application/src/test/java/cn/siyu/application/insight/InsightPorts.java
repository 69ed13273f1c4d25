package cn.siyu.application.insight;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.TestJourney;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.JoinIdentities;
import cn.siyu.application.customer.PriorInForce;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.ReviseStage;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.application.customer.port.InMemoryPurchaseRhythms;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.application.insight.port.Attributions;
import cn.siyu.application.insight.port.Interactions;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.identity.IdentityRules;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import cn.siyu.domain.customer.lifecycle.PurchasePrior;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Everything that facts from outside need, as a test brings it, wired up; what other capabilities
/// are told is written down.
public final class InsightPorts {
    public final TrustPorts trust;
    public final Identities identities;
    final IdentityGraph graph;
    final Lifecycles lifecycles;
    final Interactions interactions;
    final Orders orders;
    final Attributions attributions;
    final List<String> responses = new ArrayList<>();
    final List<String> goals = new ArrayList<>();
    public final ReviseStage stage;
    public final AttributeOrders attribute;
    public final RecordInteractions recordInteractions;
    public final RecordOrders recordOrders;
    public final ResolveCustomers resolve;
    public final JoinIdentities join;
    public final RecordRefunds recordRefunds;

    public InsightPorts(
            TrustPorts trust,
            Identities identities,
            IdentityGraph graph,
            Persons persons,
            Wishes wishes,
            Lifecycles lifecycles,
            Interactions interactions,
            Orders orders,
            Attributions attributions,
            Whereabouts whereabouts,
            PlatformPolicy platform) {
        this.trust = trust;
        this.identities = identities;
        this.graph = graph;
        this.lifecycles = lifecycles;
        this.interactions = interactions;
        this.orders = orders;
        this.attributions = attributions;
        var clock = TrustUseCases.clock(trust);
        var evidence = TrustUseCases.record(trust);
        this.stage = new ReviseStage(
                trust.work(), trust.brands(), clock, lifecycles, (_, _) -> LIFECYCLE, PRIOR, persons, trust.ids());
        var witness = CustomerWitness.of(List.of(stage, TrustUseCases.witness(trust)));
        var join = new JoinIdentities(
                graph, trust.customers(), wishes, trust.ids(), (_, _) -> IdentityRules.DEFAULT, witness);
        this.join = join;
        this.resolve = new ResolveCustomers(
                trust.customers(), identities, graph, persons, join, trust.ids(), TrustUseCases.initial(trust));
        this.attribute = new AttributeOrders(trust.work(), orders, attributions, trust.ids());
        this.recordInteractions = new RecordInteractions(
                trust.work(),
                clock,
                trust.ids(),
                resolve,
                trust.relationships(),
                whereabouts,
                interactions,
                new FollowInteractions(
                        evidence,
                        this::responded,
                        trust.relationships(),
                        interactions,
                        whereabouts,
                        (_, _, _) -> platform,
                        stage),
                (_, _) -> JOURNEY);
        var follow = new FollowOrders(orders, attribute, evidence, this::responded, this::reached, stage);
        this.recordOrders = new RecordOrders(
                trust.work(), trust.brands(), clock, trust.ids(), resolve, whereabouts, orders, follow);
        this.recordRefunds = new RecordRefunds(trust.work(), clock, trust.ids(), orders, follow);
    }

    private static final PriorInForce PRIOR = new PriorInForce(new InMemoryPurchaseRhythms(new InMemoryStore()));
    private static final JourneyPolicy JOURNEY = TestJourney.policy();
    private static final LifecyclePolicy LIFECYCLE = new LifecyclePolicy(
            3,
            30,
            Duration.ofDays(7),
            new LifecyclePolicy.Dormancy(
                    LifecyclePolicy.ClearedBy.PURCHASE,
                    0.05,
                    new PurchasePrior(2, 60),
                    new LifecyclePolicy.Measured(90, 100),
                    3,
                    Duration.ofDays(30)));

    private void responded(BrandId brand, List<Responses.Response> told) {
        told.forEach(response -> responses.add(response.kind()));
    }

    private void reached(BrandId brand, CustomerId customer, String goal, Instant at) {
        goals.add(goal);
    }
}
