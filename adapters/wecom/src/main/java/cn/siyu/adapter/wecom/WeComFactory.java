package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.application.channel.port.SharedSecrets;
import cn.siyu.application.channel.port.SimulatedFarSide;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Wires the channel. Configured apps run on the machine's clock: a brand with a clock of its own
/// is registered at run time.
@Factory
final class WeComFactory {
    @Singleton
    @Bean(preDestroy = "close")
    @Named("wecom-api")
    HttpOnce apiHttp(WeComHttpSettings settings) throws NoSuchAlgorithmException {
        return new HttpOnce(settings.api(), SSLContext.getDefault());
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Named("wecom-steps")
    HttpOnce stepHttp(WeComHttpSettings settings) throws NoSuchAlgorithmException {
        return new HttpOnce(settings.steps(), SSLContext.getDefault());
    }

    @Singleton
    WeComAdapter adapter(
            @Named("wecom-api") HttpOnce http,
            WeComCallSettings calls,
            @Nullable SharedSecrets secrets,
            List<WeComAppSettings> configured,
            InstantSource clock) {
        var adapter = new WeComAdapter(new WeComClients(http, calls.rates(), secrets, clock));
        configured.forEach(settings -> adapter.register(settings.app(), clock));
        return adapter;
    }

    @Singleton
    SimulatedFarSide farSide(WeComAdapter adapter, @Named("wecom-steps") HttpOnce http) {
        return new WeComFarSide(adapter, http);
    }
}
