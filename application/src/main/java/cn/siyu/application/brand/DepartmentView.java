package cn.siyu.application.brand;

import cn.siyu.domain.brand.Department;
import cn.siyu.domain.id.PublicId;
import org.jspecify.annotations.Nullable;

/// A department or store as clients see it.
///
/// @param parent the public id of the one above it; null for a root
public record DepartmentView(
        Department department, @Nullable PublicId parent) {}
