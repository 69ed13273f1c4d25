package cn.siyu.application.brand;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;

/// How much of a brand's data a caller sees (数据范围). Applied inside use cases, never at the
/// edge, so that no two edges can differ.
public sealed interface DataScope {
    /// The whole brand.
    record WholeBrand() implements DataScope {}

    /// A department and everything below it.
    record DepartmentTree(DepartmentId department) implements DataScope {}

    /// One department, without those below it.
    record OneDepartment(DepartmentId department) implements DataScope {}

    /// What one staff member serves.
    record Own(StaffId staff) implements DataScope {}
}
