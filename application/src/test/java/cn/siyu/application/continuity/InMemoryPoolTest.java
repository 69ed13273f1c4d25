package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.continuity.port.InMemoryCustomerPool;
import cn.siyu.application.continuity.port.InMemoryPoolClaims;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryIdentities;
import cn.siyu.application.customer.port.InMemoryRelationships;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.port.InMemoryTasks;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class InMemoryPoolTest implements PoolContract {
    @Override
    public Ports ports() {
        var store = new InMemoryStore();
        var customers = new InMemoryCustomers(store);
        var relationships = new InMemoryRelationships(store);
        var accounts = new InMemoryChannelAccounts(store);
        var staff = new InMemoryStaffMembers(store);
        var departments = new InMemoryDepartments(store);
        var held = new AtomicReference<InMemoryPoolClaims>();
        var sight = new InMemorySight(relationships, accounts);
        var tasks = new InMemoryTasks(
                store,
                Map.of(ADA, STORE_1, BO, STORE_2),
                (customer, seen) ->
                        sight.customer(BRAND, seen, customer) || held.get().claimed(BRAND, seen, customer));
        var claims = new InMemoryPoolClaims(store, customers, Persons.ALONE, accounts, staff, tasks);
        held.set(claims);
        return new Ports(
                store,
                new InMemoryBrands(store),
                new InMemoryIdSource(),
                departments,
                staff,
                accounts,
                new InMemoryAccountStandings(store),
                new InMemoryPolicyOverrides(store),
                customers,
                new InMemoryIdentities(store),
                Persons.ALONE,
                relationships,
                new InMemoryReachability(),
                tasks,
                new InMemoryCustomerPool(
                        store, customers, Persons.ALONE, relationships, accounts, staff, departments, claims),
                claims);
    }
}
