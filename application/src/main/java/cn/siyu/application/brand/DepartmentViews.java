package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts departments together with the ids that clients know.
final class DepartmentViews {
    private final Departments departments;

    DepartmentViews(Departments departments) {
        this.departments = departments;
    }

    List<DepartmentView> of(BrandId brand, List<Department> some) {
        var above = some.stream()
                .map(Department::parent)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        var ids = departments.findAll(brand, above).stream()
                .collect(Collectors.toMap(Department::id, Department::publicId));
        return some.stream()
                .map(one -> new DepartmentView(
                        one, Optional.ofNullable(one.parent()).map(ids::get).orElse(null)))
                .toList();
    }

    DepartmentView of(BrandId brand, Department one) {
        return of(brand, List.of(one)).getFirst();
    }
}
