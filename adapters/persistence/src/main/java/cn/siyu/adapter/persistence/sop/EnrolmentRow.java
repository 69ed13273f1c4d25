package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an enrolment and its row correspond.
final class EnrolmentRow {
    static final String COLUMNS = """
            e.id, e.public_id, e.sop, e.sop_version, e.customer, e.relationship, e.arm, e.trigger_kind, e.state,
            e.ended_reason, e.next_step, e.due_at, e.epoch, e.enrolled_at, e.ended_at, e.goal_at
            """;

    private EnrolmentRow() {}

    static Enrolment read(Row row) throws SQLException {
        Long relationship = row.numberOrNull("relationship");
        return new Enrolment(
                new EnrolmentId(row.number("id")),
                row.publicId("public_id"),
                new SopId(row.number("sop")),
                new SopVersionId(row.number("sop_version")),
                new CustomerId(row.number("customer")),
                relationship == null ? null : new RelationshipId(relationship),
                row.constant("arm", Arm.class),
                row.constant("trigger_kind", Enrolment.Origin.class),
                row.instant("enrolled_at"),
                row.instantOrNull("goal_at"),
                row.integer("epoch"),
                progress(row));
    }

    private static Progress progress(Row row) throws SQLException {
        String state = row.text("state");
        return switch (state) {
            case "ACTIVE", "PAUSED" -> new Progress.Active(row.integer("next_step"), row.instant("due_at"));
            case "COMPLETED" -> new Progress.Completed(row.instant("ended_at"));
            case "EXITED" ->
                new Progress.Exited(row.constant("ended_reason", ExitReason.class), row.instant("ended_at"));
            default -> throw new IllegalStateException("unknown state of an enrolment: " + state);
        };
    }

    /// What changes in a row.
    ///
    /// @param step null: stays as it was
    private record Moving(
            String state,
            long openKey,
            @Nullable String reason,
            @Nullable Integer step,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt) {
        static Moving of(Enrolment enrolment) {
            long own = enrolment.id().value();
            return switch (enrolment.progress()) {
                case Progress.Active(int step, Instant dueAt) -> new Moving("ACTIVE", 0, null, step, dueAt, null);
                case Progress.Completed(Instant at) -> new Moving("COMPLETED", own, null, null, null, at);
                case Progress.Exited(ExitReason reason, Instant at) ->
                    new Moving("EXITED", own, reason.name(), null, null, at);
            };
        }
    }

    static final Additions ADD = new Additions("""
            INSERT INTO enrolment (brand, id, public_id, sop, sop_version, customer, relationship, arm, trigger_kind,
              state, open_key, ended_reason, next_step, due_at, epoch, enrolled_at, ended_at, goal_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    static @Nullable Object[] inserted(BrandId brand, Enrolment enrolment) {
        var moving = Moving.of(enrolment);
        return new @Nullable Object[] {
            brand,
            enrolment.id().value(),
            enrolment.publicId(),
            enrolment.sop().value(),
            enrolment.version().value(),
            enrolment.customer(),
            enrolment.relationship(),
            enrolment.arm(),
            enrolment.origin(),
            moving.state(),
            moving.openKey(),
            moving.reason(),
            moving.step() == null ? 0 : moving.step(),
            moving.dueAt(),
            enrolment.epoch(),
            enrolment.enrolledAt(),
            moving.endedAt(),
            enrolment.goalAt()
        };
    }

    static final String UPDATE = """
            UPDATE enrolment SET relationship = ?, state = ?, open_key = ?, ended_reason = ?,
              next_step = COALESCE(CAST(? AS int), next_step), due_at = ?, epoch = ?, ended_at = ?, goal_at = ?
            WHERE brand = ? AND id = ? AND epoch = ?""";

    static @Nullable Object[] updated(BrandId brand, Enrolment enrolment) {
        var moving = Moving.of(enrolment);
        var relationship = enrolment.relationship();
        return new @Nullable Object[] {
            relationship == null ? null : relationship.value(),
            moving.state(),
            moving.openKey(),
            moving.reason(),
            moving.step(),
            moving.dueAt(),
            enrolment.epoch(),
            moving.endedAt(),
            enrolment.goalAt(),
            brand,
            enrolment.id().value(),
            enrolment.epoch() - 1
        };
    }
}
