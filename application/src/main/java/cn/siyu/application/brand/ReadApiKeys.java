package cn.siyu.application.brand;

import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows the API keys of a brand, without their secrets. They are few.
public final class ReadApiKeys {
    private final ApiKeys keys;
    private final Departments departments;
    private final StaffMembers members;

    public ReadApiKeys(ApiKeys keys, Departments departments, StaffMembers members) {
        this.keys = keys;
        this.departments = departments;
        this.members = members;
    }

    /// All keys of the caller's brand, revoked and expired ones included, by number.
    public List<ApiKeyView> all(Caller caller) {
        return views(caller.brand(), keys.of(caller.brand()));
    }

    /// The one with a public id, or empty.
    public Optional<ApiKeyView> one(Caller caller, PublicId id) {
        return keys.byPublicId(caller.brand(), id)
                .map(key -> views(caller.brand(), List.of(key)).getFirst());
    }

    private List<ApiKeyView> views(BrandId brand, List<ApiKey> some) {
        var wantedDepartments =
                some.stream().flatMap(key -> department(key.sees()).stream()).collect(Collectors.toSet());
        var wantedStaff =
                some.stream().flatMap(key -> staff(key.sees()).stream()).collect(Collectors.toSet());
        Map<DepartmentId, PublicId> byDepartment = departments.findAll(brand, wantedDepartments).stream()
                .collect(Collectors.toMap(Department::id, Department::publicId));
        Map<StaffId, PublicId> byStaff = members.findAll(brand, wantedStaff).stream()
                .collect(Collectors.toMap(StaffMember::id, StaffMember::publicId));
        return some.stream()
                .map(key -> new ApiKeyView(
                        key,
                        department(key.sees())
                                .map(byDepartment::get)
                                .or(() -> staff(key.sees()).map(byStaff::get))
                                .orElse(null)))
                .toList();
    }

    private static Optional<DepartmentId> department(DataScope scope) {
        return switch (scope) {
            case DataScope.DepartmentTree(var department) -> Optional.of(department);
            case DataScope.OneDepartment(var department) -> Optional.of(department);
            case DataScope.WholeBrand _, DataScope.Own _ -> Optional.empty();
        };
    }

    private static Optional<StaffId> staff(DataScope scope) {
        return scope instanceof DataScope.Own(var staff) ? Optional.of(staff) : Optional.empty();
    }
}
