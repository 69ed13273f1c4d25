package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.Lost;
import cn.siyu.domain.task.Task.State;
import cn.siyu.domain.task.TaskId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a task and its row correspond.
final class TaskRow {
    static final String COLUMNS = """
            t.id, t.public_id, t.kind, t.customer, t.relationship, t.enrolment, t.step, t.send, t.staff, t.account, t.turn,
            t.title, t.script, t.why, t.hint, t.due_at, t.expires_at, t.state, t.note, t.ended_by, t.ended_at,
            t.claimed_by, t.claimed_until, t.claim_lost, t.version, t.created_at,
            t.updated_at
            """;

    static final String SELECT = "SELECT " + COLUMNS + " FROM task t ";

    static final String INSERT = """
            INSERT INTO task (brand, id, public_id, kind, customer, relationship, enrolment, step, send, staff, account, turn,
              title, script, why, hint, due_at, expires_at, state, note, ended_by, ended_at, claimed_by, claimed_until,
              claim_lost, version, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    static final String UPDATE = """
            UPDATE task SET state = ?, note = ?, ended_by = ?, ended_at = ?, claimed_by = ?, claimed_until = ?, claim_lost = ?, version = ?, updated_at = ?
            WHERE brand = ? AND id = ? AND version = ?""";

    static final String HAND_OVER = """
            UPDATE task SET staff = ?, relationship = ?, account = ?, claimed_by = ?, claimed_until = ?, claim_lost = ?, version = ?,
              updated_at = ?
            WHERE brand = ? AND id = ? AND version = ?""";

    private TaskRow() {}

    /// The columns that tell a state.
    private record Ended(
            @Nullable String note,
            @Nullable String by,
            @Nullable Instant at) {
        static Ended of(State state) {
            return switch (state) {
                case State.Open _ -> new Ended(null, null, null);
                case State.Done(var by, var note, var at) -> new Ended(note, by, at);
                case State.Skipped(var by, var reason, var at) -> new Ended(reason, by, at);
                case State.Failed(var by, var reason, var at) -> new Ended(reason, by, at);
                case State.Expired(var at) -> new Ended(null, null, at);
                case State.Cancelled(var reason, var at) -> new Ended(reason, null, at);
            };
        }
    }

    static @Nullable Object[] inserted(BrandId brand, Task task) {
        var source = task.source();
        var send = source == null ? null : source.send();
        var enrolment = source == null ? null : source.enrolment();
        var account = task.work().account();
        var ended = Ended.of(task.state());
        var claim = task.claim();
        return new @Nullable Object[] {
            brand,
            task.id().value(),
            task.publicId(),
            task.kind(),
            task.customer(),
            task.relationship(),
            enrolment == null ? null : enrolment.value(),
            source == null ? null : source.step(),
            send == null ? null : send.value(),
            task.staff().value(),
            account == null ? 0 : account.value(),
            -task.work().worth(),
            task.title(),
            task.script(),
            task.work().why(),
            task.work().hint(),
            task.dueAt(),
            task.expiresAt(),
            task.state().code(),
            ended.note(),
            ended.by(),
            ended.at(),
            claim == null ? null : claim.by(),
            claim == null ? null : claim.until(),
            claim == null ? null : claim.lost(),
            task.version(),
            task.createdAt(),
            task.updatedAt()
        };
    }

    static @Nullable Object[] updated(BrandId brand, Task task) {
        var ended = Ended.of(task.state());
        var claim = task.claim();
        return new @Nullable Object[] {
            task.state().code(),
            ended.note(),
            ended.by(),
            ended.at(),
            claim == null ? null : claim.by(),
            claim == null ? null : claim.until(),
            claim == null ? null : claim.lost(),
            task.version(),
            task.updatedAt(),
            brand,
            task.id().value(),
            task.version() - 1
        };
    }

    static @Nullable Object[] handedOver(BrandId brand, Task task) {
        var account = task.work().account();
        var claim = task.claim();
        return new @Nullable Object[] {
            task.staff().value(),
            task.relationship(),
            account == null ? 0 : account.value(),
            claim == null ? null : claim.by(),
            claim == null ? null : claim.until(),
            claim == null ? null : claim.lost(),
            task.version(),
            task.updatedAt(),
            brand,
            task.id().value(),
            task.version() - 1
        };
    }

    static Task read(Row row) throws SQLException {
        Long relationship = row.numberOrNull("relationship");
        Long customer = row.numberOrNull("customer");
        return new Task(
                new TaskId(row.number("id")),
                row.publicId("public_id"),
                row.text("kind"),
                customer == null ? null : new CustomerId(customer),
                relationship == null ? null : new RelationshipId(relationship),
                source(row),
                new StaffId(row.number("staff")),
                row.text("title"),
                row.textOrNull("script"),
                row.instant("due_at"),
                row.instant("expires_at"),
                work(row),
                state(row),
                claim(row),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static Task.@Nullable Source source(Row row) throws SQLException {
        Long enrolment = row.numberOrNull("enrolment");
        Long send = row.numberOrNull("send");
        return enrolment == null && send == null
                ? null
                : new Task.Source(
                        enrolment == null ? null : new EnrolmentId(enrolment),
                        row.integer("step"),
                        send == null ? null : new SendId(send));
    }

    private static Task.Work work(Row row) throws SQLException {
        long account = row.number("account");
        return new Task.Work(
                account == 0 ? null : new ChannelAccountId(account),
                -row.integer("turn"),
                row.textOrNull("why"),
                row.textOrNull("hint"));
    }

    private static Task.@Nullable Claim claim(Row row) throws SQLException {
        String by = row.textOrNull("claimed_by");
        String lost = row.textOrNull("claim_lost");
        return by == null
                ? null
                : new Task.Claim(
                        by, row.instant("claimed_until"), lost == null ? null : row.constant("claim_lost", Lost.class));
    }

    private static State state(Row row) throws SQLException {
        String code = row.text("state");
        return switch (code) {
            case "OPEN" -> new State.Open();
            case "DONE" -> new State.Done(row.text("ended_by"), row.textOrNull("note"), row.instant("ended_at"));
            case "SKIPPED" -> new State.Skipped(row.text("ended_by"), row.text("note"), row.instant("ended_at"));
            case "FAILED" -> new State.Failed(row.text("ended_by"), row.text("note"), row.instant("ended_at"));
            case "EXPIRED" -> new State.Expired(row.instant("ended_at"));
            case "CANCELLED" -> new State.Cancelled(row.text("note"), row.instant("ended_at"));
            default -> throw new IllegalStateException("unknown state of a task: " + code);
        };
    }
}
