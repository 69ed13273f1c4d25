package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlSendResults implements SendResults {
    private final Sql sql;

    SqlSendResults(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, List<SendResult> results) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SendResult result : results) {
            rows.add(new @Nullable Object[] {
                brand,
                result.send().value(),
                result.customer().value(),
                result.relationship().value(),
                result.account().value(),
                result.contactClass(),
                result.status(),
                result.reason(),
                result.at(),
                result.windowUntil(),
                result.windowUntil() == null ? null : "OPEN"
            });
        }
        sql.batch("""
                INSERT INTO send_result (brand, send, customer, relationship, account, contact_class, status, reason,
                  resulted_at, window_until, response)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    @Override
    public List<Send> missing(BrandId brand, SendBatchId batch) {
        return sql.list(SendRow.SELECT + """
                FROM send s WHERE s.brand = ? AND s.batch = ? AND s.decision = 'PLANNED' AND NOT EXISTS
                  (SELECT 1 FROM send_result r WHERE r.brand = s.brand AND r.send = s.id)
                ORDER BY s.id""", SendRow::read, brand, batch.value());
    }
}
