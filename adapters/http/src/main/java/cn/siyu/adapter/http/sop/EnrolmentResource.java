package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.sop.SopViews;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.Progress;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One customer in one version of an SOP.
///
/// @param id its id
/// @param sop the SOP
/// @param sopVersion the version the customer is in, and stays in
/// @param sopVersionNumber its number in the SOP
/// @param customer who
/// @param relationship the one it is about; null: at each step the live one with the highest trust
/// @param arm whether the customer is held out from all but SERVICE messages, drawn once
/// @param origin what put the customer in
/// @param state whether it runs
/// @param nextStep the position of the next step in the definition, from 0; the number of steps if
///     only the end is left; null when it has ended
/// @param dueAt when the next step is due; null when it has ended
/// @param exitReason why it ended before its last step; null if it did not
/// @param endedAt when it ended; null while it runs
/// @param goalReachedAt when the goal was reached; null if it was not
/// @param createdAt when the customer was put in
/// @param version counts its changes
@Serdeable
@Schema(name = "Enrolment")
record EnrolmentResource(
        @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String sop,

        @Schema(example = "sov_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String sopVersion,

        @Schema(example = "1", minimum = "1") int sopVersionNumber,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        Assignment.Arm arm,
        Enrolment.Origin origin,
        EnrolmentState state,

        @Nullable @Schema(example = "2", minimum = "0") Integer nextStep,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant dueAt,

        Enrolment.@Nullable ExitReason exitReason,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant endedAt,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant goalReachedAt,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {
    static EnrolmentResource of(SopViews.OfEnrolment view) {
        var enrolment = view.enrolment();
        var relationship = view.relationship();
        var progress = enrolment.progress();
        return new EnrolmentResource(
                IdType.ENROLMENT.format(enrolment.publicId()),
                IdType.SOP.format(view.in().sop()),
                IdType.SOP_VERSION.format(view.in().version()),
                view.in().number(),
                IdType.CUSTOMER.format(view.customer()),
                relationship == null ? null : IdType.RELATIONSHIP.format(relationship),
                enrolment.arm(),
                enrolment.origin(),
                EnrolmentState.of(progress),
                progress instanceof Progress.Active(var step, var _) ? step : null,
                progress instanceof Progress.Active(var _, var dueAt) ? dueAt : null,
                progress instanceof Progress.Exited(var reason, var _) ? reason : null,
                ended(progress),
                enrolment.goalAt(),
                enrolment.enrolledAt(),
                enrolment.epoch());
    }

    private static @Nullable Instant ended(Progress progress) {
        return switch (progress) {
            case Progress.Active _ -> null;
            case Progress.Completed(var at) -> at;
            case Progress.Exited(var _, var at) -> at;
        };
    }
}
