package cn.siyu.application.continuity;

import static cn.siyu.application.customer.CustomerWorld.NOW;

import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;

/// A store, its people, and an account for each: the number of an account is 600 more than its
/// holder's.
final class ContinuityFixtures {
    private static final DepartmentId STORE = new DepartmentId(1);

    private ContinuityFixtures() {}

    static Department store() {
        return new Department(
                STORE, PublicId.of(NOW, 1, 1), null, Department.Kind.STORE, null, "/1/", "门店", null, null, 1, NOW, NOW);
    }

    static StaffId holder(ChannelAccountId account) {
        return new StaffId(account.value() - 600);
    }

    static StaffMember member(ChannelAccountId account, String name) {
        var id = holder(account);
        return new StaffMember(id, PublicId.of(NOW, id.value(), id.value()), null, name, STORE, true, 1, NOW, NOW);
    }

    static ChannelAccount account(ChannelAccountId id, String name, int cap, int version) {
        return new ChannelAccount(
                id,
                PublicId.of(NOW, id.value(), id.value()),
                "in-memory",
                "app",
                name,
                name,
                holder(id),
                STORE,
                cap,
                10,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                version,
                NOW,
                NOW);
    }

    /// The same account in the hands of whoever holds another.
    static ChannelAccount heldBy(ChannelAccountId another, ChannelAccount one) {
        return with(one, holder(another), one.state(), one.version());
    }

    static ChannelAccount closed(ChannelAccount one) {
        return with(one, one.staff(), ChannelAccount.State.CLOSED, one.version() + 1);
    }

    private static ChannelAccount with(ChannelAccount one, StaffId staff, ChannelAccount.State state, int version) {
        return new ChannelAccount(
                one.id(),
                one.publicId(),
                one.channel(),
                one.connection(),
                one.address(),
                one.name(),
                staff,
                one.department(),
                one.totalCap(),
                one.dailyCap(),
                one.hours(),
                state,
                one.health(),
                version,
                NOW,
                NOW);
    }
}
