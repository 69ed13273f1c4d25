package cn.siyu.application.customer;

import cn.siyu.application.brand.port.InMemoryApiKeys;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.customer.port.InMemoryBlacklist;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryIdentities;
import cn.siyu.application.customer.port.InMemoryIdentityGraph;
import cn.siyu.application.customer.port.InMemoryWishes;

class InMemoryBlacklistTest implements BlacklistContract {
    @Override
    public Ports ports() {
        var store = new InMemoryStore();
        var identities = new InMemoryIdentities(store);
        var graph = new InMemoryIdentityGraph(store, identities);
        var customers = new InMemoryCustomers(store, graph);
        return new Ports(
                store,
                new InMemoryBrands(store),
                new InMemoryIdSource(),
                new InMemoryDepartments(store),
                new InMemoryStaffMembers(store),
                new InMemoryApiKeys(store),
                customers,
                identities,
                graph,
                graph,
                new InMemoryWishes(store),
                new InMemoryBlacklist(store, customers, graph, (_, _) -> false));
    }
}
