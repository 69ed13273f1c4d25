package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import java.util.List;

/// The part of a brand that somebody sees (数据范围), with departments counted out.
public sealed interface Part {
    /// What one staff member serves.
    record OfStaff(StaffId staff) implements Part {}

    /// What these departments serve.
    ///
    /// @param departments not empty
    record OfDepartments(List<DepartmentId> departments) implements Part {
        public OfDepartments {
            departments = List.copyOf(departments);
        }
    }
}
