package cn.siyu.adapter.http.trust;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.trust.CalibrationRun;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One calibration of the trust policy.
///
/// @param id what it is called
/// @param state how far it is
/// @param startedBy the key by which it was asked for
/// @param startedAt when; outcomes up to then are looked at
/// @param finishedAt when its report was there; null while it waits
/// @param report what it found; null while it waits
/// @param adoptable whether anything of it may be adopted
/// @param adoptedBy the key by which it was adopted; null if it wasn't
/// @param adoptedAt when; null if it wasn't
/// @param adoptedFromOn the first day on which its points hold; null if it wasn't
/// @param policyVersion the version of the brand's settings of the trust policy that it became;
///     null if it wasn't
/// @param createdAt when it was asked for
/// @param updatedAt when it last changed
/// @param version which version of it this is
@Serdeable
@Schema(name = "TrustCalibration", description = "One calibration of the trust policy (信任校准)")
record CalibrationResource(
        @Schema(example = "tcb_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        CalibrationRun.State state,

        @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String startedBy,

        @Schema(example = "2026-03-01T08:00:00.000Z") Instant startedAt,

        @Nullable @Schema(example = "2026-03-01T08:00:12.000Z")
        Instant finishedAt,

        @Nullable CalibrationReportResource report,
        @Schema(example = "true") boolean adoptable,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String adoptedBy,

        @Nullable @Schema(example = "2026-03-02T08:00:00.000Z")
        Instant adoptedAt,

        @Nullable @Schema(example = "2026-03-03") LocalDate adoptedFromOn,

        @Nullable @Schema(example = "1", minimum = "1") Integer policyVersion,
        @Schema(example = "2026-03-01T08:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-03-02T08:00:00.000Z") Instant updatedAt,
        @Schema(example = "3", minimum = "1") int version)
        implements Versioned {
    static CalibrationResource of(CalibrationRun run) {
        var report = run.report();
        var adoption = run.adoption();
        var finished = run.finishedAt();
        var updated = adoption != null ? adoption.at() : finished != null ? finished : run.startedAt();
        return new CalibrationResource(
                IdType.TRUST_CALIBRATION.format(run.publicId()),
                run.state(),
                IdType.API_KEY.format(run.startedBy()),
                run.startedAt(),
                finished,
                report == null ? null : CalibrationReportResource.of(report),
                report != null && report.adoptable(),
                adoption == null ? null : IdType.API_KEY.format(adoption.by()),
                adoption == null ? null : adoption.at(),
                adoption == null ? null : adoption.validFrom(),
                adoption == null ? null : (Integer) adoption.policyVersion(),
                run.startedAt(),
                updated,
                run.version());
    }
}
