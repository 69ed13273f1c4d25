package cn.siyu.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The product in a process of its own, started as `./dev start` starts it, or killed like a
/// machine that loses power.
public final class ProductProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path home;
    private final Duration untilReady;

    /// How it is started.
    ///
    /// @param program what the Java machine is told to run
    /// @param jvm the options of the Java machine
    /// @param settings properties of the product
    /// @param environment variables beside those of this process
    public record Launch(
            List<String> program, List<String> jvm, Map<String, String> settings, Map<String, String> environment) {
        /// The packaged product.
        public static Launch packaged(Path jar, List<String> jvm) {
            return new Launch(List.of("-jar", jar.toString()), jvm, Map.of(), Map.of());
        }

        /// The classes of this process, with what makes a small product start soon.
        public static Launch ofClassPath() {
            return new Launch(
                    List.of("-cp", System.getProperty("java.class.path"), Application.class.getName()),
                    List.of(
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx512m",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow"),
                    Map.of(),
                    Map.of());
        }

        /// The same with other settings, and variables of the environment.
        public Launch with(Map<String, String> others, Map<String, String> variables) {
            return new Launch(program, jvm, others, variables);
        }

        /// The same with another option of the Java machine.
        public Launch with(String option) {
            var more = new ArrayList<>(jvm);
            more.add(option);
            return new Launch(program, more, settings, environment);
        }
    }

    private ProductProcess(Process process, int port, Path home, Duration untilReady) {
        this.process = process;
        this.port = port;
        this.home = home;
        this.untilReady = untilReady;
    }

    /// Starts it and waits until it says that it is healthy.
    public static ProductProcess start(Launch launch, Path home) throws IOException, InterruptedException {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch.jvm());
        launch.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dsiyu.home=" + home);
        command.add("-Dmicronaut.server.port=" + port);
        command.addAll(launch.program());
        Files.createDirectories(home);
        long began = System.nanoTime();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("stdout").toFile());
        builder.environment().putAll(launch.environment());
        var process = builder.start();
        while (!healthy(port)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "the product did not start: " + Files.readString(home.resolve("stdout")));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return new ProductProcess(process, port, home, Duration.ofNanos(System.nanoTime() - began));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean healthy(int port) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /// From the start of the process to its first healthy answer.
    public Duration untilReady() {
        return untilReady;
    }

    /// The text of a key in its home.
    public String key(String file) throws IOException {
        return Files.readString(home.resolve(file)).strip();
    }

    /// Resident memory, in megabytes of 1,000,000 bytes.
    public long residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    /// The most resident memory that it ever had, in megabytes of 1,000,000 bytes.
    public long peakMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /// The processor time that it has taken so far, over all cores.
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private long megabytes(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000;
            }
        }
        throw new IllegalStateException("the process has no " + name);
    }

    /// A client that asks with a key.
    public Api api(String key) {
        return new Api("http://127.0.0.1:" + port, key);
    }

    /// Waits until the sandbox's first days are over.
    public static void settle(Api api, String brand) throws IOException, InterruptedException {
        String path = "/v1/brands/" + brand + "/clock/advances";
        for (JsonNode last = api.get(path + "?limit=1"); ; last = api.get(path + "?limit=1")) {
            if (!last.path("items").path(0).path("state").asText().equals("RUNNING")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /// Ends it at once, as `kill -9` does: nothing is flushed, closed or said.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
