package cn.siyu.application.channel;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelDescriptor;
import java.util.Comparator;
import java.util.List;

/// Shows the installed channels (渠道) as they describe themselves, with a brand's connections to
/// them.
public final class ReadChannels {
    private final List<ChannelAdapter> channels;
    private final Brands brands;

    public ReadChannels(List<ChannelAdapter> channels, Brands brands) {
        this.channels = channels.stream()
                .sorted(Comparator.comparing(channel -> channel.descriptor().id()))
                .toList();
        this.brands = brands;
    }

    /// A channel as a brand has it.
    ///
    /// @param connections the names of the brand's connections
    public record ChannelView(ChannelDescriptor descriptor, List<String> connections) {}

    /// All, by name.
    public List<ChannelView> all(Caller caller) {
        String slug = brands.find(caller.brand()).orElseThrow().slug();
        return channels.stream()
                .map(channel -> new ChannelView(
                        channel.descriptor(),
                        channel.connectionsOf(slug).stream()
                                .map(ChannelConnection::name)
                                .sorted()
                                .toList()))
                .toList();
    }
}
