package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts staff members together with the ids that clients know.
final class StaffViews {
    private final Departments departments;

    StaffViews(Departments departments) {
        this.departments = departments;
    }

    List<StaffView> of(BrandId brand, List<StaffMember> some) {
        var ids =
                departments
                        .findAll(
                                brand,
                                some.stream().map(StaffMember::department).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Department::id, Department::publicId));
        return some.stream()
                .map(one -> new StaffView(
                        one, Optional.ofNullable(ids.get(one.department())).orElseThrow()))
                .toList();
    }

    StaffView of(BrandId brand, StaffMember one) {
        return of(brand, List.of(one)).getFirst();
    }
}
