package cn.siyu.application.trust.port;

import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.trust.calibration.PersonHistory.Purchase;
import cn.siyu.domain.trust.calibration.PersonHistory.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Histories in memory, over relationships kept elsewhere, of people that a test names.
public final class InMemoryCalibrationHistories implements CalibrationHistories {
    private final Relationships relationships;
    private final Map<Long, List<Purchase>> people = new TreeMap<>();

    public InMemoryCalibrationHistories(Relationships relationships) {
        this.relationships = relationships;
    }

    /// Somebody who bought.
    public void person(CustomerId customer, Purchase... purchases) {
        people.computeIfAbsent(customer.value(), _ -> new ArrayList<>()).addAll(List.of(purchases));
    }

    @Override
    public long relationshipsSince(BrandId brand, Instant since) {
        return relationships
                .of(brand, people.keySet().stream().map(CustomerId::new).toList())
                .size();
    }

    @Override
    public List<CustomerId> people(BrandId brand, long after, int perMille, int atMost) {
        return people.keySet().stream()
                .filter(number -> number > after)
                .limit(atMost)
                .map(CustomerId::new)
                .toList();
    }

    @Override
    public Map<CustomerId, List<Term>> terms(BrandId brand, Collection<CustomerId> births) {
        var terms = new HashMap<CustomerId, List<Term>>();
        for (Relationship each : relationships.of(brand, births)) {
            var ended = each.ended();
            terms.computeIfAbsent(each.customer(), _ -> new ArrayList<>())
                    .add(new Term(
                            each.id(),
                            "WECOM",
                            each.addedAt(),
                            ended == null ? null : ended.at(),
                            ended != null && ended.by() == Relationship.By.CUSTOMER));
        }
        return terms;
    }

    @Override
    public Map<CustomerId, List<Purchase>> purchases(BrandId brand, Collection<CustomerId> births) {
        var found = new HashMap<CustomerId, List<Purchase>>();
        births.forEach(birth -> found.put(birth, List.copyOf(people.getOrDefault(birth.value(), List.of()))));
        return found;
    }
}
