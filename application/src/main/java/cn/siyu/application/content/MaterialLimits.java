package cn.siyu.application.content;

import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.Limits;
import cn.siyu.domain.content.ContentLimits;
import java.util.List;
import java.util.stream.Stream;

/// How much a message may hold, by what the installed channels say of themselves.
public final class MaterialLimits {
    /// Where no channel says anything, and for the parts of cards, of which descriptors say
    /// nothing: bytes of UTF-8 as documented for the mass messages of the first channel.
    private static final ContentLimits DOCUMENTED = new ContentLimits(4_000, 9, 128, 512, 64, 2_048);

    private final List<ChannelDescriptor> channels;

    public MaterialLimits(List<ChannelAdapter> channels) {
        this.channels = channels.stream().map(ChannelAdapter::descriptor).toList();
    }

    /// What at least one channel takes: a material beyond it is refused when it is saved. Each
    /// channel's own limits are held again for every message.
    public ContentLimits widest() {
        return new ContentLimits(
                offers().mapToInt(Limits::textBytes)
                        .filter(bytes -> bytes > 0)
                        .max()
                        .orElse(DOCUMENTED.text()),
                offers().mapToInt(Limits::attachments).max().orElse(DOCUMENTED.attachments()),
                DOCUMENTED.linkTitle(),
                DOCUMENTED.linkDescription(),
                DOCUMENTED.miniProgramTitle(),
                DOCUMENTED.url());
    }

    /// What one channel takes; what is documented if it isn't installed or sends nothing by itself.
    ///
    /// @param channel the kind of channel
    public ContentLimits of(String channel) {
        return channels.stream()
                .filter(one -> one.id().equals(channel))
                .map(one -> one.offer(Capability.MASS_MESSAGE))
                .filter(offer -> offer.isNative() && offer.limits().textBytes() > 0)
                .map(offer -> new ContentLimits(
                        offer.limits().textBytes(),
                        offer.limits().attachments(),
                        DOCUMENTED.linkTitle(),
                        DOCUMENTED.linkDescription(),
                        DOCUMENTED.miniProgramTitle(),
                        DOCUMENTED.url()))
                .findFirst()
                .orElse(DOCUMENTED);
    }

    private Stream<Limits> offers() {
        return channels.stream()
                .map(one -> one.offer(Capability.MASS_MESSAGE))
                .filter(offer -> offer.isNative())
                .map(offer -> offer.limits());
    }
}
