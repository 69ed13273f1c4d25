package cn.siyu.application.channel.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// QR codes that lead into customer groups (加入群聊, 群活码): when one group is full, into the
/// next.
public interface GroupJoinWays {
    /// Makes a join way and answers its id; the code itself comes with [#fetch].
    Answer<String> create(Request request);

    Answer<JoinWay> fetch(String joinWayId);

    /// Replaces everything.
    Answer<Ack> update(String joinWayId, Request request);

    Answer<Ack> delete(String joinWayId);

    /// What a join way should be.
    ///
    /// @param groups 1 to 5 groups, filled in their order
    /// @param state our source mark, at most 30 characters; comes back with every member who joins
    /// @param more how groups are named that the far side makes when all are full; null: it makes
    ///     none
    record Request(
            List<String> groups,
            String state,
            String remark,
            @Nullable More more) {
        public Request {
            groups = List.copyOf(groups);
            if (groups.isEmpty() || groups.size() > 5) {
                throw new IllegalArgumentException("a join way leads into 1 to 5 groups");
            }
        }
    }

    /// New groups are called by the prefix and a number that counts up from `first` (自动建群).
    record More(String namePrefix, int first) {}

    /// A join way as it is now; the far side may have added groups.
    record JoinWay(String joinWayId, String qrCodeUrl, Request request) {}
}
