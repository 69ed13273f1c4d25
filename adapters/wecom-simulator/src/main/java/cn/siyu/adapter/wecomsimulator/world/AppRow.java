package cn.siyu.adapter.wecomsimulator.world;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A self-built app (自建应用).
///
/// @param secret what gettoken is called with
/// @param customerContact whether the customer-contact API is opened to it (可调用接口的应用), else
///     48002
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
    public record Callback(String url, String token, String aesKey) {
        private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}");

        /// What the platform would refuse when they are saved; `""` when nothing.
        public String wrong() {
            if (token.isEmpty()) {
                return "callback: token must not be empty";
            }
            if (!KEY.matcher(aesKey).matches()) {
                return "callback: aesKey must be 43 letters and digits";
            }
            try {
                var uri = new URI(url);
                var web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
                return web && uri.getHost() != null ? "" : "callback: url must be an http or https address";
            } catch (URISyntaxException _) {
                return "callback: url must be an http or https address";
            }
        }
    }

    /// Whether a member is inside the app's visible range.
    public boolean sees(String userid) {
        return visible.isEmpty() || visible.contains(userid);
    }

    public AppRow with(@Nullable Callback other) {
        return new AppRow(agentId, name, secret, customerContact, visible, trustedIps, enabled, other);
    }
}
