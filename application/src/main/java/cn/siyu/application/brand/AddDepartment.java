package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds a department (部门) or store (门店) to the brand's tree.
public final class AddDepartment {
    /// So many levels a tree may have.
    static final int MOST_LEVELS = 10;

    private final Departments departments;
    private final ResolveSight sights;
    private final BrandClock clock;
    private final IdSource ids;
    private final UnitOfWork work;

    public AddDepartment(
            Departments departments, ResolveSight sights, BrandClock clock, IdSource ids, UnitOfWork work) {
        this.departments = departments;
        this.sights = sights;
        this.clock = clock;
        this.ids = ids;
        this.work = work;
    }

    /// A department to be added.
    public record Command(Caller caller, DepartmentWish wish) {}

    /// Adds the department.
    public ChangeOutcome<DepartmentView> handle(Command command) {
        return work.inTransaction(() -> add(command.caller(), command.wish()));
    }

    private ChangeOutcome<DepartmentView> add(Caller caller, DepartmentWish wish) {
        var brand = caller.brand();
        departments.lockTree(brand);
        var inputs = new Inputs();
        wish.check(inputs);
        String key = wish.externalId();
        if (key != null) {
            inputs.taken("/externalId", departments.byExternalId(brand, key).isPresent(), key);
        }
        var parent = parent(departments, sights.of(caller), brand, wish.parent(), inputs);
        inputs.check(
                parent.map(one -> one.fromRoot().size() < MOST_LEVELS).orElse(true),
                "/parent",
                InputProblem.Code.NOT_ALLOWED,
                "The tree may have " + MOST_LEVELS + " levels.",
                "部门树最多 " + MOST_LEVELS + " 层。");
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var now = clock.now(brand);
        var id = new DepartmentId(ids.next());
        var above = parent.orElse(null);
        var department = new Department(
                id,
                ids.publicId(id.value(), now),
                key,
                wish.kind(),
                above == null ? null : above.id(),
                Department.pathOf(above, id),
                wish.name(),
                wish.zone(),
                wish.address(),
                1,
                now,
                now);
        departments.add(brand, department);
        return new ChangeOutcome.Done<>(new DepartmentViews(departments).of(brand, department));
    }

    /// The department above, which the caller must see; only who sees the whole brand may do
    /// without one.
    static Optional<Department> parent(
            Departments departments, Sight sight, BrandId brand, @Nullable PublicId wanted, Inputs inputs) {
        if (wanted == null) {
            inputs.check(
                    sight.everything(),
                    "/parent",
                    InputProblem.Code.MISSING,
                    "Name the department above: this key sees a part of the brand only.",
                    "请填写上级部门：此密钥只能查看部分数据。");
            return Optional.empty();
        }
        return inputs.reference(
                "/parent", departments.byPublicId(brand, wanted).filter(one -> sight.department(one.id())));
    }
}
