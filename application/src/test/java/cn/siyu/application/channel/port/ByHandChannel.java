package cn.siyu.application.channel.port;

import java.util.EnumMap;
import java.util.List;

/// A channel on which people send (人工发送): it can do what another one can, but for messages to
/// many.
public record ByHandChannel(ChannelAdapter beneath) implements ChannelAdapter {
    @Override
    public ChannelDescriptor descriptor() {
        var same = beneath.descriptor();
        var offers = new EnumMap<Capability, Offer>(same.offers());
        offers.put(Capability.MASS_MESSAGE, Offer.BY_TASK);
        return new ChannelDescriptor(
                same.id(),
                same.nameZh(),
                same.nameEn(),
                same.spiVersion(),
                same.stability(),
                offers,
                same.configuration());
    }

    @Override
    public List<ChannelConnection> connections() {
        return beneath.connections();
    }

    @Override
    public ChannelEventTranslator events() {
        return beneath.events();
    }
}
