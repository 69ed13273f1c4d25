package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it is being called: everything that was answered is there again.
class KilledProcessTest {
    private static final int WRITERS = 4;
    private static final int ANSWERS_BEFORE_THE_END = 60;

    /// What the callers of one process were told.
    private static final class Answered {
        private final Set<String> tags = ConcurrentHashMap.newKeySet();
        private final Set<String> customers = ConcurrentHashMap.newKeySet();
        private final Set<String> deliveries = ConcurrentHashMap.newKeySet();
        private final CountDownLatch enough = new CountDownLatch(WRITERS * ANSWERS_BEFORE_THE_END);
    }

    private static Process start(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx128m",
                        WeComSimulator.class.getName(),
                        "--port",
                        "0",
                        "--dir",
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static TestClient client(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new TestClient(Objects.requireNonNull(out.readLine()).split(" +", -1)[2]);
    }

    /// Changes the world until nobody answers any more.
    private static void write(TestClient client, int round, int writer, Answered answered) {
        try {
            for (var i = 0; ; i++) {
                change(client, round + "-" + writer + "-" + i, answered);
                answered.enough.countDown();
            }
        } catch (RuntimeException | AssertionError _) {
            // the process is gone, perhaps in the middle of an answer
        }
    }

    private static void change(TestClient client, String name, Answered answered) {
        var tag = client.contact("add_corp_tag", "{'group_name':'%s','tag':[{'name':'t'}]}".formatted(name));
        answered.tags.add(tag.at("/tag_group/tag/0/id").asText());
        var added = client.act("{\"type\":\"ADD\",\"userid\":\"staff-01\",\"name\":\"%s\"}".formatted(name));
        var customer = added.path("externalUserId").asText();
        answered.customers.add(customer);
        var welcomed = client.contact(
                "send_welcome_msg",
                "{'welcome_code':'%s','text':{'content':'%s'}}"
                        .formatted(added.path("welcomeCode").asText(), name));
        if (welcomed.path("errcode").asInt() == 0) {
            answered.deliveries.add(customer + "|" + name);
        }
    }

    @Test
    void comesBackWithEverythingThatWasAnswered(@TempDir Path directory) throws IOException, InterruptedException {
        var answered = new ArrayList<Answered>();
        var ledger = new ArrayList<JsonNode>();
        for (var round = 0; round < 3; round++) {
            var process = start(directory);
            try {
                var client = client(process);
                if (round == 0) {
                    client.control("POST", "", TestClient.corp(",\"limits\":false"));
                }
                check(client, answered, ledger);
                answered.add(new Answered());
                hammer(client, round, answered.getLast());
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            check(new TestClient(simulator), answered, ledger);
        }
    }

    private static void hammer(TestClient client, int round, Answered answered) throws InterruptedException {
        for (var writer = 0; writer < WRITERS; writer++) {
            var number = writer;
            Thread.ofVirtual().start(() -> write(client, round, number, answered));
        }
        answered.enough.await();
    }

    /// Everything that was answered is there, and what the ledger held before it still holds, in
    /// the same order.
    private static void check(TestClient client, List<Answered> answered, List<JsonNode> ledger) {
        var tags = client.contact("get_corp_tag_list", "{}").findValuesAsText("id");
        var customers = client.lines("/customers").stream()
                .map(row -> row.path("externalUserId").asText())
                .collect(Collectors.toSet());
        var now = client.lines("/ledger");
        var deliveries = now.stream()
                .map(row -> row.path("externalUserId").asText() + "|"
                        + row.path("text").asText())
                .toList();
        for (var told : answered) {
            assertThat(tags).containsAll(told.tags);
            assertThat(customers).containsAll(told.customers);
            assertThat(told.deliveries).hasSizeGreaterThan(ANSWERS_BEFORE_THE_END);
            assertThat(deliveries).containsAll(told.deliveries);
        }
        assertThat(deliveries).doesNotHaveDuplicates();
        assertThat(now.subList(0, ledger.size())).isEqualTo(ledger);
        ledger.clear();
        ledger.addAll(now);
    }
}
