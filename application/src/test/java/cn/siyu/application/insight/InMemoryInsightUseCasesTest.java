package cn.siyu.application.insight;

import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryIdentities;
import cn.siyu.application.customer.port.InMemoryIdentityGraph;
import cn.siyu.application.customer.port.InMemoryLifecycles;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.InMemoryWishes;
import cn.siyu.application.insight.port.Attributions.Delivered;
import cn.siyu.application.insight.port.InMemoryAttributions;
import cn.siyu.application.insight.port.InMemoryInteractions;
import cn.siyu.application.insight.port.InMemoryOrders;
import cn.siyu.application.insight.port.InMemoryWhereabouts;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.insight.Touch;
import java.time.Instant;
import java.util.List;

class InMemoryInsightUseCasesTest implements InsightUseCasesContract {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryIdentities identities = new InMemoryIdentities(store);
    private final InMemoryRelationships relationships = new InMemoryRelationships(store);
    private final InMemoryInteractions interactions = new InMemoryInteractions(store);
    private final InMemoryOrders orders = new InMemoryOrders(store);

    @Override
    public InsightPorts ports() {
        if (!identities.of(BRAND, List.of(CUSTOMER)).isEmpty()) {
            return new InMemoryInsightUseCasesTest().ports();
        }
        var wecom = new ChannelAccountId(5);
        var whereabouts = new InMemoryWhereabouts();
        whereabouts.account(ACCOUNT, wecom, STAFF);
        whereabouts.store("S1", new DepartmentId(1));
        var trust = new TrustPorts(
                store,
                new InMemoryBrands(store),
                new InMemoryIdSource(),
                new InMemoryCustomers(store),
                relationships,
                new InMemoryEvidenceLog(store),
                new InMemoryTrustLedger(store, relationships, _ -> "WECOM"),
                wecom);
        var graph = new InMemoryIdentityGraph(store, identities);
        return new InsightPorts(
                trust,
                identities,
                graph,
                graph,
                new InMemoryWishes(store),
                new InMemoryLifecycles(
                        store, new InMemoryFactBook(identities, relationships, interactions, orders)::of),
                interactions,
                orders,
                new InMemoryAttributions(store),
                whereabouts,
                TestPlatformPolicy.POLICY);
    }

    @Override
    public void delivered(InsightPorts ports, long send, Instant at) {
        ((InMemoryAttributions) ports.attributions).tell(new Delivered(CUSTOMER, new Touch(send, at), RELATIONSHIP));
    }
}
