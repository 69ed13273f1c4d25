package cn.siyu.adapter.wecomsimulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// Measures a simulator that runs as a process of its own: a corp of many customers (memory,
/// paging, start) and the rate of simple calls. Prints what it finds. Arguments: customers
/// (1,000,000), seconds of calls (10).
final class SimulatorMeasurements {
    private static final int MEMBERS = 100;
    private static final int CALLERS = 8;

    private SimulatorMeasurements() {}

    private record Running(Process process, TestClient client, double startSeconds) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        var directory = Files.createTempDirectory("wecom-simulator");
        say("load of the machine before: "
                + Files.readString(Path.of("/proc/loadavg")).strip());
        var first = start(directory);
        say("start, empty: %.2f s".formatted(first.startSeconds()));
        try {
            load(first, customers);
            say("memory after loading (VmHWM): " + memory(first));
            pages(first.client());
            rate(first.client(), seconds);
        } finally {
            first.process().destroyForcibly().waitFor();
        }
        say("journal: %d MB".formatted(Files.size(directory.resolve(TestClient.CORP + ".journal")) >> 20));
        for (var i = 0; i < 2; i++) {
            var again = start(directory);
            say("start with %,d customers after kill -9: %.2f s, processor time %.2f s, memory %s"
                    .formatted(customers, again.startSeconds(), processorSeconds(again), memory(again)));
            again.process().destroyForcibly().waitFor();
        }
        say("load of the machine after: "
                + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static Running start(Path directory) throws IOException {
        var began = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx1400m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WeComSimulator.class.getName(),
                        "--port",
                        "0",
                        "--dir",
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var base = Objects.requireNonNull(out.readLine()).split(" +", -1)[2];
        return new Running(process, new TestClient(base), (System.nanoTime() - began) / 1e9);
    }

    private static void load(Running running, int customers) {
        var staff = new StringBuilder();
        for (var i = 0; i < MEMBERS; i++) {
            staff.append(i == 0 ? "" : ",")
                    .append("{\"userid\":\"member-")
                    .append(i)
                    .append("\"}");
        }
        var began = System.nanoTime();
        running.client()
                .control(
                        "POST",
                        "",
                        "{\"corpId\":\"%s\",\"limits\":false,\"apps\":[{\"agentId\":1,\"secret\":\"%s\"}],\"staff\":[%s],\"moreCustomers\":%d}"
                                .formatted(TestClient.CORP, TestClient.SECRET, staff, customers));
        say("a corp of %,d customers made in %.1f s".formatted(customers, (System.nanoTime() - began) / 1e9));
    }

    private static String memory(Running running) throws IOException {
        try (var lines =
                Files.lines(Path.of("/proc", Long.toString(running.process().pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static double processorSeconds(Running running) {
        return running.process().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /// Reads all pages of half the members and compares the first ones with the last ones.
    private static void pages(TestClient client) {
        var token = client.token();
        var members = new ArrayList<String>();
        for (var i = 0; i < MEMBERS; i++) {
            members.add("\"member-" + i + "\"");
        }
        var micros = new ArrayList<Long>();
        var rows = 0L;
        for (var cursor = ""; micros.isEmpty() || !cursor.isEmpty(); ) {
            var began = System.nanoTime();
            JsonNode page = client.post(
                    "/cgi-bin/externalcontact/batch/get_by_user?access_token=" + token,
                    "{\"userid_list\":%s,\"limit\":100,\"cursor\":\"%s\"}".formatted(members, cursor));
            micros.add((System.nanoTime() - began) / 1000);
            rows += page.path("external_contact_list").size();
            cursor = page.path("next_cursor").asText();
        }
        var hundredth = Math.max(1, micros.size() / 100);
        say(
                "batch/get_by_user: %,d rows in %,d pages; median of the pages 2 %% to 3 %%: %,d µs, of the last 1 %%: %,d µs"
                        .formatted(
                                rows,
                                micros.size(),
                                median(micros.subList(2 * hundredth - 1, 3 * hundredth)),
                                median(micros.subList(micros.size() - hundredth, micros.size()))));
    }

    private static long median(List<Long> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void rate(TestClient client, int seconds) throws InterruptedException {
        var path = "/cgi-bin/user/get?userid=member-7&access_token=" + client.token();
        calls(client, path, 2);
        say("user/get, %d callers beside it: %,d calls/s".formatted(CALLERS, calls(client, path, seconds) / seconds));
    }

    private static long calls(TestClient client, String path, int seconds) throws InterruptedException {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var calls = new AtomicLong();
        var done = new CountDownLatch(CALLERS);
        for (var i = 0; i < CALLERS; i++) {
            Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < until) {
                    if (client.exchange("GET", path, "").statusCode() == 200) {
                        calls.incrementAndGet();
                    }
                }
                done.countDown();
            });
        }
        done.await();
        return calls.get();
    }
}
