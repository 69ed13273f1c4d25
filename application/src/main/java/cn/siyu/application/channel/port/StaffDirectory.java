package cn.siyu.application.channel.port;

import java.util.List;

/// The brand's organisation as the channel knows it (通讯录), inside the connection's visible
/// range.
public interface StaffDirectory {
    Answer<List<Department>> departments();

    /// Ids of the members who may have contacts (客户联系功能).
    Answer<List<String>> contactStaff();

    Answer<Member> member(String staff);

    /// A department (部门).
    ///
    /// @param parentId 0 for the root
    record Department(long id, long parentId, String name) {}

    /// A member (成员).
    ///
    /// @param active false while disabled, not yet activated, or left
    record Member(String staff, String name, List<Long> departments, boolean active) {
        public Member {
            departments = List.copyOf(departments);
        }
    }
}
