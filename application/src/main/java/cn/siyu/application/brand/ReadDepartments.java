package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows departments and stores, as far as the caller sees them.
public final class ReadDepartments {
    private final Departments departments;
    private final ResolveSight sights;

    public ReadDepartments(Departments departments, ResolveSight sights) {
        this.departments = departments;
        this.sights = sights;
    }

    /// Departments with a number above `after`, by number.
    public List<DepartmentView> page(Caller caller, long after, int atMost) {
        var sight = sights.of(caller);
        var page = SeenPage.of(
                after,
                atMost,
                (from, size) -> departments.page(caller.brand(), from, size),
                one -> one.id().value(),
                one -> sight.department(one.id()));
        return new DepartmentViews(departments).of(caller.brand(), page);
    }

    /// The one with a public id, if the caller sees it.
    public Optional<DepartmentView> one(Caller caller, PublicId id) {
        return seen(caller, departments.byPublicId(caller.brand(), id));
    }

    /// The one with the brand's own key, if the caller sees it.
    public Optional<DepartmentView> byExternalId(Caller caller, String externalId) {
        return seen(caller, departments.byExternalId(caller.brand(), externalId));
    }

    private Optional<DepartmentView> seen(Caller caller, Optional<Department> found) {
        var sight = sights.of(caller);
        return found.filter(one -> sight.department(one.id()))
                .map(one -> new DepartmentViews(departments).of(caller.brand(), one));
    }
}
