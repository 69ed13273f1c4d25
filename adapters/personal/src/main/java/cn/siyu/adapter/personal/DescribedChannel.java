package cn.siyu.adapter.personal;

import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelDescription;
import cn.siyu.application.channel.port.ChannelDescription.WorkedBy;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.ChannelEventTranslator;
import cn.siyu.application.channel.port.Offer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A channel that was added by data (渠道描述): people work it, or it is only fed. Every brand has
/// one connection to it without any configuration, since nothing is connected.
public final class DescribedChannel implements ChannelAdapter {
    /// The name of every brand's connection to a channel that is only fed.
    public static final String FEED = "feed";

    private final ChannelDescription description;

    public DescribedChannel(ChannelDescription description) {
        this.description = description;
    }

    @Override
    public ChannelDescriptor descriptor() {
        Map<Capability, Offer> offers = new EnumMap<>(Capability.class);
        description.byHand().forEach(capability -> offers.put(capability, Offer.BY_TASK));
        return new ChannelDescriptor(
                description.key(),
                description.nameZh(),
                description.nameEn(),
                ChannelDescriptor.SPI_VERSION,
                ChannelDescriptor.Stability.STABLE,
                offers,
                List.of(),
                description.addingWays());
    }

    private String connection() {
        return description.workedBy() == WorkedBy.BY_HAND ? PersonalWeChat.BY_HAND : FEED;
    }

    /// None by itself: a connection is a brand's, see [#connectionsOf].
    @Override
    public List<ChannelConnection> connections() {
        return List.of();
    }

    @Override
    public List<ChannelConnection> connectionsOf(String brand) {
        return List.of(new ByHandConnection(connection(), brand));
    }

    /// It is the same for all brands.
    @Override
    public Optional<ChannelConnection> connection(String name) {
        return name.equals(connection()) ? Optional.of(new ByHandConnection(name, "")) : Optional.empty();
    }

    @Override
    public ChannelEventTranslator events() {
        return _ -> new ChannelEvent.Ignored("nobody calls back: no program works this channel");
    }
}
