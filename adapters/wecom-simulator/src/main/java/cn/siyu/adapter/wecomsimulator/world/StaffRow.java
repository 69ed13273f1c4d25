package cn.siyu.adapter.wecomsimulator.world;

import java.util.List;

/// A member of the corp (成员).
///
/// @param departments the departments it belongs to, the main one first
/// @param status 1 active, 2 disabled, 4 not activated, 5 left
/// @param customerContact whether it has the customer-contact feature (使用范围)
public record StaffRow(
        String userid, String name, List<Integer> departments, String position, int status, boolean customerContact)
        implements Row {

    /// Whether customers can be served by this member.
    public boolean serves() {
        return customerContact && status == 1;
    }
}
