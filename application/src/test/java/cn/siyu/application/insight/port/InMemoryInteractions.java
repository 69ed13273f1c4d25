package cn.siyu.application.insight.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Interactions in memory.
public final class InMemoryInteractions implements Interactions {
    private final InMemoryStore.Table<String, Row> table;

    private record Row(BrandId brand, Interaction interaction) {}

    public InMemoryInteractions(InMemoryStore store) {
        this.table = store.table();
    }

    private Stream<Interaction> in(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::interaction);
    }

    /// All interactions of a brand.
    public List<Interaction> all(BrandId brand) {
        return in(brand).toList();
    }

    /// All interactions of a customer.
    public List<Interaction> of(BrandId brand, CustomerId customer) {
        return in(brand).filter(one -> one.customer().equals(customer)).toList();
    }

    @Override
    public Map<ExternalKey, Interaction> find(BrandId brand, Collection<ExternalKey> keys) {
        var found = new HashMap<ExternalKey, Interaction>();
        in(brand).filter(one -> keys.contains(one.key())).forEach(one -> found.put(one.key(), one));
        return found;
    }

    @Override
    public List<Interaction> add(BrandId brand, List<Interaction> interactions) {
        var fresh = new ArrayList<Interaction>();
        for (Interaction one : interactions) {
            if (table.rows().putIfAbsent(brand + "/" + one.key(), new Row(brand, one)) == null) {
                fresh.add(one);
            }
        }
        return fresh;
    }

    @Override
    public Map<RelationshipId, List<Instant>> times(
            BrandId brand, Collection<RelationshipId> relationships, InteractionKind kind) {
        var times = new HashMap<RelationshipId, List<Instant>>();
        in(brand)
                .filter(one -> one.kind().equals(kind))
                .sorted(Comparator.comparing(Interaction::occurredAt))
                .forEach(one -> {
                    var relationship = one.relationship();
                    if (relationship != null && relationships.contains(relationship)) {
                        times.computeIfAbsent(relationship, _ -> new ArrayList<>())
                                .add(one.occurredAt());
                    }
                });
        return times;
    }
}
