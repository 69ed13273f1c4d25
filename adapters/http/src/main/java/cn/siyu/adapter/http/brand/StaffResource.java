package cn.siyu.adapter.http.brand;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.StaffView;
import cn.siyu.domain.brand.StaffMember;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A staff member: a person who serves customers.
///
/// @param id its id
/// @param externalId the brand's own key of the person
/// @param name how people call the person
/// @param department where the person works
/// @param active false once the person has left or is suspended
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
record StaffResource(
        @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Nullable @Schema(example = "E1024", maxLength = 120)
        String externalId,

        @Schema(example = "张小店", maxLength = 100) String name,

        @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String department,

        @Schema(example = "true") boolean active,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {

    static StaffResource of(StaffView view) {
        StaffMember member = view.member();
        return new StaffResource(
                IdType.STAFF.format(member.publicId()),
                member.externalId(),
                member.name(),
                IdType.DEPARTMENT.format(view.department()),
                member.active(),
                member.createdAt(),
                member.updatedAt(),
                member.version());
    }
}
