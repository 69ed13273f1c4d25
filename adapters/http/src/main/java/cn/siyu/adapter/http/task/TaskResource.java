package cn.siyu.adapter.http.task;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.task.TaskView;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task.Lost;
import cn.siyu.domain.task.Task.State;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a staff member has to do for a customer (待办).
///
/// @param id what it is called here
/// @param kind an open code: SEND for a message to be sent by hand, else as the SOP says, such as
///     CALL
/// @param state where it stands
/// @param title what is to be done; a customer named in it is masked without the scope
///     customers:pii
/// @param script what to say; null if nothing is laid down, or without the scope customers:pii,
///     since it may name somebody
/// @param customer for whom; null if it is for nobody in particular
/// @param customerName what the customer calls itself; masked without the scope customers:pii, null
///     if unknown
/// @param account on which account it is done; null if on none in particular
/// @param accountName how customers see that account
/// @param worth points by which a worklist is ordered, the most first
/// @param why why it is to be done; null if nobody said
/// @param hint how it is done on the channel and what to mind; null if there is nothing to say, or
///     without the scope customers:pii, since it may name somebody
/// @param claimedBy the key that has it in hand; null if nobody has, or it has ended
/// @param claimedUntil until when it is that key's
/// @param claimLost why it was taken out of the hands of whoever had it in hand last; null if it
///     wasn't
/// @param relationship over which relationship; null if it doesn't matter
/// @param staff whose it is
/// @param staffName that person's name
/// @param enrolment the enrolment that asked for it; null if none did
/// @param step which step of the SOP, from 0; null if none
/// @param send the message it stands for; null if it is no message
/// @param dueAt when it should be done
/// @param expiresAt from when it is of no use
/// @param endedAt when it ended; null while it is open
/// @param endedBy the key by which it was ended; null if it is open or ended by itself
/// @param note what was said about it when it was done; null without the scope customers:pii, since
///     it may name somebody
/// @param reason why it was skipped, in somebody's words, null without the scope customers:pii; or
///     why it was cancelled, a code
/// @param createdAt when it was made
/// @param updatedAt when it last changed
/// @param version grows with each change
@Serdeable
@Schema(name = "Task", description = "Something a staff member has to do for a customer (待办)")
record TaskResource(
        @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "CALL", maxLength = 30) String kind,
        TaskState state,
        @Schema(example = "电话回访", maxLength = 200) String title,

        @Nullable @Schema(example = "您好，咖啡还喝得惯吗？", maxLength = 8000)
        String script,

        @Nullable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "小明", maxLength = 100) String customerName,

        @Nullable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Nullable @Schema(example = "小王 3 号", maxLength = 100)
        String accountName,

        @Schema(example = "60", minimum = "0") int worth,
        @Nullable @Schema(example = "SOP", maxLength = 500) String why,

        @Nullable @Schema(example = "打开与对方的聊天，先看最近几句，再发送。", maxLength = 1000)
        String hint,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 60)
        String claimedBy,

        @Nullable @Schema(example = "2026-03-11T02:15:00.000Z")
        Instant claimedUntil,

        @Nullable @Schema(example = "HOLDER_CHANGED") Lost claimLost,

        @Nullable @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String staff,

        @Schema(example = "王店员", maxLength = 100) String staffName,

        @Nullable @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String enrolment,

        @Nullable @Schema(example = "2", minimum = "0") Integer step,

        @Nullable @Schema(example = "snd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String send,

        @Schema(example = "2026-03-11T02:00:00.000Z") Instant dueAt,
        @Schema(example = "2026-03-14T02:00:00.000Z") Instant expiresAt,

        @Nullable @Schema(example = "2026-03-11T03:12:00.000Z")
        Instant endedAt,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 60)
        String endedBy,

        @Nullable @Schema(example = "客户很满意", maxLength = 1000)
        String note,

        @Nullable @Schema(example = "打不通", maxLength = 1000) String reason,
        @Schema(example = "2026-03-10T02:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-03-11T03:12:00.000Z") Instant updatedAt,
        @Schema(example = "2", minimum = "1") int version) {
    /// What ended a task.
    private record End(
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String note,
            @Nullable String reason) {
        static End of(State state) {
            return switch (state) {
                case State.Open _ -> new End(null, null, null, null);
                case State.Done(var by, var note, var at) -> new End(at, key(by), note, null);
                case State.Skipped(var by, var reason, var at) -> new End(at, key(by), null, reason);
                case State.Failed(var by, var reason, var at) -> new End(at, key(by), null, reason);
                case State.Expired(var at) -> new End(at, null, null, null);
                case State.Cancelled(var reason, var at) -> new End(at, null, null, reason);
            };
        }

        private static String key(String by) {
            return IdType.API_KEY.format(new PublicId(UUID.fromString(by)));
        }
    }

    static TaskResource of(TaskView view, Masks masks) {
        var task = view.task();
        var refers = view.refers();
        var source = task.source();
        var end = End.of(task.state());
        var claim = task.open() ? task.claim() : null;
        var lost = claim == null ? null : claim.lost();
        return new TaskResource(
                IdType.TASK.format(task.publicId()),
                task.kind(),
                TaskState.valueOf(task.state().code()),
                title(task.title(), refers.customerName(), masks),
                masks.words(task.script()),
                id(IdType.CUSTOMER, refers.customer()),
                masks.name(refers.customerName()),
                id(IdType.CHANNEL_ACCOUNT, refers.account()),
                refers.accountName(),
                task.work().worth(),
                task.work().why(),
                masks.words(task.work().hint()),
                claim == null || lost != null ? null : End.key(claim.by()),
                claim == null || lost != null ? null : claim.until(),
                lost,
                id(IdType.RELATIONSHIP, refers.relationship()),
                IdType.STAFF.format(refers.staff()),
                refers.staffName(),
                id(IdType.ENROLMENT, refers.enrolment()),
                source == null ? null : source.step(),
                id(IdType.SEND, refers.send()),
                task.dueAt(),
                task.expiresAt(),
                end.at(),
                end.by(),
                masks.words(end.note()),
                task.state() instanceof State.Skipped || task.state() instanceof State.Failed
                        ? masks.words(end.reason())
                        : end.reason(),
                task.createdAt(),
                task.updatedAt(),
                task.version());
    }

    /// A title calls the customer by name.
    private static String title(String title, @Nullable String name, Masks masks) {
        String shown = masks.name(name);
        return name == null || name.isBlank() || shown == null ? title : title.replace(name, shown);
    }

    private static @Nullable String id(IdType type, @Nullable PublicId id) {
        return id == null ? null : type.format(id);
    }
}
