package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.IdConversions;
import org.jspecify.annotations.Nullable;

/// Ids elsewhere: `convert_to_openid`, `unionid_to_external_userid`, `opengid_to_chatid`.
public final class WeComIdConversions implements IdConversions {
    private static final String ROOT = "/cgi-bin/externalcontact/";

    private final WeComClient client;

    public WeComIdConversions(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<String> openIdOf(String contactId) {
        return client.read(
                ApiCall.post(ROOT + "convert_to_openid", Bodies.body("external_userid", contactId))
                        .as(contactId),
                answer -> answer.id("openid"));
    }

    @Override
    public Answer<String> contactOf(String unionId, @Nullable String openId) {
        var body = Bodies.body("unionid", unionId);
        if (openId != null) {
            body.put("openid", openId);
        }
        return client.read(
                ApiCall.post(ROOT + "unionid_to_external_userid", body), answer -> answer.id("external_userid"));
    }

    @Override
    public Answer<String> groupOf(String openGroupId) {
        return client.read(
                ApiCall.post(ROOT + "opengid_to_chatid", Bodies.body("opengid", openGroupId)),
                answer -> answer.id("chat_id"));
    }
}
