package cn.siyu.application.insight.port;

import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryRelationships;

class InMemoryFactViewsTest implements FactViewsContract {
    @Override
    public World world() {
        var store = new InMemoryStore();
        var brands = new InMemoryBrands(store);
        var departments = new InMemoryDepartments(store);
        var staff = new InMemoryStaffMembers(store);
        var accounts = new InMemoryChannelAccounts(store);
        var customers = new InMemoryCustomers(store);
        var relationships = new InMemoryRelationships(store);
        var interactions = new InMemoryInteractions(store);
        var orders = new InMemoryOrders(store);
        var views = new InMemoryFactViews(
                brands, interactions, orders, customers, relationships, accounts, staff, departments);
        return new World(views, brands, departments, staff, accounts, customers, relationships, interactions, orders);
    }
}
