package cn.siyu.adapter.wecomsimulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A self-built app (自建应用).
///
/// @param secret what gettoken is called with
/// @param customerContact whether the customer-contact API is opened to it (可调用接口的应用), else 48002
/// @param visible userids inside its visible range; empty = everybody
/// @param trustedIps addresses that may call; empty = all
/// @param enabled false makes gettoken answer 40001
/// @param callback where its events go; null when it receives none
public record AppRow(
        int agentId,
        String name,
        String secret,
        boolean customerContact,
        List<String> visible,
        List<String> trustedIps,
        boolean enabled,
        @Nullable Callback callback)
        implements Row {

    /// The three settings of 接收消息: address, Token and EncodingAESKey (43 characters).
    public record Callback(String url, String token, String aesKey) {}

    /// Whether a member is inside the app's visible range.
    public boolean sees(String userid) {
        return visible.isEmpty() || visible.contains(userid);
    }

    public AppRow with(@Nullable Callback other) {
        return new AppRow(agentId, name, secret, customerContact, visible, trustedIps, enabled, other);
    }
}
