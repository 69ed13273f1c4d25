package cn.siyu.application.channel.port;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers that the platform itself counts (联系客户统计, 群聊数据统计). Days are the platform's,
/// none older than 180, at most 30 in one call.
public interface ChannelStatistics {
    /// What members did in conversations, summed over them, by day.
    ///
    /// @param staff 1 to 100
    Answer<List<Conversations>> conversations(List<String> staff, LocalDate first, LocalDate last);

    /// What happened in the groups of some owners, by owner.
    ///
    /// @param owners 1 to 100
    Answer<List<Groups>> groups(List<String> owners, LocalDate first, LocalDate last);

    /// One day (某天).
    ///
    /// @param answeredPercent share of chats in which the member answered; null on a day without
    ///     chats
    /// @param minutesToAnswer average until the first answer; null on a day without chats
    /// @param lost customers who deleted or blocked the member
    record Conversations(
            LocalDate day,
            long chats,
            long messages,
            @Nullable Double answeredPercent,
            @Nullable Long minutesToAnswer,
            long lost,
            long requests,
            long added) {}

    /// The groups of one owner.
    record Groups(
            String owner,
            long groups,
            long newGroups,
            long groupsWithMessages,
            long members,
            long newMembers,
            long membersWhoWrote,
            long messages) {}
}
