package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import java.sql.SQLException;

/// A batch with what came of it.
final class BatchViewRow {
    static final String SELECT = """
            SELECT b.id, b.public_id, b.kind, b.contact_class, b.state, b.reason, b.content, b.channel_ref, b.recipients,
              b.attempts, b.reminders, b.created_at, b.deadline_at, b.intent_at, b.sent_at, b.confirmed_at, b.confirm_by,
              a.public_id AS account_id, w.public_id AS wave_id,
              (SELECT count(*) FROM send s JOIN send_result r ON r.brand = s.brand AND r.send = s.id
                WHERE s.brand = b.brand AND s.batch = b.id AND r.status = 'DELIVERED') AS delivered
            FROM send_batch b
            JOIN channel_account a ON a.brand = b.brand AND a.id = b.account
            LEFT JOIN wave w ON w.brand = b.brand AND w.id = b.wave""";

    private BatchViewRow() {}

    static BatchView read(Row row) throws SQLException {
        return new BatchView(
                new SendBatchId(row.number("id")),
                row.publicId("public_id"),
                row.constant("kind", SendBatch.Kind.class),
                row.constant("contact_class", ContactClass.class),
                row.publicId("account_id"),
                row.publicIdOrNull("wave_id"),
                row.constant("state", BatchState.class),
                row.textOrNull("reason"),
                MessageText.read(row.text("content")),
                row.textOrNull("channel_ref"),
                row.integer("recipients"),
                row.integer("delivered"),
                row.integer("attempts"),
                row.integer("reminders"),
                new BatchView.Times(
                        row.instant("created_at"),
                        row.instant("deadline_at"),
                        row.instantOrNull("intent_at"),
                        row.instantOrNull("sent_at"),
                        row.instantOrNull("confirmed_at"),
                        row.instantOrNull("confirm_by")));
    }
}
