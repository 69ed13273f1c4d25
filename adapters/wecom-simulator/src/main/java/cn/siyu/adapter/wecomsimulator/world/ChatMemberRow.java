package cn.siyu.adapter.wecomsimulator.world;

/// Somebody is in a customer group (群成员).
///
/// @param member a userid or an external_userid
/// @param type 1 member of the corp, 2 external
/// @param joinScene 1 invited directly, 2 by an invitation link, 3 by a code
/// @param invitor the member of the corp that invited; `""` for none
/// @param state the join way's state; `""` for none
/// @param messages how often it spoke there
public record ChatMemberRow(
        String chatId,
        String member,
        int type,
        long joinedAt,
        int joinScene,
        String invitor,
        String state,
        String nickname,
        int messages)
        implements Row {

    /// It is no longer in the group.
    public record Gone(String chatId, String member) implements Row {}

    public boolean external() {
        return type == 2;
    }

    public ChatMemberRow spoke(int more) {
        return new ChatMemberRow(chatId, member, type, joinedAt, joinScene, invitor, state, nickname, messages + more);
    }
}
