package cn.siyu.application.trust;

import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustAlerts;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;

class InMemoryTrustAlertsTest implements TrustAlertsContract {
    @Override
    public Kit kit() {
        var store = new InMemoryStore();
        var relationships = new InMemoryRelationships(store);
        var customers = new InMemoryCustomers(store);
        var ledger = new InMemoryTrustLedger(store, relationships, _ -> "WECOM");
        var ports = new TrustPorts(
                store,
                new InMemoryBrands(store),
                new InMemoryIdSource(),
                customers,
                relationships,
                new InMemoryEvidenceLog(store),
                ledger,
                new ChannelAccountId(5));
        var at = TrustUseCasesContract.DAY_0;
        var holder = new InMemoryTrustAlerts.Holder(
                PublicId.of(at, 5, 5),
                "Zhang",
                new StaffId(6),
                PublicId.of(at, 6, 6),
                new DepartmentId(1),
                PublicId.of(at, 1, 1));
        return new Kit(ports, new InMemoryTrustAlerts(store, relationships, customers, ledger, _ -> holder));
    }
}
