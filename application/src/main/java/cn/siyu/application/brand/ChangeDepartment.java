package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes a department or store, and moves it with all below it when its parent changes.
public final class ChangeDepartment {
    private final Departments departments;
    private final ResolveSight sights;
    private final BrandClock clock;
    private final UnitOfWork work;

    public ChangeDepartment(Departments departments, ResolveSight sights, BrandClock clock, UnitOfWork work) {
        this.departments = departments;
        this.sights = sights;
        this.clock = clock;
        this.work = work;
    }

    /// What the department is to be.
    ///
    /// @param version the version that its author has seen
    public record Command(Caller caller, PublicId department, int version, DepartmentWish wish) {}

    /// Changes the department.
    public ChangeOutcome<DepartmentView> handle(Command command) {
        return work.inTransaction(() -> {
            departments.lockTree(command.caller().brand());
            var sight = sights.of(command.caller());
            return departments
                    .byPublicId(command.caller().brand(), command.department())
                    .filter(one -> sight.department(one.id()))
                    .map(one -> change(one, command, sight))
                    .orElseGet(ChangeOutcome.Unknown::new);
        });
    }

    private ChangeOutcome<DepartmentView> change(Department old, Command command, Sight sight) {
        if (old.version() != command.version()) {
            return new ChangeOutcome.Stale<>(old.version());
        }
        var brand = command.caller().brand();
        var wish = command.wish();
        var inputs = new Inputs();
        wish.check(inputs);
        String key = wish.externalId();
        if (key != null) {
            var owner = departments.byExternalId(brand, key);
            inputs.taken(
                    "/externalId",
                    owner.filter(one -> !one.id().equals(old.id())).isPresent(),
                    key);
        }
        var parent = stays(old, wish.parent(), brand)
                ? above(old, brand)
                : newParent(old, wish.parent(), brand, sight, inputs);
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var changed = changed(old, wish, parent.orElse(null), clock.now(brand));
        if (!changed.path().equals(old.path())) {
            departments.movePaths(brand, old.path(), changed.path());
        }
        departments.replace(brand, changed);
        return new ChangeOutcome.Done<>(new DepartmentViews(departments).of(brand, changed));
    }

    private Optional<Department> above(Department one, BrandId brand) {
        return Optional.ofNullable(one.parent()).flatMap(id -> departments.find(brand, id));
    }

    private boolean stays(Department old, @Nullable PublicId wanted, BrandId brand) {
        return above(old, brand).map(Department::publicId).equals(Optional.ofNullable(wanted));
    }

    private Optional<Department> newParent(
            Department old, @Nullable PublicId wanted, BrandId brand, Sight sight, Inputs inputs) {
        var parent = AddDepartment.parent(departments, sight, brand, wanted, inputs);
        inputs.check(
                parent.filter(old::contains).isEmpty(),
                "/parent",
                InputProblem.Code.NOT_ALLOWED,
                "A department can't be put below itself.",
                "部门不能移到自身之下。");
        int levels = parent.map(one -> one.fromRoot().size()).orElse(0) + height(old, brand);
        inputs.check(
                levels <= AddDepartment.MOST_LEVELS,
                "/parent",
                InputProblem.Code.NOT_ALLOWED,
                "The tree may have " + AddDepartment.MOST_LEVELS + " levels.",
                "部门树最多 " + AddDepartment.MOST_LEVELS + " 层。");
        return parent;
    }

    /// How many levels a department and those below it take.
    private int height(Department top, BrandId brand) {
        var below = Set.copyOf(departments.subtree(brand, top.id()));
        return 1
                + departments.findAll(brand, below).stream()
                        .mapToInt(one -> one.fromRoot().size())
                        .max()
                        .orElse(top.fromRoot().size())
                - top.fromRoot().size();
    }

    private static Department changed(Department old, DepartmentWish wish, @Nullable Department parent, Instant now) {
        return new Department(
                old.id(),
                old.publicId(),
                wish.externalId(),
                wish.kind(),
                parent == null ? null : parent.id(),
                Department.pathOf(parent, old.id()),
                wish.name(),
                wish.zone(),
                wish.address(),
                old.version() + 1,
                old.createdAt(),
                now);
    }
}
