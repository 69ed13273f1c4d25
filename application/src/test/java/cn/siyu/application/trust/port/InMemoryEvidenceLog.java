package cn.siyu.application.trust.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.EvidenceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The log of evidence in memory.
public final class InMemoryEvidenceLog implements EvidenceLog {
    private final InMemoryStore.Table<String, Row> table;

    private record Row(BrandId brand, Entry entry) {}

    public InMemoryEvidenceLog(InMemoryStore store) {
        this.table = store.table();
    }

    private static String key(BrandId brand, EvidenceId id) {
        return brand.value() + "/" + id.value();
    }

    private Stream<Entry> live(BrandId brand) {
        return table.rows().values().stream()
                .filter(row -> row.brand().equals(brand))
                .map(Row::entry)
                .filter(entry -> !entry.retracted());
    }

    @Override
    public List<Entry> add(BrandId brand, List<Entry> entries) {
        var fresh = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (table.rows().putIfAbsent(key(brand, entry.id()), new Row(brand, entry)) == null) {
                fresh.add(entry);
            }
        }
        return fresh;
    }

    @Override
    public Map<EvidenceId, Entry> find(BrandId brand, Collection<EvidenceId> ids) {
        var found = new HashMap<EvidenceId, Entry>();
        for (EvidenceId id : ids) {
            var row = table.rows().get(key(brand, id));
            if (row != null) {
                found.put(id, row.entry());
            }
        }
        return found;
    }

    @Override
    public void mark(BrandId brand, Collection<EvidenceId> ids, boolean retracted) {
        for (EvidenceId id : ids) {
            table.rows()
                    .computeIfPresent(
                            key(brand, id),
                            (_, row) -> new Row(
                                    brand,
                                    new Entry(
                                            row.entry().number(),
                                            row.entry().publicId(),
                                            row.entry().dated(),
                                            retracted)));
        }
    }

    @Override
    public List<Entry> newestOf(BrandId brand, Collection<CustomerId> births, int atMost) {
        return live(brand)
                .filter(entry -> births.contains(entry.dated().evidence().customer()))
                .sorted(Comparator.comparing((Entry entry) -> entry.dated().effectiveAt())
                        .thenComparingLong(Entry::number)
                        .reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public List<DatedEvidence> on(BrandId brand, Collection<RelationshipId> relationships) {
        return live(brand)
                .filter(entry -> entry.dated()
                        .evidence()
                        .relationship()
                        .filter(relationships::contains)
                        .isPresent())
                .sorted(Comparator.comparing((Entry entry) -> entry.dated().effectiveAt())
                        .thenComparingLong(Entry::number))
                .map(Entry::dated)
                .toList();
    }
}
