package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That somebody changed the state of an SOP (状态变更记录). Written once, never changed.
///
/// @param id its id
/// @param kind what was asked for
/// @param from the state of the SOP before
/// @param to and after
/// @param sopVersion the number of the version it is about; null if it is about the SOP as a whole
/// @param changedBy the key that asked for it; null for the product itself, as in a new sandbox
/// @param reason why, in their words; null if they gave no reason
/// @param changedAt when
@Serdeable
@Schema(name = "SopChange")
record SopChangeResource(
        @Schema(example = "aud_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        SopChange.Kind kind,
        Sop.State from,
        Sop.State to,
        @Nullable @Schema(example = "2", minimum = "1") Integer sopVersion,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String changedBy,

        @Nullable @Schema(example = "活动延期", maxLength = SopChange.By.LONGEST_REASON)
        String reason,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant changedAt) {
    static SopChangeResource of(SopChange change) {
        var key = change.by().key();
        return new SopChangeResource(
                IdType.AUDIT_RECORD.format(change.publicId()),
                change.kind(),
                change.from(),
                change.to(),
                change.versionNumber(),
                key == null ? null : IdType.API_KEY.format(key),
                change.by().reason(),
                change.at());
    }
}
