package cn.siyu.adapter.persistence.graduation;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.task.TaskId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A candidate as a row.
final class CandidateRow {
    static final Additions ADD = new Additions("""
            INSERT INTO graduation_candidate (brand, id, public_id, program, customer, arm, value_before, social_before,
              account, token, state, reason, send, task, invited_at, expires_at, relationship, accepted_at, in_time,
              due_at, version, chosen_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    static final String UPDATE = """
            UPDATE graduation_candidate SET state = ?, reason = ?, send = ?, task = ?, invited_at = ?, expires_at = ?,
              relationship = ?, accepted_at = ?, in_time = ?, due_at = ?, version = ?, updated_at = ?
            WHERE brand = ? AND id = ? AND version = ?""";

    static final String COLUMNS = "g.id, g.public_id, g.program, g.customer, g.arm, g.value_before, g.social_before,"
            + " g.account, g.token, g.state, g.reason, g.send, g.task, g.invited_at, g.expires_at, g.relationship,"
            + " g.accepted_at, g.in_time, g.due_at, g.version, g.chosen_at, g.updated_at";

    private CandidateRow() {}

    static @Nullable Object[] inserted(BrandId brand, Candidate one) {
        var how = one.invitation();
        var send = how.send();
        var task = how.task();
        var came = one.acceptance();
        return new @Nullable Object[] {
            brand,
            one.id().value(),
            one.publicId(),
            one.program().value(),
            one.customer(),
            one.arm(),
            one.before().valueMinor(),
            one.before().social(),
            one.account(),
            one.token(),
            one.state(),
            one.reason(),
            send == null ? null : send.value(),
            task == null ? null : task.value(),
            how.at(),
            how.expiresAt(),
            came == null ? null : came.relationship(),
            came == null ? null : came.at(),
            came == null ? null : came.inTime(),
            one.dueAt(),
            one.version(),
            one.chosenAt(),
            one.updatedAt()
        };
    }

    static @Nullable Object[] updated(BrandId brand, Candidate one) {
        var how = one.invitation();
        var send = how.send();
        var task = how.task();
        var came = one.acceptance();
        return new @Nullable Object[] {
            one.state(),
            one.reason(),
            send == null ? null : send.value(),
            task == null ? null : task.value(),
            how.at(),
            how.expiresAt(),
            came == null ? null : came.relationship(),
            came == null ? null : came.at(),
            came == null ? null : came.inTime(),
            one.dueAt(),
            one.version(),
            one.updatedAt(),
            brand,
            one.id().value(),
            one.version() - 1
        };
    }

    static Candidate read(Row row) throws SQLException {
        Long account = row.numberOrNull("account");
        Long send = row.numberOrNull("send");
        Long task = row.numberOrNull("task");
        Long relationship = row.numberOrNull("relationship");
        return new Candidate(
                new CandidateId(row.number("id")),
                row.publicId("public_id"),
                new ProgramId(row.number("program")),
                new CustomerId(row.number("customer")),
                row.constant("arm", Arm.class),
                new Candidate.Before(row.number("value_before"), row.real("social_before")),
                account == null ? null : new ChannelAccountId(account),
                row.textOrNull("token"),
                row.constant("state", Candidate.State.class),
                row.textOrNull("reason"),
                new Candidate.Invitation(
                        send == null ? null : new SendId(send),
                        task == null ? null : new TaskId(task),
                        row.instantOrNull("invited_at"),
                        row.instantOrNull("expires_at")),
                relationship == null
                        ? null
                        : new Candidate.Acceptance(
                                new RelationshipId(relationship), row.instant("accepted_at"), row.flag("in_time")),
                row.instantOrNull("due_at"),
                row.integer("version"),
                row.instant("chosen_at"),
                row.instant("updated_at"));
    }
}
