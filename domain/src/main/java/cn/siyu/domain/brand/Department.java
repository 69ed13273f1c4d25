package cn.siyu.domain.brand;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A department (部门) of a brand; a store (门店) is a department with a location. Departments form
/// a tree.
///
/// @param path the numbers from the root to this department, as `/1/4/9/`: a prefix match finds a
///     subtree
/// @param externalId the brand's own key of it (for a store: the shop number that orders carry);
///     null if none
/// @param zone the store's own time zone; null means the brand's
/// @param version counts changes
public record Department(
        DepartmentId id,
        PublicId publicId,
        @Nullable String externalId,
        Kind kind,
        @Nullable DepartmentId parent,
        String path,
        String name,
        @Nullable ZoneId zone,
        @Nullable String address,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /// What a department is.
    public enum Kind {
        DEPARTMENT,
        /// A department with a location, where customers come in (门店).
        STORE
    }

    public Department {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a department's name has 1 to 100 characters");
        }
        if (!path.endsWith("/" + id.value() + "/")) {
            throw new IllegalArgumentException("a department's path ends with its own number");
        }
    }

    /// The path of a department under a parent, or of a root.
    public static String pathOf(@Nullable Department parent, DepartmentId id) {
        return (parent == null ? "/" : parent.path()) + id.value() + "/";
    }

    /// The numbers on its path: the root first, itself last.
    public List<DepartmentId> fromRoot() {
        return Arrays.stream(path.substring(1, path.length() - 1).split("/", -1))
                .map(number -> new DepartmentId(Long.parseLong(number)))
                .toList();
    }

    /// Whether another department is this one or lies below it.
    public boolean contains(Department other) {
        return other.path().startsWith(path);
    }
}
