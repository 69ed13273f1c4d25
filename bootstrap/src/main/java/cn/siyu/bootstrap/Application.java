package cn.siyu.bootstrap;

import io.micronaut.runtime.Micronaut;

/// Starts the product.
public final class Application {
    private Application() {}

    /// The process's entry point.
    public static void main(String[] args) {
        Micronaut.build(args).banner(false).mainClass(Application.class).start();
    }
}
