package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.role.WeComLimits;
import cn.siyu.application.channel.port.AddingWay;
import cn.siyu.application.channel.port.AddingWay.Direction;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.ChannelDescriptor.ConfigurationField;
import cn.siyu.application.channel.port.ChannelDescriptor.Stability;
import cn.siyu.application.channel.port.Limits;
import cn.siyu.application.channel.port.Offer;
import cn.siyu.application.channel.port.Offer.Support;
import java.util.List;
import java.util.Map;

/// What the WeCom channel says about itself.
final class WeComDescriptor {
    private WeComDescriptor() {}

    /// The customer confirms from a service notice (服务通知) by scanning.
    private static final String SERVICE_NOTICE = "SERVICE_NOTICE";

    static ChannelDescriptor descriptor() {
        return new ChannelDescriptor(
                WeComAdapter.CHANNEL,
                "企业微信",
                "WeCom",
                ChannelDescriptor.SPI_VERSION,
                Stability.BETA,
                Map.ofEntries(
                        offered(Capability.MASS_MESSAGE, WeComLimits.MASS_MESSAGE),
                        offered(Capability.WELCOME_MESSAGE, WeComLimits.WELCOME),
                        offered(Capability.CONTACT_DIRECTORY, Limits.NONE),
                        offered(Capability.CONTACT_WAY, Limits.NONE),
                        offered(Capability.CONTACT_TAG, Limits.NONE),
                        offered(Capability.CONTACT_REMARK, Limits.NONE),
                        offered(Capability.STAFF_DIRECTORY, Limits.NONE),
                        offered(Capability.MEDIA_UPLOAD, Limits.NONE),
                        offered(Capability.STAFF_NOTICE, Limits.NONE),
                        offered(Capability.CUSTOMER_GROUP, Limits.NONE),
                        offered(Capability.GROUP_JOIN_WAY, Limits.NONE),
                        offered(Capability.GROUP_MESSAGE, WeComLimits.GROUP_MESSAGE),
                        offered(Capability.TRANSFER, Limits.NONE),
                        offered(Capability.MOMENTS, WeComLimits.MOMENTS),
                        offered(Capability.ACQUISITION_LINK, Limits.NONE),
                        offered(Capability.STATISTICS, Limits.NONE),
                        offered(Capability.PRODUCT_ALBUM, Limits.NONE),
                        offered(Capability.INTERCEPT_RULE, Limits.NONE),
                        offered(Capability.GROUP_GREETING, WeComLimits.GROUP_GREETING),
                        offered(Capability.CUSTOMER_STRATEGY, Limits.NONE),
                        offered(Capability.STRATEGY_TAG, Limits.NONE),
                        offered(Capability.MOMENT_STRATEGY, Limits.NONE),
                        offered(Capability.ID_CONVERSION, Limits.NONE),
                        offered(Capability.TEMPORARY_CHAT, Limits.NONE),
                        offered(Capability.SIDEBAR, Limits.NONE),
                        offered(Capability.EVENTS, Limits.NONE)),
                configuration(),
                List.of(
                        new AddingWay("QR_CODE", Direction.PASSIVE, Support.NATIVE, "NONE"),
                        new AddingWay("LINK", Direction.PASSIVE, Support.NATIVE, "NONE"),
                        new AddingWay("PHONE", Direction.ACTIVE, Support.BY_TASK, SERVICE_NOTICE),
                        new AddingWay("EMAIL", Direction.ACTIVE, Support.BY_TASK, SERVICE_NOTICE)));
    }

    private static Map.Entry<Capability, Offer> offered(Capability capability, Limits limits) {
        return Map.entry(capability, Offer.natively(limits));
    }

    private static List<ConfigurationField> configuration() {
        return List.of(
                field("brand", false, "", "所属品牌", "slug of the brand"),
                field("corp-id", false, "", "企业ID", "id of the corp"),
                field("secret", true, "", "自建应用的Secret", "secret of the self-built app"),
                field("callback-token", true, "", "回调Token", "token of the callback settings"),
                field("encoding-aes-key", true, "", "回调EncodingAESKey", "its 43 characters"),
                field("base-url", false, WeComApp.OFFICIAL, "接口地址", "where the API is"),
                field("agent-id", false, "0", "应用AgentId", "number of the app, for messages to staff"),
                field("simulated", false, "false", "是否为模拟器", "the far side is a simulator"));
    }

    private static ConfigurationField field(String key, boolean secret, String standard, String zh, String en) {
        return new ConfigurationField(key, standard.isEmpty(), secret, standard, zh, en);
    }
}
