package cn.siyu.application.continuity;

import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.domain.channel.ChannelAccount;
import java.util.List;
import java.util.Optional;

/// Finds the connection over which an account is reached.
public final class Connections {
    private final List<ChannelAdapter> channels;

    public Connections(List<ChannelAdapter> channels) {
        this.channels = List.copyOf(channels);
    }

    /// Empty if it is not configured (any more).
    Optional<ChannelConnection> of(ChannelAccount account) {
        return channels.stream()
                .filter(channel -> channel.descriptor().id().equals(account.channel()))
                .findFirst()
                .flatMap(channel -> channel.connection(account.connection()));
    }
}
