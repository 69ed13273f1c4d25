package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.contact.SendState;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A send with everything it refers to.
final class SendViewRow {
    /// The effective state, as `SendState` derives it.
    static final String STATE = """
            (CASE WHEN r.status IS NOT NULL THEN r.status
                  WHEN s.decision <> 'PLANNED' THEN s.decision
                  WHEN b.state = 'SETTLED' THEN 'SENT'
                  ELSE b.state END)""";

    static final String SELECT = "SELECT s.id, s.public_id, " + STATE + """
             AS state, s.reason, b.reason AS batch_reason, r.reason AS result_reason, s.explanation, s.deferred_until,
              s.contact_class, s.touchpoint, s.step, s.created_at, s.deadline_at,
              c.public_id AS customer_id, l.public_id AS relationship_id, a.public_id AS account_id,
              b.public_id AS batch_id, w.public_id AS wave_id, e.public_id AS enrolment_id, p.public_id AS sop_id,
              v.public_id AS version_id, m.public_id AS material_id,
              b.sent_at, r.resulted_at, r.response, r.responded_at, r.window_until
            FROM send s
            JOIN customer h ON h.brand = s.brand AND h.id = s.customer
            JOIN customer c ON c.brand = h.brand AND c.id = h.person
            LEFT JOIN relationship l ON l.brand = s.brand AND l.id = s.relationship
            LEFT JOIN channel_account a ON a.brand = s.brand AND a.id = s.account
            LEFT JOIN send_batch b ON b.brand = s.brand AND b.id = s.batch
            LEFT JOIN send_result r ON r.brand = s.brand AND r.send = s.id
            LEFT JOIN wave w ON w.brand = s.brand AND w.id = s.wave
            LEFT JOIN enrolment e ON e.brand = s.brand AND e.id = s.enrolment
            LEFT JOIN sop p ON p.brand = s.brand AND p.id = s.sop
            LEFT JOIN sop_version v ON v.brand = s.brand AND v.id = s.sop_version
            LEFT JOIN material m ON m.brand = s.brand AND m.id = s.material""";

    private SendViewRow() {}

    static SendView read(Row row) throws SQLException {
        return new SendView(
                new SendId(row.number("id")),
                row.publicId("public_id"),
                row.constant("state", SendState.class),
                reason(row),
                ExplanationText.read(row.text("explanation")),
                row.instantOrNull("deferred_until"),
                refers(row),
                row.constant("contact_class", ContactClass.class),
                row.text("touchpoint"),
                new SendView.Times(
                        row.instant("created_at"),
                        row.instant("deadline_at"),
                        row.instantOrNull("sent_at"),
                        row.instantOrNull("resulted_at")),
                response(row));
    }

    /// The decision's, else the result's, else the batch's.
    private static @Nullable String reason(Row row) throws SQLException {
        String decided = row.textOrNull("reason");
        String resulted = row.textOrNull("result_reason");
        String batch = row.instantOrNull("resulted_at") == null ? row.textOrNull("batch_reason") : null;
        return decided != null ? decided : resulted != null ? resulted : batch;
    }

    private static SendView.Refers refers(Row row) throws SQLException {
        return new SendView.Refers(
                row.publicId("customer_id"),
                row.publicIdOrNull("relationship_id"),
                row.publicIdOrNull("account_id"),
                row.publicIdOrNull("batch_id"),
                row.publicIdOrNull("wave_id"),
                row.publicIdOrNull("enrolment_id"),
                row.publicIdOrNull("sop_id"),
                row.publicIdOrNull("version_id"),
                row.integerOrNull("step"),
                row.publicIdOrNull("material_id"));
    }

    private static SendView.@Nullable Response response(Row row) throws SQLException {
        String status = row.textOrNull("response");
        return status == null
                ? null
                : new SendView.Response(
                        Responses.Status.valueOf(status),
                        row.instantOrNull("responded_at"),
                        row.instant("window_until"));
    }
}
