package cn.siyu.adapter.wecom.transport;

import java.net.URI;
import java.util.Locale;

/// Where a server is: scheme, host, port.
public record Origin(boolean tls, String host, int port) {
    /// Reads a base address such as `https://qyapi.weixin.qq.com`; it must carry no path, query,
    /// fragment or user.
    public static Origin of(String address) {
        var uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var bare = uri.getHost() != null
                && (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!bare || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("a base address is http(s)://host[:port], without a path");
        }
        var tls = scheme.equals("https");
        var port = uri.getPort() == -1 ? (tls ? 443 : 80) : uri.getPort();
        return new Origin(tls, uri.getHost(), port);
    }

    /// Host, and port unless it is the scheme's own.
    public String authority() {
        return port == (tls ? 443 : 80) ? host : host + ":" + port;
    }

    /// The host as the resolver wants it: an IPv6 address without its brackets.
    String resolvableHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
