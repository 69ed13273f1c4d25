package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.application.trust.port.TrustAlerts.View;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.alert.AlertAdvice;
import cn.siyu.domain.trust.alert.AlertCause;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import cn.siyu.domain.trust.alert.RelationshipAlert.Reason;
import cn.siyu.domain.trust.alert.RelationshipAlert.State;
import cn.siyu.domain.trust.alert.RelationshipAlert.Word;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an alert is written in its row.
final class TrustAlertRow {
    private TrustAlertRow() {}

    /// The causes as JSON.
    record Causes(List<Cause> causes) {}

    /// One of them.
    record Cause(String kind, double before, double after) {}

    static @Nullable Object[] all(BrandId brand, RelationshipAlert alert) {
        var seen = alert.acknowledged();
        var end = alert.closed();
        return new @Nullable Object[] {
            brand,
            alert.id(),
            alert.publicId(),
            alert.customer(),
            alert.relationship(),
            alert.kind(),
            alert.before(),
            alert.after(),
            alert.from(),
            alert.until(),
            Json.write(new Causes(alert.causes().stream()
                    .map(cause -> new Cause(cause.kind().code(), cause.before(), cause.after()))
                    .toList())),
            alert.advice(),
            alert.policyEdition(),
            alert.raisedAt(),
            key(alert),
            alert.state(),
            seen == null ? null : seen.by(),
            seen == null ? null : seen.at(),
            seen == null ? null : seen.note(),
            end == null ? null : end.by(),
            end == null ? null : end.at(),
            end == null ? null : end.note(),
            alert.reason(),
            alert.task(),
            alert.version()
        };
    }

    static @Nullable Object[] change(BrandId brand, RelationshipAlert alert) {
        var seen = alert.acknowledged();
        var end = alert.closed();
        return new @Nullable Object[] {
            key(alert),
            alert.state(),
            seen == null ? null : seen.by(),
            seen == null ? null : seen.at(),
            seen == null ? null : seen.note(),
            end == null ? null : end.by(),
            end == null ? null : end.at(),
            end == null ? null : end.note(),
            alert.reason(),
            alert.task(),
            alert.version(),
            brand,
            alert.id(),
            alert.version() - 1
        };
    }

    private static long key(RelationshipAlert alert) {
        return alert.standing() ? 0 : alert.id();
    }

    static RelationshipAlert alert(Row row) throws SQLException {
        String reason = row.textOrNull("closed_reason");
        return new RelationshipAlert(
                row.number("id"),
                row.publicId("public_id"),
                new CustomerId(row.number("customer")),
                new RelationshipId(row.number("relationship")),
                row.constant("kind", AlertKind.class),
                row.real("trust_before"),
                row.real("trust_after"),
                row.instant("from_at"),
                row.instant("until_at"),
                Json.read(row.text("causes"), Causes.class).causes().stream()
                        .map(cause -> new AlertCause(new EvidenceKind(cause.kind()), cause.before(), cause.after()))
                        .toList(),
                row.constant("advice", AlertAdvice.class),
                row.text("policy_edition"),
                row.instant("raised_at"),
                row.number("standing_key") == 0,
                row.constant("state", State.class),
                word(row, "acknowledged"),
                word(row, "closed"),
                reason == null ? null : Reason.valueOf(reason),
                row.publicIdOrNull("task"),
                row.integer("version"));
    }

    private static @Nullable Word word(Row row, String what) throws SQLException {
        var at = row.instantOrNull(what + "_at");
        return at == null ? null : new Word(row.publicIdOrNull(what + "_by"), at, row.textOrNull(what + "_note"));
    }

    static View view(Row row) throws SQLException {
        return new View(
                alert(row),
                row.publicId("customer_public_id"),
                row.textOrNull("nickname"),
                row.publicId("related"),
                row.instantOrNull("ended_at") == null,
                row.publicId("account_public_id"),
                row.text("account_name"),
                row.publicId("staff_public_id"),
                new StaffId(row.number("holder")),
                row.publicId("department_public_id"));
    }
}
