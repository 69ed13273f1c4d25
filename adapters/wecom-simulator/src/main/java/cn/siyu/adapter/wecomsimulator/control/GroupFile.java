package cn.siyu.adapter.wecomsimulator.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer group that is there from the start.
///
/// @param chatId chosen by the simulator when not given
/// @param owner a userid; one who has left the corp leaves the group to be inherited
/// @param createdAt the corp's time when not given
/// @param members who else is in it; owner and administrators are without being named
record GroupFile(
        @Nullable String chatId,
        String name,
        String owner,
        List<String> admins,
        String notice,
        @Nullable Instant createdAt,
        List<Member> members) {

    GroupFile {
        name = name == null ? "" : name;
        notice = notice == null ? "" : notice;
        admins = admins == null ? List.of() : List.copyOf(admins);
        members = members == null ? List.of() : List.copyOf(members);
        if (owner == null) {
            throw new IllegalArgumentException("a group needs an owner");
        }
    }

    /// Somebody in it: a member of the corp, or a customer.
    ///
    /// @param joinedAt when the group was made when not given
    /// @param joinScene 1 when not given
    /// @param state of the join way; `""` when not given
    record Member(
            @Nullable String userid,
            @Nullable String externalUserId,
            @Nullable Instant joinedAt,
            int joinScene,
            @Nullable String invitor,
            String state,
            String nickname) {
        Member {
            if ((userid == null) == (externalUserId == null)) {
                throw new IllegalArgumentException("somebody in a group has either a userid or an externalUserId");
            }
            joinScene = joinScene == 0 ? 1 : joinScene;
            state = state == null ? "" : state;
            nickname = nickname == null ? "" : nickname;
        }

        String id() {
            return externalUserId == null ? String.valueOf(userid) : externalUserId;
        }
    }
}
