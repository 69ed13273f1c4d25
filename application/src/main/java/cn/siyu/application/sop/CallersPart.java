package cn.siyu.application.sop;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.sop.port.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a brand whose customers a caller sees.
final class CallersPart {
    private CallersPart() {}

    /// The part; null: all of it.
    static @Nullable Part of(Caller caller, Departments departments) {
        return switch (caller.sees()) {
            case DataScope.WholeBrand _ -> null;
            case DataScope.DepartmentTree(var root) ->
                new Part.OfDepartments(departments.subtree(caller.brand(), root));
            case DataScope.OneDepartment(var department) -> new Part.OfDepartments(List.of(department));
            case DataScope.Own(var staff) -> new Part.OfStaff(staff);
        };
    }
}
