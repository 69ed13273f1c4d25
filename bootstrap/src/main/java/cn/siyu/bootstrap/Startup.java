package cn.siyu.bootstrap;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.engine.RunDueWork;
import cn.siyu.application.insight.ImportRows;
import cn.siyu.bootstrap.sandbox.Sandbox;
import cn.siyu.bootstrap.wiring.Bell;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens once the server answers: imports that were cut off are ended, the sandbox comes up,
/// the worker begins, advances of the clock that were cut off go on, and the operator is told where
/// everything is.
@Singleton
final class Startup implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final Brands brands;
    private final Sandbox sandbox;
    private final InstallationKey installationKey;
    private final ClockDriver clocks;
    private final ImportRows imports;
    private final Worker worker;
    private final String home;
    private final boolean training;

    Startup(
            Brands brands,
            BrandClock clock,
            RunDueWork work,
            Bell bell,
            Sandbox sandbox,
            InstallationKey installationKey,
            ClockDriver clocks,
            ImportRows imports,
            @Property(name = "siyu.home") String home,
            @Property(name = "siyu.training", defaultValue = "false") boolean training) {
        this.brands = brands;
        this.sandbox = sandbox;
        this.installationKey = installationKey;
        this.clocks = clocks;
        this.imports = imports;
        this.worker = new Worker(brands, clock, work, bell);
        this.home = home;
        this.training = training;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        var server = event.getSource();
        installationKey.makeOnce();
        brands.all().forEach(brand -> imports.endBrokenOff(brand.id()));
        var opened = sandbox.open("http://127.0.0.1:" + server.getPort());
        clocks.resume();
        opened.filter(Sandbox.Opened::firstTime)
                .ifPresent(first -> clocks.advance(first.brand(), first.firstAdvance()));
        worker.start();
        LOG.info(
                "ready on port {} with {} brands",
                server.getPort(),
                brands.all().size());
        Banner.print(server, opened, home);
        if (training) {
            Thread.ofPlatform().start(() -> train(server, opened));
        }
    }

    /// A training run for the start-up cache: some requests, then the end.
    private static void train(EmbeddedServer server, Optional<Sandbox.Opened> opened) {
        TrainingRun.of("http://127.0.0.1:" + server.getPort(), opened).run();
        server.getApplicationContext().close();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.stop();
    }
}
