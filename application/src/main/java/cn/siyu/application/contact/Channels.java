package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.Offer;
import cn.siyu.application.contact.port.Sender;
import java.util.List;
import java.util.Optional;

/// The channels that are there, found by the kind that an account names.
public final class Channels {
    private final List<ChannelAdapter> adapters;

    public Channels(List<ChannelAdapter> adapters) {
        this.adapters = List.copyOf(adapters);
    }

    /// How a channel offers a capability; a channel that isn't there offers nothing.
    Offer offer(String channel, Capability capability) {
        return adapter(channel)
                .map(adapter -> adapter.descriptor().offer(capability))
                .orElse(Offer.UNSUPPORTED);
    }

    /// The connection an account is reached over; empty if it isn't configured.
    Optional<ChannelConnection> connection(Sender sender) {
        return adapter(sender.channel()).flatMap(adapter -> adapter.connection(sender.connection()));
    }

    /// Some channel, for decisions that no channel has a say in.
    String any() {
        return adapters.getFirst().descriptor().id();
    }

    private Optional<ChannelAdapter> adapter(String channel) {
        return adapters.stream()
                .filter(adapter -> adapter.descriptor().id().equals(channel))
                .findFirst();
    }
}
