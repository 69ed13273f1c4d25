package cn.siyu.application.brand;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows staff members, as far as the caller sees them.
public final class ReadStaff {
    private final StaffMembers members;
    private final Departments departments;
    private final ResolveSight sights;

    public ReadStaff(StaffMembers members, Departments departments, ResolveSight sights) {
        this.members = members;
        this.departments = departments;
        this.sights = sights;
    }

    /// Staff members with a number above `after`, by number.
    public List<StaffView> page(Caller caller, long after, int atMost) {
        var sight = sights.of(caller);
        var page = SeenPage.of(
                after,
                atMost,
                (from, size) -> members.page(caller.brand(), from, size),
                one -> one.id().value(),
                sight::member);
        return new StaffViews(departments).of(caller.brand(), page);
    }

    /// The one with a public id, if the caller sees them.
    public Optional<StaffView> one(Caller caller, PublicId id) {
        var sight = sights.of(caller);
        return members.byPublicId(caller.brand(), id)
                .filter(sight::member)
                .map(member -> new StaffViews(departments).of(caller.brand(), member));
    }
}
