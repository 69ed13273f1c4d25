package cn.siyu.adapter.http.brand;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.DepartmentView;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A department of a brand; a store is a department where customers come in.
///
/// @param id its id
/// @param externalId the brand's own key of it, for a store the shop number that orders carry
/// @param kind DEPARTMENT or STORE
/// @param parent the department it belongs to; null for a root
/// @param name how people call it
/// @param timeZone its own time zone; null means that of the department above, and in the end the
///     brand's
/// @param address where a store is
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
record DepartmentResource(
        @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Nullable @Schema(example = "store-1", maxLength = 120)
        String externalId,

        Department.Kind kind,

        @Nullable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String parent,

        @Schema(example = "人民路店", maxLength = 100) String name,

        @Nullable @Schema(example = "Asia/Shanghai", maxLength = 60)
        String timeZone,

        @Nullable @Schema(example = "人民路 1 号", maxLength = 200)
        String address,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {

    static DepartmentResource of(DepartmentView view) {
        Department department = view.department();
        PublicId parent = view.parent();
        ZoneId zone = department.zone();
        return new DepartmentResource(
                IdType.DEPARTMENT.format(department.publicId()),
                department.externalId(),
                department.kind(),
                parent == null ? null : IdType.DEPARTMENT.format(parent),
                department.name(),
                zone == null ? null : zone.getId(),
                department.address(),
                department.createdAt(),
                department.updatedAt(),
                department.version());
    }
}
