package cn.siyu.adapter.http;

import cn.siyu.adapter.http.json.JsonLimits;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/// Settings of the framework on which the rules of this API rest. They are not for an operator to
/// choose, so they are set here and not in a configuration file.
@ContextConfigurer
public final class HttpDefaults implements ApplicationContextConfigurer {
    private static final long LARGEST_UPLOAD = 2L << 30;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.properties(Map.of(
                // answers have every property, also null and empty ones: a client sees the whole shape
                "micronaut.serde.serialization.inclusion",
                "ALWAYS",
                "micronaut.serde.deserialization.ignore-unknown",
                false,
                // bodies held in memory are small; uploads are streamed
                "micronaut.server.max-request-buffer-size",
                JsonLimits.MOST_BYTES,
                "micronaut.server.max-request-size",
                LARGEST_UPLOAD,
                // an import says nothing while it takes a large file in
                "micronaut.server.idle-timeout",
                "20m",
                "micronaut.server.log-handled-exceptions",
                false,
                "micronaut.server.date-header",
                true));
    }
}
