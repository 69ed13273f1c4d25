package cn.siyu.adapter.web;

import cn.siyu.application.content.port.FileSources;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/// Hands out the ports.
@Factory
final class WebFactory {
    @Singleton
    @Bean(
            preDestroy = "close",
            typed = {FileSources.class, WebFileSources.class})
    WebFileSources fileSources(WebFileSettings settings) throws NoSuchAlgorithmException {
        return new WebFileSources(
                settings, InetAddress::getAllByName, SSLContext.getDefault().getSocketFactory());
    }
}
