package cn.siyu.bootstrap;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;

/// Starts the product.
public final class Application {
    private Application() {}

    /// The process's entry point.
    public static void main(String[] args) {
        start(Path.of(System.getProperty("siyu.home", "data")), Map.of(), args);
    }

    /// Starts the product on a home directory.
    ///
    /// @param home where the embedded database, the instance's secret and the log live; made if it
    ///     is not there
    /// @param settings settings that win over files and environment
    static ApplicationContext start(Path home, Map<String, Object> settings, String... args) {
        var instance = Home.open(home);
        System.setProperty("siyu.log.directory", instance.logs().toString());
        return new Launch(instance.logs())
                .args(args)
                .banner(false)
                .mainClass(Application.class)
                .properties(instance.settings(settings))
                .start();
    }
}
