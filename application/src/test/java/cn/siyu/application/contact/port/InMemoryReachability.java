package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Who can be reached, as it was put in: per customer what holds for the person, with every
/// relationship as a reach of its own.
public final class InMemoryReachability implements Reachability {
    private final Map<BrandKey, TreeMap<Long, Reach>> byRelationship = new HashMap<>();
    private final Map<BrandKey, Reach> people = new HashMap<>();
    private final Map<CustomerId, LastOrder> orders = new HashMap<>();

    /// A customer over one relationship, or without any.
    public void put(BrandId brand, Reach reach) {
        var key = new BrandKey(brand, reach.customer().value());
        people.put(key, reach);
        var link = reach.link();
        if (link != null) {
            byRelationship
                    .computeIfAbsent(key, _ -> new TreeMap<>())
                    .put(link.relationship().value(), reach);
        }
    }

    public void put(CustomerId customer, LastOrder order) {
        orders.put(customer, order);
    }

    @Override
    public Map<Wanted, Reach> of(BrandId brand, Collection<Wanted> wanted) {
        Map<Wanted, Reach> found = new HashMap<>();
        for (Wanted each : wanted) {
            var key = new BrandKey(brand, each.customer().value());
            var person = people.get(key);
            if (person != null) {
                found.put(each, over(person, byRelationship.getOrDefault(key, new TreeMap<>()), each));
            }
        }
        return found;
    }

    private static Reach over(Reach person, Map<Long, Reach> links, Wanted wanted) {
        var relationship = wanted.relationship();
        Reach chosen = relationship == null ? best(links) : links.get(relationship.value());
        return new Reach(
                person.customer(),
                person.nickname(),
                person.blacklisted(),
                person.consent(),
                person.optedOut(),
                person.zone(),
                chosen == null ? null : chosen.link());
    }

    private static @org.jspecify.annotations.Nullable Reach best(Map<Long, Reach> links) {
        Reach best = null;
        double most = -1;
        for (Reach each : links.values()) {
            var link = each.link();
            double trust = link == null || link.trust() == null ? 0 : link.trust();
            if (link != null && link.live() && trust > most) {
                best = each;
                most = trust;
            }
        }
        return best;
    }

    @Override
    public Map<CustomerId, LastOrder> lastOrders(BrandId brand, Collection<CustomerId> customers) {
        Map<CustomerId, LastOrder> found = new HashMap<>(orders);
        found.keySet().retainAll(customers);
        return found;
    }
}
