package cn.siyu.application.brand;

import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Shows the API keys of a brand, without their secrets. They are few. A caller who sees a part of
/// the brand is shown itself and the keys that see nothing beyond that part.
public final class ReadApiKeys {
    private final ApiKeys keys;
    private final Departments departments;
    private final StaffMembers members;
    private final ResolveSight sights;

    public ReadApiKeys(ApiKeys keys, Departments departments, StaffMembers members, ResolveSight sights) {
        this.keys = keys;
        this.departments = departments;
        this.members = members;
        this.sights = sights;
    }

    /// The keys of the caller's brand that it sees, revoked and expired ones included, by number.
    public List<ApiKeyView> all(Caller caller) {
        return views(caller, keys.of(caller.brand()));
    }

    /// The one with a public id; empty if there is none, or it is not seen.
    public Optional<ApiKeyView> one(Caller caller, PublicId id) {
        return keys.byPublicId(caller.brand(), id)
                .flatMap(key -> views(caller, List.of(key)).stream().findFirst());
    }

    private List<ApiKeyView> views(Caller caller, List<ApiKey> some) {
        var brand = caller.brand();
        var wantedDepartments =
                some.stream().flatMap(key -> department(key.sees()).stream()).collect(Collectors.toSet());
        var wantedStaff =
                some.stream().flatMap(key -> staff(key.sees()).stream()).collect(Collectors.toSet());
        Map<DepartmentId, PublicId> byDepartment = departments.findAll(brand, wantedDepartments).stream()
                .collect(Collectors.toMap(Department::id, Department::publicId));
        Map<StaffId, StaffMember> byStaff = members.findAll(brand, wantedStaff).stream()
                .collect(Collectors.toMap(StaffMember::id, member -> member));
        var sight = sights.of(caller);
        return some.stream()
                .filter(key -> key.publicId().equals(caller.key())
                        || within(
                                caller,
                                sight,
                                key.sees(),
                                staff(key.sees()).map(byStaff::get).orElse(null)))
                .map(key -> new ApiKeyView(
                        key,
                        department(key.sees())
                                .map(byDepartment::get)
                                .or(() -> staff(key.sees()).map(byStaff::get).map(StaffMember::publicId))
                                .orElse(null)))
                .toList();
    }

    /// Whether a caller sees everything that a scope does. Who sees a whole tree sees what is below
    /// each of its departments.
    private static boolean within(Caller caller, Sight sight, DataScope scope, @Nullable StaffMember member) {
        if (sight.everything()) {
            return true;
        }
        boolean departments = sight instanceof Sight.InDepartments;
        return switch (scope) {
            case DataScope.WholeBrand() -> false;
            case DataScope.DepartmentTree(var top) ->
                caller.sees() instanceof DataScope.DepartmentTree && sight.department(top);
            case DataScope.OneDepartment(var one) -> departments && sight.department(one);
            case DataScope.Own(var staff) -> member != null && sight.member(member);
        };
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
