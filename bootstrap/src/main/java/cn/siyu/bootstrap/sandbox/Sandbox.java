package cn.siyu.bootstrap.sandbox;

import cn.siyu.adapter.wecom.WeComAdapter;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.BrandId;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Brings the sandbox up: the brand, once; its simulated corp and the connection to it, at every
/// start.
@Singleton
public final class Sandbox {
    private final SandboxSettings settings;
    private final SandboxSeed seed;
    private final SimulatorInside inside;
    private final WeComAdapter wecom;
    private final Brands brands;
    private final BrandClock clock;
    private final Path keyFile;
    private final String instanceSecret;

    Sandbox(
            SandboxSettings settings,
            SandboxSeed seed,
            SimulatorInside inside,
            WeComAdapter wecom,
            Brands brands,
            BrandClock clock,
            @Property(name = "siyu.home") String home,
            @Property(name = "siyu.instance-secret") String instanceSecret) {
        this.settings = settings;
        this.seed = seed;
        this.inside = inside;
        this.wecom = wecom;
        this.brands = brands;
        this.clock = clock;
        this.keyFile = Path.of(home, "sandbox-key");
        this.instanceSecret = instanceSecret;
    }

    /// A sandbox that is up.
    ///
    /// @param key the text of an API key for it
    /// @param simulator where its simulated far side answers
    /// @param firstTime whether it was made just now
    /// @param firstAdvance how far its clock shall be moved then; zero: not at all
    public record Opened(
            BrandId brand, String slug, String key, String simulator, boolean firstTime, Duration firstAdvance) {
        /// Without the key, so that it never reaches a log.
        @Override
        public String toString() {
            return "Opened[" + slug + ", " + simulator + "]";
        }
    }

    /// Brings it up, or does nothing if there shall be none.
    ///
    /// @param product where the product answers
    public Optional<Opened> open(String product) {
        if (!settings.enabled()) {
            return Optional.empty();
        }
        var known = brands.bySlug(settings.slug());
        String key = known.isPresent() ? readKey() : writeKey(seed.plant(settings));
        var brand = brands.bySlug(settings.slug()).orElseThrow();
        String url = settings.simulatorUrl();
        String simulator = url == null ? inside.baseUrl() : url;
        var corp = new SandboxCorp(simulator, instanceSecret, settings);
        InstantSource brandTime = () -> clock.now(brand.id());
        wecom.register(corp.app(), brandTime);
        corp.load(product, key, seed.links(brand.id(), settings.told()));
        return Optional.of(new Opened(
                brand.id(), brand.slug(), key, simulator, known.isEmpty(), Duration.ofDays(settings.firstDays())));
    }

    private String readKey() {
        try {
            return Files.readString(keyFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sandbox's key is not in " + keyFile + "; ./dev reset makes a new one", e);
        }
    }

    private String writeKey(String key) {
        try {
            Files.deleteIfExists(keyFile);
            Files.createFile(
                    keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(keyFile, key);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + keyFile, e);
        }
    }
}
