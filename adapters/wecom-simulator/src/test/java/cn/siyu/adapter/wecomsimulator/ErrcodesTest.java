package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.api.WeComApi;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.ErrcodeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every errcode that the platform documents for customer contact can be produced: each by an injected fault,
/// and those with a stated condition by their rule. The rules are declared in `errcodes-by-rule/*.csv`, one
/// file per family: errcode, endpoint, condition, and the test that produces it.
class ErrcodesTest {
    private static final Path RULES = Path.of("src/test/resources/errcodes-by-rule");

    private record Rule(int code, String endpoint, String condition, String test) {}

    private static List<Rule> rules() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            return files.sorted()
                    .flatMap(ErrcodesTest::lines)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(column -> new Rule(Integer.parseInt(column[0]), column[1], column[2], column[3]))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void producesEveryErrcodeAtSomeEndpointAndSomeErrcodeAtEveryEndpoint() {
        var endpoints = WeComApi.endpoints();
        var paths = endpoints.paths().stream().sorted().toList();
        var codes = ErrcodeTable.entries().stream()
                .filter(entry -> entry.code() != 0)
                .toList();
        assertThat(codes).hasSizeGreaterThan(170);
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var client = new TestClient(simulator);
            client.control("POST", "", TestClient.corp(""));
            var token = client.token();
            for (var i = 0; i < Math.max(codes.size(), paths.size()); i++) {
                var entry = codes.get(i % codes.size());
                inject(
                        client,
                        entry,
                        endpoints.at(paths.get(i % paths.size())).orElseThrow(),
                        paths.get(i % paths.size()),
                        token);
            }
        }
    }

    private static void inject(
            TestClient client, ErrcodeTable.Entry entry, Endpoint endpoint, String path, String token) {
        client.exchange("DELETE", "/simulator/faults", "");
        client.exchange(
                "POST",
                "/simulator/faults",
                "{\"path\":\"%s\",\"kind\":\"ERRCODE\",\"errcode\":%d}".formatted(path, entry.code()));
        var verb = endpoint.verb() == Endpoint.Verb.GET ? "GET" : "POST";
        var response = client.exchange(verb, path + "?access_token=" + token, "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Error-Code")).hasValue(Integer.toString(entry.code()));
        var answer = TestClient.json(response.body());
        assertThat(answer.path("errcode").asInt()).isEqualTo(entry.code());
        assertThat(answer.path("errmsg").asText()).startsWith(entry.errmsg());
        assertThat(response.headers().firstValue("Error-Msg"))
                .hasValue(answer.path("errmsg").asText());
        endpoint.arrays().forEach(name -> assertThat(answer.path(name)).isEqualTo(TestClient.json("[]")));
        assertThat(answer.size()).isEqualTo(2 + endpoint.arrays().size());
    }

    @Test
    void hasEveryErrcodeOfItsRulesInTheTable() throws IOException {
        var known =
                ErrcodeTable.entries().stream().map(ErrcodeTable.Entry::code).toList();
        assertThat(known).doesNotHaveDuplicates();
        assertThat(known)
                .containsAll(Arrays.stream(Errcode.values()).map(Errcode::code).toList());
        assertThat(known).containsAll(rules().stream().map(Rule::code).toList());
    }

    @Test
    void namesATestForEveryRuleThatIsDeclared() throws IOException {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            var parts = rule.test().split("#", -1);
            var type = Class.forName(getClass().getPackageName() + "." + parts[0]);
            assertThat(Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName()))
                    .as(rule.toString())
                    .contains(parts[1]);
            assertThat(rule.endpoint()).isNotBlank();
            assertThat(rule.condition()).isNotBlank();
        });
    }

    @Test
    void tellsTheTable() {
        try (var simulator = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var told = new TestClient(simulator).get("/simulator/errcodes").path("errcodes");
            assertThat(told).hasSize(ErrcodeTable.entries().size());
            assertThat(told.path(0).path("meaning").asText()).isNotEmpty();
        }
    }
}
