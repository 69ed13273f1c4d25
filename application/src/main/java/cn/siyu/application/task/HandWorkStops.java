package cn.siyu.application.task;

import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.contact.port.Reach;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why work by hand for somebody must not be done (硬性停止): the governor's hard stops. Who asked
/// for nothing is not asked for consent either: an answer needs none, a friend request does.
final class HandWorkStops {
    /// Kinds of work that one customer notices, and that no message stands behind.
    static final Set<String> KINDS = Set.of(Deed.Add.KIND, Deed.DoubleAdd.KIND, Deed.Reply.KIND, Deed.Like.KIND);

    /// Those that ask somebody to be a contact.
    static final Set<String> REQUESTS = Set.of(Deed.Add.KIND, Deed.DoubleAdd.KIND);
    private static final String MOMENTS = "MOMENTS";
    private static final String CHAT = "PRIVATE_CHAT";

    private HandWorkStops() {}

    /// A stable code; null if nothing stands against it.
    ///
    /// @param kind one of [#KINDS]
    /// @param reach what is known of the customer; null if there is no such customer any more
    /// @param friends whether the customer is a friend of the account
    static @Nullable String of(String kind, @Nullable Reach reach, boolean friends) {
        if (reach == null) {
            return "LOST";
        }
        String touchpoint = kind.equals(Deed.Like.KIND) ? MOMENTS : CHAT;
        if (REQUESTS.contains(kind)) {
            String stop = reach.hardStop(touchpoint);
            return stop == null && friends && kind.equals(Deed.Add.KIND) ? "ALREADY_FRIEND" : stop;
        }
        if (reach.blacklisted()) {
            return "BLACKLISTED";
        }
        if (reach.optedOutOf(touchpoint)) {
            return "OPTED_OUT";
        }
        return friends ? null : "LOST";
    }
}
