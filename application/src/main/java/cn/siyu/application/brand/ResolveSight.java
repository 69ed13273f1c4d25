package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.domain.brand.BrandId;
import java.util.Set;

/// Turns the data scope (数据范围) of a caller into the departments or the person whose data it
/// sees.
public final class ResolveSight {
    private final Departments departments;
    private final StaffMembers members;

    public ResolveSight(Departments departments, StaffMembers members) {
        this.departments = departments;
        this.members = members;
    }

    /// What a caller sees now; nothing, once the department or person it is bound to is gone.
    public Sight of(Caller caller) {
        return of(caller.brand(), caller.sees());
    }

    /// What a data scope comes to now.
    public Sight of(BrandId brand, DataScope sees) {
        return switch (sees) {
            case DataScope.WholeBrand() -> new Sight.Everything();
            case DataScope.DepartmentTree(var root) ->
                new Sight.InDepartments(Set.copyOf(departments.subtree(brand, root)));
            case DataScope.OneDepartment(var department) -> new Sight.InDepartments(Set.of(department));
            case DataScope.Own(var staff) ->
                members.find(brand, staff)
                        .<Sight>map(member -> new Sight.OfOnePerson(staff, member.department()))
                        .orElseGet(() -> new Sight.InDepartments(Set.of()));
        };
    }
}
