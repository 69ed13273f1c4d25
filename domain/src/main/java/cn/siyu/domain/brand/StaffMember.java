package cn.siyu.domain.brand;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A staff member (成员): a person who serves customers.
///
/// @param externalId the brand's own key of the person; null if none
/// @param department where the person works
/// @param active false once the person has left or is suspended
public record StaffMember(
        StaffId id,
        PublicId publicId,
        @Nullable String externalId,
        String name,
        DepartmentId department,
        boolean active,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    public StaffMember {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a name has 1 to 100 characters");
        }
    }
}
