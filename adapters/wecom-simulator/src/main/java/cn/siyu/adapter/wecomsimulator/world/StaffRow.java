package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member of the corp (成员).
///
/// @param departments the departments it belongs to, the main one first
/// @param status 1 active, 2 disabled, 4 not activated, 5 left
/// @param customerContact whether it has the customer-contact feature (使用范围)
/// @param standing what else the platform knows of it; [Standing#USUAL] when not given
public record StaffRow(
        String userid,
        String name,
        List<Integer> departments,
        String position,
        int status,
        boolean customerContact,
        Standing standing)
        implements Row {
    private static final int ACTIVE = 1;
    private static final int LEFT = 5;

    /// What the platform asks for before a member may take over customers.
    ///
    /// @param leftAt when it left the corp; 0 while it has not
    /// @param lastLoginAt when it last logged in; 0 = it does so all the time
    /// @param unverified its real name was not verified (未实名)
    /// @param banned the platform has taken customer transfer away from it
    /// @param superAdmin it is a super administrator of the corp
    /// @param teamAccount it is an account of a team (团队号), whose customers stay where they are
    /// @param archived its chats are archived (会话存档), if the customer agrees
    /// @param consoleWelcome what new customers are greeted with by the console's setting, so that
    ///     apps get no welcome code; null for nothing
    public record Standing(
            long leftAt,
            long lastLoginAt,
            boolean unverified,
            boolean banned,
            boolean superAdmin,
            boolean teamAccount,
            boolean archived,
            @Nullable String consoleWelcome) {
        public static final Standing USUAL = new Standing(0, 0, false, false, false, false, false, null);

        Standing leaving(long at) {
            return new Standing(at, lastLoginAt, unverified, banned, superAdmin, teamAccount, archived, consoleWelcome);
        }
    }

    @JsonCreator
    public StaffRow(
            String userid,
            String name,
            List<Integer> departments,
            String position,
            int status,
            boolean customerContact,
            @Nullable Standing standing) {
        this.userid = userid;
        this.name = name;
        this.departments = departments;
        this.position = position;
        this.status = status;
        this.customerContact = customerContact;
        this.standing = standing == null ? Standing.USUAL : standing;
    }

    /// A member of whom the platform knows nothing special.
    public StaffRow(
            String userid,
            String name,
            List<Integer> departments,
            String position,
            int status,
            boolean customerContact) {
        this(userid, name, departments, position, status, customerContact, Standing.USUAL);
    }

    /// Whether customers can be served by this member.
    public boolean serves() {
        return customerContact && status == ACTIVE;
    }

    /// Whether the member has left the corp (离职).
    public boolean hasLeft() {
        return status == LEFT;
    }

    public StaffRow with(int newStatus, boolean nowServing, Standing newStanding) {
        return new StaffRow(userid, name, departments, position, newStatus, nowServing, newStanding);
    }

    /// The member as it is after leaving the corp.
    public StaffRow leaves(long at) {
        return with(LEFT, customerContact, standing.leaving(at));
    }
}
