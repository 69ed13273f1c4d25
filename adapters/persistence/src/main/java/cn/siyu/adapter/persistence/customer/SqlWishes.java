package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.customer.port.Wishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.ConsentRecord;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class SqlWishes implements Wishes {
    private final Sql sql;

    SqlWishes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, ConsentRecord entry) {
        sql.update(
                """
                INSERT INTO consent_record (brand, id, public_id, customer, purpose, granted, text_version, evidence,
                  occurred_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                entry.id(),
                entry.publicId(),
                entry.customer(),
                entry.purpose(),
                entry.granted(),
                entry.textVersion(),
                entry.evidence(),
                entry.at());
    }

    @Override
    public List<ConsentRecord> consentsOf(BrandId brand, CustomerId customer) {
        return sql.list(
                """
                SELECT id, public_id, purpose, granted, text_version, evidence, occurred_at FROM consent_record
                WHERE brand = ? AND customer = ? ORDER BY id""",
                row -> new ConsentRecord(
                        row.number("id"),
                        row.publicId("public_id"),
                        customer,
                        row.text("purpose"),
                        row.flag("granted"),
                        row.textOrNull("text_version"),
                        row.textOrNull("evidence"),
                        row.instant("occurred_at")),
                brand,
                customer);
    }

    @Override
    public boolean optOut(BrandId brand, OptOut optOut) {
        return sql.update("""
                        INSERT INTO opt_out (brand, customer, touchpoint, source, since) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""", brand, optOut.customer(), optOut.touchpoint(), optOut.source(), optOut.since()) > 0;
    }

    @Override
    public boolean optIn(BrandId brand, CustomerId customer, String touchpoint) {
        return sql.update(
                        "DELETE FROM opt_out WHERE brand = ? AND customer = ? AND touchpoint = ?",
                        brand,
                        customer,
                        touchpoint)
                > 0;
    }

    @Override
    public List<OptOut> optOutsOf(BrandId brand, CustomerId customer) {
        return sql.list(
                "SELECT touchpoint, source, since FROM opt_out WHERE brand = ? AND customer = ? ORDER BY touchpoint",
                row -> new OptOut(customer, row.text("touchpoint"), row.text("source"), row.instant("since")),
                brand,
                customer);
    }
}
