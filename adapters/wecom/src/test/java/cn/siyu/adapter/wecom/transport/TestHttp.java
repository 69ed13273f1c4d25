package cn.siyu.adapter.wecom.transport;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/// Clients for tests, with the machine's own trust.
public final class TestHttp {
    private TestHttp() {}

    public static HttpOnce standard() {
        return with(HttpLimits.STANDARD);
    }

    public static HttpOnce with(HttpLimits limits) {
        try {
            return new HttpOnce(limits, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has a default TLS context", e);
        }
    }
}
