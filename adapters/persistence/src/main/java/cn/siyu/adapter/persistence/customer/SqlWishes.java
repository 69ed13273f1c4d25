package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlWishes implements Wishes {
    private final Sql sql;
    private final People people;

    SqlWishes(Sql sql, People people) {
        this.sql = sql;
        this.people = people;
    }

    @Override
    public void add(BrandId brand, List<ConsentRecord> entries) {
        sql.batch(
                """
                INSERT INTO consent_record (brand, id, public_id, customer, purpose, granted, text_version, evidence,
                  occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entries.stream()
                        .map(entry -> new @Nullable Object[] {
                            brand,
                            entry.id(),
                            entry.publicId(),
                            entry.customer(),
                            entry.purpose(),
                            entry.granted(),
                            entry.textVersion(),
                            entry.evidence(),
                            entry.at()
                        })
                        .toList());
    }

    private record Said(
            String purpose,
            boolean granted,
            @Nullable String textVersion,
            @Nullable String evidence,
            Instant at) {}

    @Override
    public List<ConsentRecord> consentsOf(BrandId brand, CustomerId customer) {
        var once = new LinkedHashMap<Said, ConsentRecord>();
        for (ConsentRecord one : ledger(brand, people.births(brand, customer).wanted())) {
            once.putIfAbsent(
                    new Said(one.purpose(), one.granted(), one.textVersion(), one.evidence(), one.at()),
                    new ConsentRecord(
                            one.id(),
                            one.publicId(),
                            customer,
                            one.purpose(),
                            one.granted(),
                            one.textVersion(),
                            one.evidence(),
                            one.at()));
        }
        return List.copyOf(once.values());
    }

    @Override
    public List<ConsentRecord> consentsOf(BrandId brand, Collection<CustomerId> births) {
        return ledger(brand, Wanted.numbers(births));
    }

    private List<ConsentRecord> ledger(BrandId brand, Wanted births) {
        return sql.wanted(
                births,
                "customer",
                """
                SELECT id, public_id, customer, purpose, granted, text_version, evidence, occurred_at
                FROM consent_record %s WHERE brand = ? ORDER BY id""",
                row -> new ConsentRecord(
                        row.number("id"),
                        row.publicId("public_id"),
                        new CustomerId(row.number("customer")),
                        row.text("purpose"),
                        row.flag("granted"),
                        row.textOrNull("text_version"),
                        row.textOrNull("evidence"),
                        row.instant("occurred_at")),
                brand);
    }

    @Override
    public boolean optOut(BrandId brand, OptOut optOut) {
        boolean known = optOutsOf(brand, optOut.customer()).stream()
                .anyMatch(one -> one.touchpoint().equals(optOut.touchpoint()));
        int added = sql.update("""
                INSERT INTO opt_out (brand, customer, touchpoint, source, since)
                SELECT b.brand, b.id, CAST(? AS varchar), CAST(? AS varchar), CAST(? AS timestamp with time zone)
                FROM customer a JOIN customer b ON b.brand = a.brand AND b.person = a.person
                WHERE a.brand = ? AND a.id = ? ON CONFLICT DO NOTHING""", optOut.touchpoint(), optOut.source(), optOut.since(), brand, optOut.customer());
        return added > 0 && !known;
    }

    @Override
    public boolean optIn(BrandId brand, CustomerId customer, String touchpoint) {
        int[] removed = sql.batch(
                "DELETE FROM opt_out WHERE brand = ? AND customer = ? AND touchpoint = ?",
                people.births(brand, customer).wanted().keys().stream()
                        .map(birth -> new @Nullable Object[] {brand, birth, touchpoint})
                        .toList());
        return Arrays.stream(removed).sum() > 0;
    }

    @Override
    public List<OptOut> optOutsOf(BrandId brand, CustomerId customer) {
        return sql.wanted(
                people.births(brand, customer).wanted(),
                "customer",
                "SELECT touchpoint, MIN(source) AS source, MIN(since) AS since FROM opt_out %s WHERE brand = ?"
                        + " GROUP BY touchpoint ORDER BY touchpoint",
                row -> new OptOut(customer, row.text("touchpoint"), row.text("source"), row.instant("since")),
                brand);
    }

    @Override
    public void copyOptOuts(BrandId brand, Map<CustomerId, CustomerId> origins) {
        sql.batch(
                """
                INSERT INTO opt_out (brand, customer, touchpoint, source, since)
                SELECT brand, CAST(? AS bigint), touchpoint, source, since FROM opt_out
                WHERE brand = ? AND customer = ? ON CONFLICT DO NOTHING""",
                origins.entrySet().stream()
                        .map(entry -> new @Nullable Object[] {entry.getKey(), brand, entry.getValue()})
                        .toList());
    }
}
