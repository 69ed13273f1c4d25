package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.trust.evidence.Accumulator;
import cn.siyu.domain.trust.evidence.AccumulatorDelta;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.DayDelta;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.Posting;
import cn.siyu.domain.trust.evidence.TrustSubject;
import cn.siyu.domain.trust.policy.EvidenceKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The stored sums: accumulators, and the raw sums of capped days. Rows are changed where they are
/// and made where they are not; two statements, since the customers are locked.
@Singleton
final class TrustSums {
    private final Sql sql;

    TrustSums(Sql sql) {
        this.sql = sql;
    }

    private record Stored(TrustSubject subject, EvidenceKind kind, Accumulator sum) {}

    Map<TrustSubject, Accumulators> accumulators(BrandId brand, Collection<TrustSubject> subjects) {
        var bySubject = new HashMap<TrustSubject, Map<EvidenceKind, Accumulator>>();
        TrustKeys.byKind(subjects)
                .forEach((kind, numbers) -> sql.wanted(
                                numbers,
                                "subject",
                                "SELECT subject_kind, subject, kind, amount, events, last_at FROM trust_accumulator %s"
                                        + " WHERE brand = ? AND subject_kind = ?",
                                row -> new Stored(
                                        TrustKeys.subject(row),
                                        new EvidenceKind(row.text("kind")),
                                        new Accumulator(
                                                row.real("amount"), row.number("events"), row.instant("last_at"))),
                                brand,
                                kind)
                        .forEach(stored -> bySubject
                                .computeIfAbsent(stored.subject(), _ -> new HashMap<>())
                                .put(stored.kind(), stored.sum())));
        var sums = new HashMap<TrustSubject, Accumulators>();
        bySubject.forEach((subject, byKind) -> sums.put(subject, new Accumulators(byKind)));
        return sums;
    }

    Map<DayKey, Double> days(BrandId brand, Collection<DayKey> days) {
        var totals = new HashMap<DayKey, Double>();
        var from = days.stream().map(DayKey::startsAt).min(Comparator.naturalOrder());
        if (from.isEmpty()) {
            return totals;
        }
        var wanted = Set.copyOf(days);
        var subjects = days.stream().map(DayKey::subject).toList();
        TrustKeys.byKind(subjects)
                .forEach((kind, numbers) -> sql
                        .wanted(
                                numbers,
                                "subject",
                                "SELECT subject_kind, subject, kind, starts_at, raw_total FROM evidence_day %s"
                                        + " WHERE brand = ? AND subject_kind = ? AND starts_at >= ?",
                                row -> Map.entry(
                                        new DayKey(
                                                TrustKeys.subject(row),
                                                new EvidenceKind(row.text("kind")),
                                                row.instant("starts_at")),
                                        row.real("raw_total")),
                                brand,
                                kind,
                                from.get())
                        .stream()
                        .filter(entry -> wanted.contains(entry.getKey()))
                        .forEach(entry -> totals.put(entry.getKey(), entry.getValue())));
        return totals;
    }

    void apply(BrandId brand, Posting posting) {
        addDays(brand, posting.days());
        addSums(brand, posting.accumulators());
    }

    private void addDays(BrandId brand, List<DayDelta> days) {
        var missing = missed("""
                UPDATE evidence_day SET raw_total = GREATEST(0, raw_total + CAST(? AS double precision))
                WHERE brand = ? AND subject_kind = ? AND subject = ? AND kind = ? AND starts_at = ?""", days, delta -> new @Nullable Object[] {
            delta.sum(),
            brand,
            TrustKeys.kind(delta.day().subject()),
            TrustKeys.number(delta.day().subject()),
            delta.day().kind().code(),
            delta.day().startsAt()
        });
        sql.batch("""
                INSERT INTO evidence_day (brand, subject_kind, subject, kind, starts_at, raw_total)
                VALUES (?, ?, ?, ?, ?, ?)""", rows(missing, delta -> new @Nullable Object[] {
            brand,
            TrustKeys.kind(delta.day().subject()),
            TrustKeys.number(delta.day().subject()),
            delta.day().kind().code(),
            delta.day().startsAt(),
            Math.max(0, delta.sum())
        }));
    }

    private void addSums(BrandId brand, List<AccumulatorDelta> deltas) {
        var missing = missed("""
                UPDATE trust_accumulator SET
                  amount = CASE WHEN events + CAST(? AS bigint) <= 0 THEN 0
                    ELSE GREATEST(0, amount + CAST(? AS double precision)) END,
                  events = events + CAST(? AS bigint),
                  last_at = GREATEST(last_at, CAST(? AS timestamp with time zone))
                WHERE brand = ? AND subject_kind = ? AND subject = ? AND kind = ?""", deltas, delta -> new @Nullable Object[] {
            delta.count(),
            delta.amount(),
            delta.count(),
            delta.newestAt(),
            brand,
            TrustKeys.kind(delta.key().subject()),
            TrustKeys.number(delta.key().subject()),
            delta.key().kind().code()
        });
        sql.batch("""
                INSERT INTO trust_accumulator (brand, subject_kind, subject, kind, amount, events, last_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", rows(missing, delta -> new @Nullable Object[] {
            brand,
            TrustKeys.kind(delta.key().subject()),
            TrustKeys.number(delta.key().subject()),
            delta.key().kind().code(),
            Math.max(0, delta.amount()),
            delta.count(),
            delta.newestAt()
        }));
    }

    /// Changes a row for each delta.
    ///
    /// @return the deltas that have no row
    private <T> List<T> missed(String command, List<T> deltas, Function<T, @Nullable Object[]> row) {
        boolean[] changed = sql.change(command, rows(deltas, row));
        var missing = new ArrayList<T>();
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                missing.add(deltas.get(i));
            }
        }
        return missing;
    }

    private static <T> List<@Nullable Object[]> rows(List<T> deltas, Function<T, @Nullable Object[]> row) {
        return deltas.stream().map(row).toList();
    }
}
