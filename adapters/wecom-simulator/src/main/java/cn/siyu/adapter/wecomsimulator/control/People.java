package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.Encounters;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import org.jspecify.annotations.Nullable;

/// Finds the people that an action names, or says who is missing.
final class People {
    private final Corp corp;

    People(Corp corp) {
        this.corp = corp;
    }

    /// The customer, or somebody new when none is named.
    CustomerRow customerOrNew(@Nullable String externalUserId, @Nullable String name) {
        if (externalUserId != null) {
            return customer(externalUserId);
        }
        return Encounters.born(corp, name == null ? "客户" + corp.contacts().count() : name, 0);
    }

    CustomerRow customer(String externalUserId) {
        return corp.contacts()
                .byId(String.valueOf(externalUserId))
                .orElseThrow(() -> ControlError.notFound("there is no customer " + externalUserId));
    }

    StaffRow member(String userid) {
        return corp.directory()
                .staff(String.valueOf(userid))
                .orElseThrow(() -> ControlError.notFound("there is no member " + userid));
    }

    /// A member who serves customers.
    StaffRow serving(String userid) {
        var member = member(userid);
        if (!member.serves()) {
            throw ControlError.conflict(userid + " does not serve customers");
        }
        return member;
    }
}
