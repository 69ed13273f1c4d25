package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.evidence.DatedEvidence;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.evidence.EvidenceId;
import cn.siyu.domain.trust.policy.EvidenceKind;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlEvidenceLog implements EvidenceLog {
    private static final String SELECT = """
            SELECT id, public_id, source_key, kind, customer, relationship, occurred_at, received_at, effective_at,
              multiplicity, retracted
            FROM evidence
            """;

    private static final Additions ADD = new Additions("""
            INSERT INTO evidence (brand, id, public_id, source_key, kind, customer, relationship, occurred_at,
              received_at, effective_at, multiplicity, retracted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE) ON CONFLICT DO NOTHING""", "id");

    private final Sql sql;

    SqlEvidenceLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Entry> add(BrandId brand, List<Entry> entries) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Entry entry : entries) {
            var evidence = entry.dated().evidence();
            rows.add(new @Nullable Object[] {
                brand,
                entry.number(),
                entry.publicId(),
                evidence.id().value(),
                evidence.kind().code(),
                evidence.customer(),
                evidence.relationship().orElse(null),
                evidence.occurredAt(),
                evidence.receivedAt(),
                entry.dated().effectiveAt(),
                evidence.multiplicity()
            });
        }
        boolean[] added = sql.add(ADD, rows);
        var fresh = new ArrayList<Entry>();
        for (int i = 0; i < added.length; i++) {
            if (added[i]) {
                fresh.add(entries.get(i));
            }
        }
        return fresh;
    }

    @Override
    public Map<EvidenceId, Entry> find(BrandId brand, Collection<EvidenceId> ids) {
        var found = new HashMap<EvidenceId, Entry>();
        sql.wanted(
                        Wanted.texts(ids.stream().map(EvidenceId::value).toList()),
                        "source_key",
                        SELECT + "%s WHERE brand = ?",
                        SqlEvidenceLog::entry,
                        brand)
                .forEach(entry -> found.put(entry.id(), entry));
        return found;
    }

    @Override
    public void mark(BrandId brand, Collection<EvidenceId> ids, boolean retracted) {
        sql.batch(
                "UPDATE evidence SET retracted = ? WHERE brand = ? AND source_key = ?",
                ids.stream()
                        .map(id -> new @Nullable Object[] {retracted, brand, id.value()})
                        .toList());
    }

    @Override
    public List<Entry> newestOf(BrandId brand, Collection<CustomerId> births, int atMost) {
        return births.size() == 1
                ? sql.list(
                        SELECT
                                + " WHERE brand = ? AND customer = ? AND retracted = FALSE"
                                + " ORDER BY effective_at DESC, id DESC FETCH FIRST ? ROWS ONLY",
                        SqlEvidenceLog::entry,
                        brand,
                        births.iterator().next(),
                        atMost)
                : sql.wanted(
                        Wanted.numbers(births),
                        "customer",
                        SELECT
                                + " %s WHERE brand = ? AND retracted = FALSE"
                                + " ORDER BY effective_at DESC, id DESC FETCH FIRST ? ROWS ONLY",
                        SqlEvidenceLog::entry,
                        brand,
                        atMost);
    }

    @Override
    public List<DatedEvidence> on(BrandId brand, Collection<RelationshipId> relationships) {
        return sql.wanted(
                Wanted.numbers(relationships),
                "relationship",
                SELECT + "%s WHERE brand = ? AND retracted = FALSE ORDER BY effective_at, id",
                row -> entry(row).dated(),
                brand);
    }

    private static Entry entry(Row row) throws SQLException {
        var relationship = Optional.ofNullable(row.numberOrNull("relationship")).map(RelationshipId::new);
        var evidence = new Evidence(
                new EvidenceId(row.text("source_key")),
                new EvidenceKind(row.text("kind")),
                new CustomerId(row.number("customer")),
                relationship,
                row.instant("occurred_at"),
                row.instant("received_at"),
                row.real("multiplicity"),
                "");
        return new Entry(
                row.number("id"),
                row.publicId("public_id"),
                new DatedEvidence(evidence, row.instant("effective_at")),
                row.flag("retracted"));
    }
}
