package cn.siyu.adapter.http.trust;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.trust.port.TrustAlerts.View;
import cn.siyu.domain.trust.alert.AlertAdvice;
import cn.siyu.domain.trust.alert.AlertCause;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A relationship that loses its trust.
///
/// @param id what it is called
/// @param kind whether trust has fallen, or is about to
/// @param customer about whom
/// @param customerName what the customer calls itself; masked without `customers:pii`
/// @param relationship which relationship
/// @param live whether the relationship still lives
/// @param account over which account
/// @param accountName what the account is called
/// @param staff who holds the account
/// @param department to which department the account belongs
/// @param before trust at the window's start
/// @param after trust at the window's end: now, or the forecast
/// @param fall points of trust that are lost in the window
/// @param fromAt when the window starts
/// @param untilAt when it ends; in the future for a forecast
/// @param causes what each kind of evidence changed, what cost most first; together they are the
///     change
/// @param advice what to do about it
/// @param policyEdition by which trust policy both ends were read
/// @param raisedAt since when it is known
/// @param standing whether what raised it still holds; while it does it isn't raised again
/// @param state where it stands
/// @param acknowledgedBy the key by which somebody took care of it; null if nobody did
/// @param acknowledgedAt when; null if nobody did
/// @param acknowledgedNote what was said; null without words, and without `customers:pii`
/// @param closedReason why it was closed; null while it isn't
/// @param closedBy the key by which it was closed; null while it isn't, and where the product did
/// @param closedAt when; null while it isn't
/// @param closedNote what was said; null without words, and without `customers:pii`
/// @param task the task that was made of it; null if none was
/// @param createdAt when it was raised
/// @param updatedAt when it last changed
/// @param version which version of it this is
@Serdeable
@Schema(name = "TrustAlert", description = "A relationship that loses its trust (信任预警)")
record TrustAlertResource(
        @Schema(example = "tal_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        AlertKind kind,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "小*", maxLength = 100) String customerName,

        @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Schema(example = "true") boolean live,

        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(example = "一店小达", maxLength = 100) String accountName,

        @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String staff,

        @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String department,

        @Schema(example = "61.204117", minimum = "0", maximum = "100")
        double before,

        @Schema(example = "44.913002", minimum = "0", maximum = "100")
        double after,

        @Schema(example = "16.291115", minimum = "0", maximum = "100")
        double fall,

        @Schema(example = "2026-01-30T20:00:00.000Z") Instant fromAt,
        @Schema(example = "2026-03-01T20:00:00.000Z") Instant untilAt,
        @ArraySchema(maxItems = 1000) List<Cause> causes,
        AlertAdvice advice,
        @Schema(example = "trust-2025", maxLength = 80) String policyEdition,
        @Schema(example = "2026-03-01T20:00:00.000Z") Instant raisedAt,
        @Schema(example = "true") boolean standing,
        RelationshipAlert.State state,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String acknowledgedBy,

        @Nullable @Schema(example = "2026-03-02T01:00:00.000Z")
        Instant acknowledgedAt,

        @Nullable @Schema(example = "今天下午给她打电话", maxLength = 1000)
        String acknowledgedNote,

        RelationshipAlert.@Nullable Reason closedReason,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String closedBy,

        @Nullable @Schema(example = "2026-03-02T09:00:00.000Z")
        Instant closedAt,

        @Nullable @Schema(example = "已换货并致歉", maxLength = 1000)
        String closedNote,

        @Nullable @Schema(example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String task,

        @Schema(example = "2026-03-01T20:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-03-02T09:00:00.000Z") Instant updatedAt,
        @Schema(example = "3", minimum = "1") int version)
        implements Versioned {
    /// What one kind of evidence had to do with it.
    ///
    /// @param kind which kind
    /// @param before points of trust it gave at the window's start
    /// @param after points of trust it gives at the window's end
    /// @param change the difference
    @Serdeable
    @Schema(name = "TrustAlertCause", description = "What one kind of evidence had to do with it")
    record Cause(
            @Schema(example = "COMPLAINED", maxLength = 60) String kind,

            @Schema(example = "0", minimum = "-100", maximum = "100")
            double before,

            @Schema(example = "-14.301117", minimum = "-100", maximum = "100")
            double after,

            @Schema(example = "-14.301117", minimum = "-200", maximum = "200")
            double change) {
        static Cause of(AlertCause cause) {
            return new Cause(
                    cause.kind().code(),
                    Digits.shown(cause.before()),
                    Digits.shown(cause.after()),
                    Digits.shown(cause.change()));
        }
    }

    static TrustAlertResource of(View view, Masks masks) {
        var alert = view.alert();
        var seen = alert.acknowledged();
        var end = alert.closed();
        var last = end != null ? end.at() : seen != null ? seen.at() : alert.raisedAt();
        return new TrustAlertResource(
                IdType.TRUST_ALERT.format(alert.publicId()),
                alert.kind(),
                IdType.CUSTOMER.format(view.customer()),
                masks.name(view.nickname()),
                IdType.RELATIONSHIP.format(view.relationship()),
                view.live(),
                IdType.CHANNEL_ACCOUNT.format(view.account()),
                view.accountName(),
                IdType.STAFF.format(view.staff()),
                IdType.DEPARTMENT.format(view.department()),
                Digits.shown(alert.before()),
                Digits.shown(alert.after()),
                Digits.shown(alert.before() - alert.after()),
                alert.from(),
                alert.until(),
                alert.causes().stream().map(Cause::of).toList(),
                alert.advice(),
                alert.policyEdition(),
                alert.raisedAt(),
                alert.standing(),
                alert.state(),
                seen == null || seen.by() == null ? null : IdType.API_KEY.format(seen.by()),
                seen == null ? null : seen.at(),
                seen == null ? null : masks.words(seen.note()),
                alert.reason(),
                end == null || end.by() == null ? null : IdType.API_KEY.format(end.by()),
                end == null ? null : end.at(),
                end == null ? null : masks.words(end.note()),
                alert.task() == null ? null : IdType.TASK.format(alert.task()),
                alert.raisedAt(),
                last,
                alert.version());
    }
}
