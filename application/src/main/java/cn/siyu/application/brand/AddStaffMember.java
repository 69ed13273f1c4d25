package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;

/// Adds a staff member (成员).
public final class AddStaffMember {
    private final StaffMembers members;
    private final Departments departments;
    private final ResolveSight sights;
    private final BrandClock clock;
    private final IdSource ids;
    private final UnitOfWork work;

    public AddStaffMember(
            StaffMembers members,
            Departments departments,
            ResolveSight sights,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        this.members = members;
        this.departments = departments;
        this.sights = sights;
        this.clock = clock;
        this.ids = ids;
        this.work = work;
    }

    /// A person to be added.
    public record Command(Caller caller, StaffWish wish) {}

    /// Adds the person.
    public ChangeOutcome<StaffView> handle(Command command) {
        return work.inTransaction(() -> add(command.caller(), command.wish()));
    }

    private ChangeOutcome<StaffView> add(Caller caller, StaffWish wish) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        var inputs = new Inputs();
        wish.check(inputs);
        String key = wish.externalId();
        if (key != null) {
            inputs.taken("/externalId", members.byExternalId(brand, key).isPresent(), key);
        }
        var department = inputs.reference(
                "/department",
                departments.byPublicId(brand, wish.department()).filter(one -> sight.department(one.id())));
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var now = clock.now(brand);
        var id = new StaffId(ids.next());
        var member = new StaffMember(
                id,
                ids.publicId(id.value(), now),
                key,
                wish.name(),
                department.orElseThrow().id(),
                wish.active(),
                1,
                now,
                now);
        members.add(brand, member);
        return new ChangeOutcome.Done<>(new StaffViews(departments).of(brand, member));
    }
}
