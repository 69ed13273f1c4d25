package cn.siyu.bootstrap.sandbox;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The WeCom simulator inside this process, on a port of its own, with its world in the home
/// directory. Only started when a sandbox wants it.
@Singleton
final class SimulatorInside implements SimulatorAddress {
    private final Path directory;
    private final boolean inMemory;
    private @Nullable WeComSimulator running;

    SimulatorInside(@Property(name = "siyu.home") String home, SandboxSettings settings) {
        this.directory = Path.of(home, "wecom-simulator");
        this.inMemory = settings.simulatorInMemory();
    }

    /// Starts it if it does not run, and says where it answers.
    @Override
    public synchronized String baseUrl() {
        if (running == null) {
            var settings = inMemory ? SimulatorSettings.inMemory() : SimulatorSettings.in(directory);
            running = WeComSimulator.start(settings.withHost("127.0.0.1").withPort(0));
        }
        return running.baseUrl();
    }

    @PreDestroy
    synchronized void close() {
        if (running != null) {
            running.close();
        }
    }
}
