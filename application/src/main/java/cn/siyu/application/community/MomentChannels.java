package cn.siyu.application.community;

import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.domain.channel.ChannelAccount;
import java.util.List;
import java.util.Optional;

/// How accounts post to moments: by the platform's own means where their channel has them, else by
/// hand.
public final class MomentChannels {
    private final List<ChannelAdapter> adapters;

    public MomentChannels(List<ChannelAdapter> adapters) {
        this.adapters = List.copyOf(adapters);
    }

    /// Accounts that are reached alike.
    record Route(String channel, String connection) {
        static Route of(ChannelAccount account) {
            return new Route(account.channel(), account.connection());
        }
    }

    /// The connection of a route; empty if it isn't configured.
    Optional<ChannelConnection> connection(Route route) {
        return adapters.stream()
                .filter(adapter -> adapter.descriptor().id().equals(route.channel()))
                .findFirst()
                .flatMap(adapter -> adapter.connection(route.connection()));
    }

    /// The role that posts; empty: people do.
    Optional<Moments> role(ChannelAccount account) {
        return connection(Route.of(account)).flatMap(ChannelConnection::moments);
    }
}
