package cn.siyu.adapter.wecomsimulator;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A simulator as a process of its own.
final class SimulatorMain {
    private static final int USUAL_PORT = 7700;

    private SimulatorMain() {}

    static void run(String... arguments) throws InterruptedException {
        var settings = settings(arguments);
        var simulator = WeComSimulator.start(settings);
        var stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            stop.countDown();
        }));
        System.out.println("WeCom simulator  " + simulator.baseUrl() + "  (control API under /simulator, world "
                + (settings.directory() == null ? "in memory" : "in " + settings.directory()) + ")");
        simulator
                .broken()
                .forEach((corpId, reason) ->
                        System.err.println("not served: the journal of the corp " + corpId + " is broken: " + reason));
        stop.await();
    }

    /// The settings that the arguments say.
    /// @throws IllegalArgumentException when an argument is not known
    static SimulatorSettings settings(String... arguments) {
        var settings = SimulatorSettings.in(Path.of("data", "wecom-simulator")).withPort(USUAL_PORT);
        for (var i = 0; i < arguments.length; i++) {
            settings = switch (arguments[i]) {
                case "--memory" -> settings.withDirectory(null);
                case "--port" -> settings.withPort(Integer.parseInt(value(arguments, ++i)));
                case "--host" -> settings.withHost(value(arguments, ++i));
                case "--dir" -> settings.withDirectory(Path.of(value(arguments, ++i)));
                default ->
                    throw new IllegalArgumentException("unknown argument " + arguments[i]
                            + "; known: --port N, --host ADDRESS, --dir DIRECTORY, --memory");
            };
        }
        return settings;
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value");
        }
        return arguments[i];
    }
}
