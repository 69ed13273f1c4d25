package cn.siyu.application.continuity;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.CustomerGroups;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.domain.channel.ChannelAccount;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The groups that an account owns, as the channel lists them (群主名下的客户群). Asks the channel,
/// so it must not be used inside a transaction.
final class OwnedGroups {
    private static final int MOST_PAGES = 50;

    private OwnedGroups() {}

    /// Each once, in order; none where the channel has no groups, empty if it can't be asked or has
    /// no end.
    static Optional<List<String>> of(ChannelConnection connection, ChannelAccount owner) {
        var groups = connection.groups();
        if (groups.isEmpty()) {
            return Optional.of(List.of());
        }
        var found = new TreeSet<String>();
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            if (!(groups.get().list(List.of(owner.address()), cursor)
                    instanceof Answer.Done<Slice<CustomerGroups.Listed>>(var slice))) {
                return Optional.empty();
            }
            slice.items().forEach(one -> found.add(one.groupId()));
            cursor = slice.next();
            if (cursor == null) {
                return Optional.of(List.copyOf(found));
            }
        }
        return Optional.empty();
    }
}
