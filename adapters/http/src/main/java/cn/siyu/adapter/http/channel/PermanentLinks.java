package cn.siyu.adapter.http.channel;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;

/// The permanent links of contact ways, as they are printed: `{public address}/l/{code}`.
///
/// The public address is the setting `siyu.public-url`; without it, the address by which the
/// request came.
@Singleton
final class PermanentLinks {
    private final String configured;
    private final HttpHostResolver hosts;

    PermanentLinks(@Property(name = "siyu.public-url", defaultValue = "") String configured, HttpHostResolver hosts) {
        this.configured = configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
        this.hosts = hosts;
    }

    String to(String code, HttpRequest<?> request) {
        return (configured.isEmpty() ? hosts.resolve(request) : configured) + "/l/" + code;
    }
}
