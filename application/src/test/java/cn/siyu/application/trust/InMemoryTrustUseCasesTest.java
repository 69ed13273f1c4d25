package cn.siyu.application.trust;

import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.channel.ChannelAccountId;

class InMemoryTrustUseCasesTest implements TrustUseCasesContract {
    @Override
    public TrustPorts ports() {
        var store = new InMemoryStore();
        var relationships = new InMemoryRelationships(store);
        return new TrustPorts(
                store,
                new InMemoryBrands(store),
                new InMemoryIdSource(),
                new InMemoryCustomers(store),
                relationships,
                new InMemoryEvidenceLog(store),
                new InMemoryTrustLedger(store, relationships, _ -> "WECOM"),
                new ChannelAccountId(5));
    }
}
