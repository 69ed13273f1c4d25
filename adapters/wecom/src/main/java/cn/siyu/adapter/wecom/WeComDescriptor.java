package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.role.WeComLimits;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.ChannelDescriptor.ConfigurationField;
import cn.siyu.application.channel.port.ChannelDescriptor.Stability;
import cn.siyu.application.channel.port.Limits;
import cn.siyu.application.channel.port.Offer;
import java.util.List;
import java.util.Map;

/// What the WeCom channel says about itself.
final class WeComDescriptor {
    private WeComDescriptor() {}

    static ChannelDescriptor descriptor() {
        return new ChannelDescriptor(
                WeComAdapter.CHANNEL,
                "企业微信",
                "WeCom",
                ChannelDescriptor.SPI_VERSION,
                Stability.BETA,
                Map.of(
                        Capability.MASS_MESSAGE, Offer.natively(WeComLimits.MASS_MESSAGE),
                        Capability.WELCOME_MESSAGE, Offer.natively(WeComLimits.WELCOME),
                        Capability.CONTACT_DIRECTORY, Offer.natively(Limits.NONE),
                        Capability.CONTACT_WAY, Offer.natively(Limits.NONE),
                        Capability.CONTACT_TAG, Offer.natively(Limits.NONE),
                        Capability.CONTACT_REMARK, Offer.natively(Limits.NONE),
                        Capability.STAFF_DIRECTORY, Offer.natively(Limits.NONE),
                        Capability.EVENTS, Offer.natively(Limits.NONE)),
                configuration());
    }

    private static List<ConfigurationField> configuration() {
        return List.of(
                field("brand", false, "", "所属品牌", "slug of the brand"),
                field("corp-id", false, "", "企业ID", "id of the corp"),
                field("secret", true, "", "自建应用的Secret", "secret of the self-built app"),
                field("callback-token", true, "", "回调Token", "token of the callback settings"),
                field("encoding-aes-key", true, "", "回调EncodingAESKey", "its 43 characters"),
                field("base-url", false, WeComApp.OFFICIAL, "接口地址", "where the API is"),
                field("simulated", false, "false", "是否为模拟器", "the far side is a simulator"));
    }

    private static ConfigurationField field(String key, boolean secret, String standard, String zh, String en) {
        return new ConfigurationField(key, standard.isEmpty(), secret, standard, zh, en);
    }
}
