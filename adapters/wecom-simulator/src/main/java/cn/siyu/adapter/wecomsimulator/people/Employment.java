package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;

/// Members leave the corp or change (成员变更), in the console or by themselves.
public final class Employment {
    private Employment() {}

    /// The member leaves (离职). Its customers stay with it, unreachable, until they are handed to
    /// somebody.
    /// @return whether it was still there
    public static boolean leaves(Corp corp, StaffRow member) {
        if (member.hasLeft()) {
            return false;
        }
        change(corp, member.leaves(corp.clock().now()));
        return true;
    }

    /// The member is another from now on: its status, its feature, what the platform thinks of it.
    public static void change(Corp corp, StaffRow member) {
        var before = Acquisition.available(corp);
        corp.put(member);
        Acquisition.tellOfUnavailable(corp, before);
        if (member.hasLeft()) {
            GroupTransfers.orphan(corp, member);
        }
    }
}
