package cn.siyu.application.task;

import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccounts.Load;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How many more people accounts may ask to be friends (好友上限): what is left of their cap when
/// everybody who was asked, or holds a place, has come. Whoever orders friend requests holds the
/// accounts' paces, so that nobody else orders at the same time.
public final class FriendRoom {
    private static final Load NOBODY = new Load(0, 0, 0);

    private final ChannelAccounts accounts;
    private final Tasks tasks;

    public FriendRoom(ChannelAccounts accounts, Tasks tasks) {
        this.accounts = accounts;
        this.tasks = tasks;
    }

    /// The room of each account, 0 or more.
    ///
    /// @param now on the brand's clock
    public Map<ChannelAccountId, Integer> of(BrandId brand, Collection<ChannelAccount> some, Instant now) {
        var ids = some.stream().map(ChannelAccount::id).collect(Collectors.toSet());
        var loads = accounts.loads(brand, ids, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var asked = tasks.open(brand, ids, Deed.Add.KIND);
        Map<ChannelAccountId, Integer> room = new HashMap<>();
        for (ChannelAccount each : some) {
            var load = loads.getOrDefault(each.id(), NOBODY);
            int coming = load.live() + load.held() + asked.getOrDefault(each.id(), 0);
            room.put(each.id(), Math.max(0, each.totalCap() - coming));
        }
        return room;
    }
}
