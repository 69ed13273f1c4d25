package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.customer.port.IdentityGraph.Changes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.identity.IdentityConflict;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what settling who is whom has changed: persons, components, states and conflicts.
@Singleton
final class SettlementRows {
    private final Sql sql;

    SettlementRows(Sql sql) {
        this.sql = sql;
    }

    void write(BrandId brand, Changes changes) {
        sql.change("UPDATE identity SET customer = ? WHERE brand = ? AND id = ?", rows(brand, changes.born()));
        sql.change("UPDATE customer SET person = ? WHERE brand = ? AND id = ?", rows(brand, changes.persons()));
        states(brand, changes);
        sql.change("UPDATE customer SET component = ? WHERE brand = ? AND id = ?", rows(brand, changes.components()));
        sql.change("UPDATE identity SET idle_above = ? WHERE brand = ? AND id = ?", rows(brand, changes.idle()));
        sql.change(
                "UPDATE identity_conflict SET settled_at = ? WHERE brand = ? AND low = ? AND high = ?",
                changes.settled().stream()
                        .map(one -> new @Nullable Object[] {
                            changes.at(), brand, one.pair().low(), one.pair().high()
                        })
                        .toList());
        note(brand, changes.noted());
    }

    /// What is computed about a person stands once: at the customer who it is.
    private void states(BrandId brand, Changes changes) {
        var gone = new ArrayList<@Nullable Object[]>();
        var back = new ArrayList<@Nullable Object[]>();
        changes.persons().forEach((birth, person) -> {
            if (birth.equals(person)) {
                back.add(new @Nullable Object[] {brand, birth});
            } else {
                gone.add(new @Nullable Object[] {brand, birth});
            }
        });
        sql.batch("DELETE FROM customer_state WHERE brand = ? AND customer = ?", gone);
        sql.batch("""
                INSERT INTO customer_state (brand, customer, stage, stage_since, dormant, lost, orders_count,
                  orders_amount, trust_brand, confidence, trust_as_of, trust_edition)
                SELECT c.brand, c.id, 'ENTRANCE', c.created_at, FALSE, FALSE, 0, 0, 0, 0, c.created_at, ''
                FROM customer c WHERE c.brand = ? AND c.id = ? ON CONFLICT DO NOTHING""", back);
    }

    private static <K, V> List<@Nullable Object[]> rows(BrandId brand, Map<K, V> values) {
        var rows = new ArrayList<@Nullable Object[]>();
        values.forEach((key, value) -> rows.add(new @Nullable Object[] {value, brand, key}));
        return rows;
    }

    /// A conflict that was settled before is open again.
    private void note(BrandId brand, List<IdentityConflict> conflicts) {
        boolean[] reopened = sql.change(
                """
                UPDATE identity_conflict SET reason = ?, source = ?, noted_at = ?, settled_at = NULL
                WHERE brand = ? AND low = ? AND high = ?""",
                conflicts.stream()
                        .map(one -> new @Nullable Object[] {
                            one.reason(),
                            one.source(),
                            one.at(),
                            brand,
                            one.pair().low(),
                            one.pair().high()
                        })
                        .toList());
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < reopened.length; i++) {
            var one = conflicts.get(i);
            if (!reopened[i]) {
                rows.add(new @Nullable Object[] {
                    brand,
                    one.id(),
                    one.publicId(),
                    one.pair().low(),
                    one.pair().high(),
                    one.reason(),
                    one.source(),
                    one.at()
                });
            }
        }
        sql.batch("""
                INSERT INTO identity_conflict (brand, id, public_id, low, high, reason, source, noted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }
}
