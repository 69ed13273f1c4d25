package cn.siyu.adapter.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/// How files of materials are fetched.
///
/// @param privateHosts names or addresses that may be inside a private network; everything else
///     must be on the open internet
/// @param connectTimeout until a connection stands, TLS included
/// @param deadline everything together
@ConfigurationProperties("siyu.files")
record WebFileSettings(
        @Bindable(defaultValue = "") List<String> privateHosts,
        @Bindable(defaultValue = "3s") Duration connectTimeout,
        @Bindable(defaultValue = "15s") Duration deadline) {
    WebFileSettings {
        privateHosts = privateHosts.stream()
                .filter(host -> !host.isBlank())
                .map(String::strip)
                .toList();
        if (connectTimeout.isNegative() || connectTimeout.isZero() || connectTimeout.compareTo(deadline) > 0) {
            throw new IllegalArgumentException(
                    "siyu.files.connect-timeout: expected more than 0 and not above siyu.files.deadline");
        }
    }
}
