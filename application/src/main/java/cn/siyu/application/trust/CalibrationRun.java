package cn.siyu.application.trust;

import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.trust.calibration.CalibrationReport;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One calibration (信任校准) from the moment somebody asked for it.
///
/// @param startedBy the public id of the API key that asked for it
/// @param report what it found; null while it waits
/// @param adoption whether its points were adopted; null if not
public record CalibrationRun(
        long id,
        PublicId publicId,
        State state,
        PublicId startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable CalibrationReport report,
        @Nullable Adoption adoption,
        int version) {

    /// How far it is.
    public enum State {
        /// It is computed as soon as the engine comes to it.
        WAITING,
        /// Its report is there.
        DONE
    }

    /// Who adopted it.
    ///
    /// @param by the public id of the API key
    /// @param policyVersion the version of the brand's settings of the trust policy that it became
    /// @param validFrom the first day on which they hold
    public record Adoption(PublicId by, Instant at, int policyVersion, LocalDate validFrom) {}

    /// With its report.
    CalibrationRun done(CalibrationReport found, Instant now) {
        return new CalibrationRun(id, publicId, State.DONE, startedBy, startedAt, now, found, adoption, version + 1);
    }

    /// Adopted.
    CalibrationRun adopted(Adoption by) {
        return new CalibrationRun(id, publicId, state, startedBy, startedAt, finishedAt, report, by, version + 1);
    }
}
