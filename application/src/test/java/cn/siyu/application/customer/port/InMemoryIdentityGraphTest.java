package cn.siyu.application.customer.port;

import cn.siyu.application.brand.port.InMemoryStore;

class InMemoryIdentityGraphTest implements IdentityGraphContract {
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryIdentities identities = new InMemoryIdentities(store);
    private final InMemoryIdentityGraph graph = new InMemoryIdentityGraph(store, identities);

    @Override
    public Ports ports() {
        return new Ports(graph, graph, identities, new InMemoryCustomers(store, graph));
    }
}
