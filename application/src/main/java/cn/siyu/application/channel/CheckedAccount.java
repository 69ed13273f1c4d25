package cn.siyu.application.channel;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Inputs;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Optional;

/// An account wish held to the policies and to what the caller sees.
///
/// @param staff empty if the request named nobody that is there
/// @param department empty likewise
record CheckedAccount(
        Optional<StaffMember> staff,
        Optional<DepartmentId> department,
        int totalCap,
        int dailyCap,
        WorkingHours hours) {
    private static final int MOST_NAME = 100;
    private static final int MANY = 10_000_000;

    /// Where it is looked up.
    record Sources(StaffMembers members, Departments departments, ResolveSight sights, PoliciesInForce policies) {}

    static CheckedAccount of(
            AccountWish wish, String channel, Caller caller, Instant now, Sources sources, Inputs inputs) {
        var brand = caller.brand();
        var sight = sources.sights().of(caller);
        inputs.text("/name", wish.name(), MOST_NAME);
        var staff = inputs.reference(
                "/staff", sources.members().byPublicId(brand, wish.staff()).filter(sight::member));
        var department = department(wish, sight, brand, staff, sources, inputs);
        boolean known = sources.policies().knowsPlatform(channel, now);
        int most = known
                ? sources.policies()
                        .platform(brand, channel, now)
                        .values()
                        .customers()
                        .perAccount()
                : MANY;
        int atStart = known
                ? sources.policies()
                        .platform(brand, channel, now)
                        .values()
                        .customers()
                        .perAccountAtStart()
                : most;
        var allocation = sources.policies().allocation(brand, now).values();
        int totalCap = Optional.ofNullable(wish.totalCap()).orElse(atStart);
        int dailyCap = Optional.ofNullable(wish.dailyCap()).orElse(allocation.dailyAddsPerAccount());
        inputs.range("/totalCap", totalCap, 1, most);
        inputs.range("/dailyCap", dailyCap, 1, most);
        return new CheckedAccount(
                staff,
                department,
                totalCap,
                dailyCap,
                Optional.ofNullable(wish.hours()).orElse(WorkingHours.ALWAYS));
    }

    private static Optional<DepartmentId> department(
            AccountWish wish, Sight sight, BrandId brand, Optional<StaffMember> staff, Sources sources, Inputs inputs) {
        PublicId wanted = wish.department();
        if (wanted == null) {
            return staff.map(StaffMember::department);
        }
        return inputs.reference(
                "/department",
                sources.departments()
                        .byPublicId(brand, wanted)
                        .map(Department::id)
                        .filter(sight::department));
    }
}
