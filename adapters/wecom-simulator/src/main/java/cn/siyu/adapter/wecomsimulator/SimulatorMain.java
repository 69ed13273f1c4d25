package cn.siyu.adapter.wecomsimulator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A simulator as a process of its own.
final class SimulatorMain {
    private static final int USUAL_PORT = 7700;
    private static final int LAST_PORT = 65_535;
    private static final String USAGE = """
            usage: simulator [--port N] [--host ADDRESS] [--dir DIRECTORY | --memory]
              --port N          the port to listen at; 7700, and 0 takes a free one
              --host ADDRESS    the address to listen at; 127.0.0.1
              --dir DIRECTORY   where the world is kept; data/wecom-simulator
              --memory          keep nothing: the world ends with the process
              --help            this text""";

    private SimulatorMain() {}

    static void run(String... arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        SimulatorSettings settings;
        WeComSimulator simulator;
        try {
            settings = settings(arguments);
            simulator = WeComSimulator.start(settings);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        } catch (UncheckedIOException e) {
            var cause = e.getCause();
            System.err.println(e.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
            System.exit(1);
            return;
        }
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
                case "--port" -> settings.withPort(port(value(arguments, ++i)));
                case "--host" -> settings.withHost(value(arguments, ++i));
                case "--dir" -> settings.withDirectory(Path.of(value(arguments, ++i)));
                default ->
                    throw new IllegalArgumentException("unknown argument " + arguments[i]
                            + "; known: --port N, --host ADDRESS, --dir DIRECTORY, --memory");
            };
        }
        return settings;
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT) {
            throw new IllegalArgumentException("--port needs a number from 0 to " + LAST_PORT + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value");
        }
        return arguments[i];
    }
}
