package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.transport.Origin;
import java.time.Duration;

/// A self-built app (自建应用) of a brand's corp, with everything that is needed to call and to be
/// called.
///
/// @param name unique in this installation; the callback address is `/callbacks/wecom/{name}`
/// @param brand slug of the brand
/// @param callbackToken token of the callback settings (接收消息服务器配置)
/// @param encodingAesKey its 43 characters
/// @param baseUrl where the API is, without a path
/// @param simulated the far side is a simulator whose clock we step
/// @param reconcileEvery how often its contacts are compared with what is known here; zero: never
/// @param agentId number of the app (AgentId), for messages to staff; 0: not told, and there are
///     none
public record WeComApp(
        String name,
        String brand,
        String corpId,
        String secret,
        String callbackToken,
        String encodingAesKey,
        String baseUrl,
        boolean simulated,
        Duration reconcileEvery,
        long agentId) {
    public static final String OFFICIAL = "https://qyapi.weixin.qq.com";

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public WeComApp {
        require(agentId >= 0, name, "agent-id", "the number of the app");
        require(name.matches("[a-z0-9][a-z0-9-]{0,62}"), name, "name", "small letters, digits and hyphens");
        require(!brand.isBlank(), name, "brand", "the slug of a brand");
        require(
                corpId.matches("[A-Za-z0-9_-]{4,64}"),
                name,
                "corp-id",
                "the id on the page 我的企业: 4 to 64 letters, digits, - or _");
        require(secret.matches("[\\x21-\\x7e]{8,256}"), name, "secret", "the secret of the app");
        require(callbackToken.matches("[A-Za-z0-9]{1,32}"), name, "callback-token", "up to 32 letters and digits");
        require(encodingAesKey.matches("[A-Za-z0-9+/]{43}"), name, "encoding-aes-key", "43 letters and digits");
        boolean sensible = reconcileEvery.isZero()
                || (reconcileEvery.compareTo(SHORTEST) >= 0 && reconcileEvery.compareTo(LONGEST) <= 0);
        require(sensible, name, "reconcile-every", "PT0S, or PT1M to P366D");
        try {
            Origin.of(baseUrl);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("siyu.wecom.apps." + name + ".base-url: " + e.getMessage(), e);
        }
    }

    /// Without messages to staff and reconciliation by itself.
    public WeComApp(
            String name,
            String brand,
            String corpId,
            String secret,
            String callbackToken,
            String encodingAesKey,
            String baseUrl,
            boolean simulated) {
        this(name, brand, corpId, secret, callbackToken, encodingAesKey, baseUrl, simulated, Duration.ZERO, 0);
    }

    /// Names the setting and what is expected, never the value: it may be a secret.
    private static void require(boolean fits, String app, String field, String expected) {
        if (!fits) {
            throw new IllegalArgumentException("siyu.wecom.apps." + app + "." + field + ": expected " + expected);
        }
    }

    @Override
    public String toString() {
        return "WeComApp[name=" + name + ", brand=" + brand + ", corpId=" + corpId + ", baseUrl=" + baseUrl
                + ", simulated=" + simulated + ", secrets masked]";
    }
}
