package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.FollowsMember;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.id.PublicId;

/// Changes a staff member: name, department, whether active. What they hold in the department that
/// they leave goes with them (随成员调动).
public final class ChangeStaffMember {
    private final StaffMembers members;
    private final Departments departments;
    private final ResolveSight sights;
    private final FollowsMember held;
    private final BrandClock clock;
    private final UnitOfWork work;

    public ChangeStaffMember(
            StaffMembers members,
            Departments departments,
            ResolveSight sights,
            FollowsMember held,
            BrandClock clock,
            UnitOfWork work) {
        this.members = members;
        this.departments = departments;
        this.sights = sights;
        this.held = held;
        this.clock = clock;
        this.work = work;
    }

    /// What the person is to be.
    ///
    /// @param version the version that its author has seen
    public record Command(Caller caller, PublicId member, int version, StaffWish wish) {}

    /// Changes the person.
    public ChangeOutcome<StaffView> handle(Command command) {
        return work.inTransaction(() -> {
            var sight = sights.of(command.caller());
            return members.byPublicId(command.caller().brand(), command.member())
                    .filter(sight::member)
                    .map(member -> change(member, command, sight))
                    .orElseGet(ChangeOutcome.Unknown::new);
        });
    }

    private ChangeOutcome<StaffView> change(StaffMember old, Command command, Sight sight) {
        if (old.version() != command.version()) {
            return new ChangeOutcome.Stale<>(old.version());
        }
        var brand = command.caller().brand();
        var wish = command.wish();
        var inputs = new Inputs();
        wish.check(inputs);
        String key = wish.externalId();
        if (key != null) {
            var owner = members.byExternalId(brand, key);
            inputs.taken(
                    "/externalId",
                    owner.filter(one -> !one.id().equals(old.id())).isPresent(),
                    key);
        }
        var department = inputs.reference(
                "/department",
                departments.byPublicId(brand, wish.department()).filter(one -> sight.department(one.id())));
        if (!inputs.sound()) {
            return inputs.refused();
        }
        var changed = new StaffMember(
                old.id(),
                old.publicId(),
                key,
                wish.name(),
                department.orElseThrow().id(),
                wish.active(),
                old.version() + 1,
                old.createdAt(),
                clock.now(brand));
        members.replace(brand, changed);
        if (!changed.department().equals(old.department())) {
            held.moved(brand, old.id(), old.department(), changed.department(), changed.updatedAt());
        }
        return new ChangeOutcome.Done<>(new StaffViews(departments).of(brand, changed));
    }
}
