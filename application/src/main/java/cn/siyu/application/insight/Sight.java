package cn.siyu.application.insight;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import java.util.Set;

/// Which customers a caller sees, by the accounts they have a relationship with, ended ones included.
public sealed interface Sight {
    /// All of the brand, also those without any relationship.
    record All() implements Sight {}

    /// Those of accounts in departments.
    record In(Set<DepartmentId> departments) implements Sight {
        public In {
            departments = Set.copyOf(departments);
        }
    }

    /// Those of a staff member's accounts.
    record With(StaffId staff) implements Sight {}

    /// What a data scope comes to.
    static Sight of(BrandId brand, DataScope scope, Departments departments) {
        return switch (scope) {
            case DataScope.WholeBrand() -> new All();
            case DataScope.DepartmentTree(var root) -> new In(Set.copyOf(departments.subtree(brand, root)));
            case DataScope.OneDepartment(var department) -> new In(Set.of(department));
            case DataScope.Own(var staff) -> new With(staff);
        };
    }
}
