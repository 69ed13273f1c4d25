package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.api.WeComApi;
import cn.siyu.adapter.wecomsimulator.proof.Claims;
import cn.siyu.adapter.wecomsimulator.proof.ReferencePage;
import cn.siyu.adapter.wecomsimulator.proof.Witness;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.ErrcodeTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every errcode that the platform documents for customer contact can be produced: each by an
/// injected fault, and those with a stated condition by their rule. The rules are declared in
/// `errcodes-by-rule/*.csv`, one file per family: errcode, endpoints, condition, and the test that
/// produces it there, which `proof.KeepsWhatItDeclares` holds it to. The reference page names an
/// errcode of an endpoint only if it is declared for it.
class ErrcodesTest {
    private static final Path OF_THE_API = Path.of("src/test/resources/errcodes-of-the-api.csv");
    private static final String BY_RULE = "rule";
    private static final String BY_INJECTION = "injection";

    /// An errcode that the descriptions of the endpoints name.
    private record Named(int errcode, String sections, String how, String why) {}

    private static List<Named> named() {
        return Claims.lines(OF_THE_API)
                .map(column -> new Named(Integer.parseInt(column[0]), column[1], column[2], column[3]))
                .toList();
    }

    private static Set<Witness.Seen> declared() {
        return Stream.concat(
                        Claims.rules().stream()
                                .flatMap(rule -> rule.endpoints().stream()
                                        .map(endpoint -> new Witness.Seen(Claims.path(endpoint), rule.errcode()))),
                        ErrcodeRequestsTest.lines()
                                .map(line -> new Witness.Seen(Claims.path(line.endpoint()), line.errcode())))
                .collect(Collectors.toSet());
    }

    @Test
    void leavesNoRowOfTheReferenceEmpty() {
        assertThat(ReferencePage.lines()).hasSizeGreaterThan(80).allSatisfy(line -> {
            assertThat(line.columns()).as(line.toString()).hasSize(4).doesNotContain("");
            assertThat(line.paths()).isNotEmpty();
            assertThat(line.errcodes().isEmpty())
                    .as(line + ": errcodes or –")
                    .isEqualTo(line.columns().get(2).equals("–"));
            assertThat(line.columns().get(3)).as(line + ": checked by").contains("HTTP");
        });
    }

    @Test
    void hasEveryEndpointInTheReferenceOnce() {
        var told = ReferencePage.lines().stream()
                .flatMap(line -> line.paths().stream())
                .toList();
        var answered = WeComApi.endpoints().paths().stream()
                .filter(path -> !path.startsWith("/cgi-bin/crm/"))
                .toList();
        assertThat(told).doesNotHaveDuplicates().contains("/cgi-bin/gettoken");
        assertThat(told.stream().filter(path -> !path.equals("/cgi-bin/gettoken")))
                .containsExactlyInAnyOrderElementsOf(answered);
    }

    /// Where a row is about several endpoints, one of them has to produce the errcode.
    @Test
    void producesEveryErrcodeOfTheReference() {
        var declared = declared();
        var missing = ReferencePage.lines().stream()
                .flatMap(line -> line.errcodes().stream()
                        .filter(errcode -> line.paths().stream()
                                .noneMatch(path -> declared.contains(new Witness.Seen(path, errcode))))
                        .map(errcode -> errcode + " of " + line))
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void producesWhatTheEndpointsSayByRuleWhereAConditionIsStated() {
        var byRule = Claims.rules().stream().map(Claims.Rule::errcode).collect(Collectors.toSet());
        ErrcodeRequestsTest.lines().forEach(line -> byRule.add(line.errcode()));
        var known =
                ErrcodeTable.entries().stream().map(ErrcodeTable.Entry::code).toList();
        assertThat(named()).hasSizeGreaterThan(120).allSatisfy(each -> {
            assertThat(each.how()).as(each.toString()).isIn(BY_RULE, BY_INJECTION);
            assertThat(known).as("can be injected").contains(each.errcode());
            if (each.how().equals(BY_RULE)) {
                assertThat(byRule).as(each.toString()).contains(each.errcode());
            } else {
                assertThat(byRule).as(each + " has a rule after all").doesNotContain(each.errcode());
                assertThat(each.why()).isNotBlank();
            }
        });
        assertThat(named().stream().map(Named::errcode)).doesNotHaveDuplicates();
        assertThat(byRule).isSubsetOf(named().stream().map(Named::errcode).toList());
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
    void hasEveryErrcodeOfItsRulesInTheTable() {
        var known =
                ErrcodeTable.entries().stream().map(ErrcodeTable.Entry::code).toList();
        assertThat(known).doesNotHaveDuplicates();
        assertThat(known)
                .containsAll(Arrays.stream(Errcode.values()).map(Errcode::code).toList());
        assertThat(known)
                .containsAll(Claims.rules().stream().map(Claims.Rule::errcode).toList());
    }

    @Test
    void namesATestForEveryRuleThatIsDeclared() {
        assertThat(Claims.rules()).isNotEmpty().allSatisfy(rule -> {
            var parts = rule.test().split("#", -1);
            var type = Class.forName(getClass().getPackageName() + "." + parts[0]);
            assertThat(Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName()))
                    .as(rule.toString())
                    .contains(parts[1]);
            assertThat(rule.endpoints()).isNotEmpty().doesNotContain("");
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
