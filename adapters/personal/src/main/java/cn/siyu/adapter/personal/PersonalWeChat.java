package cn.siyu.adapter.personal;

import cn.siyu.application.channel.port.AddingWay;
import cn.siyu.application.channel.port.AddingWay.Direction;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.ChannelEventTranslator;
import cn.siyu.application.channel.port.HandWork;
import cn.siyu.application.channel.port.Offer;
import cn.siyu.application.channel.port.Offer.Support;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The personal WeChat channel (个人微信): every brand has one connection to it, [#BY_HAND],
/// without any configuration, since nothing is connected.
public final class PersonalWeChat implements ChannelAdapter {
    public static final String CHANNEL = "PERSONAL_WECHAT";
    /// The name of every brand's connection.
    public static final String BY_HAND = "by-hand";

    private static final String NEW_FRIENDS = "NEW_FRIENDS";

    @Override
    public ChannelDescriptor descriptor() {
        return new ChannelDescriptor(
                CHANNEL,
                "个人微信",
                "Personal WeChat",
                ChannelDescriptor.SPI_VERSION,
                ChannelDescriptor.Stability.BETA,
                offers(),
                List.of(),
                List.of(
                        way("QR_CODE", Direction.PASSIVE),
                        way("WECHAT_ID", Direction.PASSIVE),
                        way("PHONE", Direction.PASSIVE),
                        way("QQ_NUMBER", Direction.PASSIVE),
                        way("WECHAT_ID", Direction.ACTIVE),
                        way("QQ_NUMBER", Direction.ACTIVE),
                        way("PHONE", Direction.ACTIVE)));
    }

    private static AddingWay way(String code, Direction direction) {
        return new AddingWay(code, direction, Support.BY_TASK, NEW_FRIENDS);
    }

    private static Map<Capability, Offer> offers() {
        Map<Capability, Offer> offers = new EnumMap<>(Capability.class);
        for (Capability capability : List.of(
                Capability.MASS_MESSAGE,
                Capability.WELCOME_MESSAGE,
                Capability.CONTACT_WAY,
                Capability.CONTACT_TAG,
                Capability.CONTACT_REMARK,
                Capability.CUSTOMER_GROUP,
                Capability.GROUP_MESSAGE,
                Capability.MOMENTS)) {
            offers.put(capability, Offer.BY_TASK);
        }
        return offers;
    }

    /// None by itself: a connection is a brand's, see [#connectionsOf].
    @Override
    public List<ChannelConnection> connections() {
        return List.of();
    }

    @Override
    public List<ChannelConnection> connectionsOf(String brand) {
        return List.of(new ByHandConnection(BY_HAND, brand));
    }

    /// Nobody is behind it but people: it is the same for all brands.
    @Override
    public Optional<ChannelConnection> connection(String name) {
        return name.equals(BY_HAND) ? Optional.of(new ByHandConnection(BY_HAND, "")) : Optional.empty();
    }

    @Override
    public ChannelEventTranslator events() {
        return _ -> new ChannelEvent.Ignored("nobody calls back: people work this channel");
    }

    @Override
    public Optional<HandWork> handWork() {
        return Optional.of(new PersonalHandWork());
    }
}
