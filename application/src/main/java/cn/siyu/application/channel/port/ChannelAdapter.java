package cn.siyu.application.channel.port;

import java.util.List;
import java.util.Optional;

/// One channel (渠道) as an adapter offers it. Found on the class path and asked by the core for
/// its capabilities, never for its name.
///
/// Implementations are safe for use by many threads; calls block and are meant for virtual threads.
/// They never retry, never queue and never remember a business fact: all of that belongs to the
/// core.
public interface ChannelAdapter {
    ChannelDescriptor descriptor();

    /// All connections of all brands that are configured or were registered, in a stable order.
    List<ChannelConnection> connections();

    /// Reads the raw events that this channel's callback endpoint handed to the inbox.
    ChannelEventTranslator events();

    /// How it is worked by hand; empty for a channel that says nothing special about it.
    default Optional<HandWork> handWork() {
        return Optional.empty();
    }

    default Optional<ChannelConnection> connection(String name) {
        return connections().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    default List<ChannelConnection> connectionsOf(String brand) {
        return connections().stream().filter(c -> c.brand().equals(brand)).toList();
    }
}
