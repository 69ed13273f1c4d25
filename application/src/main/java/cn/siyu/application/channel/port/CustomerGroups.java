package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Customer groups (客户群): group chats of staff and customers, as the far side has them now.
public interface CustomerGroups {
    /// Groups of some owners, a page at a time; no owner means all that the connection sees.
    ///
    /// @param owners at most 100
    Answer<Slice<Listed>> list(List<String> owners, @Nullable String cursor);

    /// One group with everybody in it. NotDone(NOT_FOUND) when it is unknown or was dismissed.
    Answer<Group> fetch(String groupId);

    /// A group in a list.
    record Listed(String groupId, State state) {}

    enum State {
        NORMAL,
        /// The owner has left the company; somebody has to take over (待继承).
        OWNER_LEFT,
        /// Somebody is taking over (继承中).
        BEING_INHERITED,
        INHERITED,
        UNRECOGNISED
    }

    /// A group (客户群).
    ///
    /// @param notice the announcement (群公告), empty if there is none
    /// @param membersVersion changes whenever somebody comes or goes; null when not told
    record Group(
            String groupId,
            String name,
            String owner,
            Instant createdAt,
            String notice,
            List<Member> members,
            List<String> admins,
            @Nullable String membersVersion) {
        public Group {
            members = List.copyOf(members);
            admins = List.copyOf(admins);
        }
    }

    /// Somebody in a group.
    ///
    /// @param memberId a staff member's id, or a contact's
    /// @param unionId the person's id over all apps of one WeChat developer account, if bound
    /// @param state the source we gave to the join way, if the member came by one of ours
    /// @param invitor the staff member who invited, if one did
    record Member(
            String memberId,
            boolean staff,
            String name,
            Instant joinedAt,
            JoinedBy joinedBy,
            @Nullable String unionId,
            @Nullable String state,
            @Nullable String invitor) {}

    enum JoinedBy {
        INVITATION,
        INVITATION_LINK,
        QR_CODE,
        UNRECOGNISED
    }
}
