package cn.siyu.bootstrap;

import cn.siyu.application.brand.CreateApiKey;
import cn.siyu.application.brand.port.ApiKeys;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The key of the installation, which makes brands and their first keys. Made at the first start,
/// written once into a file that only its owner can read.
@Singleton
final class InstallationKey {
    private final ApiKeys keys;
    private final CreateApiKey create;
    private final Path file;

    InstallationKey(ApiKeys keys, CreateApiKey create, @Property(name = "siyu.home") String home) {
        this.keys = keys;
        this.create = create;
        this.file = Path.of(home, "installation-key");
    }

    /// Makes it, unless the installation has one.
    void makeOnce() {
        if (!keys.of(null).isEmpty()) {
            return;
        }
        String text = create.forInstallation("installation", false).text().text();
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
