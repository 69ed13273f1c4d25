package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.insight.HostileFile;
import cn.siyu.bootstrap.RunningProduct;
import cn.siyu.bootstrap.endtoend.Operations.Operation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every operation of the API document is asked with texts that parsers, number types and databases
/// choke on, in every place of the path, in every parameter and in every place of its body. None
/// may end in a fault: a wrong text is a mistake of the client's, and told so.
class HostileRequestsTest {
    private static final int IMPORTS = 20;
    private static final int MOST_FAULTS = 100;

    /// As they stand in an address.
    private static final List<String> ANYWHERE = List.of(
            "%00",
            "a%00b",
            "%FF",
            "%C3%28",
            "%ED%A0%80",
            "%ED%B0%80",
            "%EF%BF%BF",
            "%F0%9F%98%80",
            "%EF%BB%BF",
            "%20",
            "%0A",
            "%09",
            "%2F",
            "%25",
            "%27%22%3B--",
            "%5Cu0000",
            "%7B%7D",
            ",",
            ",,,",
            "-1",
            "0",
            "1e5",
            "99999999999999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "2147483648",
            "NaN",
            "null",
            "true",
            "x".repeat(300),
            "%E5%BA%97".repeat(200),
            "cus_00000000000000000000000000",
            "cus_7zzzzzzzzzzzzzzzzzzzzzzzzz",
            "cus_zzzzzzzzzzzzzzzzzzzzzzzzzz",
            "brd_%00");

    private static final List<String> IN_PATHS = List.of(
            "ext:shop:%00",
            "ext:shop:a%00b",
            "ext:%00:a",
            "ext:shop:%ED%A0%80",
            "ext:shop:%FF",
            "ext:shop:%20",
            "ext:shop:" + "x".repeat(121),
            "ext:shop:" + "%F0%9F%98%80".repeat(60),
            "ext::",
            "ext:",
            "ext:shop:%EF%BF%BF",
            "..",
            "%2E%2E");

    private static final List<String> IN_QUERIES = List.of(
            "",
            "%2B999999999-12-31T00:00:00Z",
            "-1000000-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00%2B18:00",
            "%2B999999999-12-31",
            "-1000000-01-01",
            "9999-12-31T23:59:59.999999999Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01",
            "2026-02-30",
            "%2B294277-01-01T00:00:00Z",
            "-4713-01-01T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "1E999999999",
            "-1E999999999",
            "1e-999999999",
            "9".repeat(29),
            "0.00000000000000000000000001",
            "trust.social%20%3E%3D%201E999999999",
            "trust.social%20%3E%3D%20" + "9".repeat(400),
            "ordersAmount%20%3E%201e400",
            "nickname%20%3D%20'%00'",
            "nickname%20%3D%20'a%ED%A0%80'",
            "(".repeat(2_000),
            "not%20".repeat(500),
            "tags%20has%20'%5Cu0000'",
            "stage%20in%20()",
            "lastInteractionAt%20%3C%20'%2B999999999-12-31T00:00:00Z'",
            "lastInteractionAt%20%3C%20'-1000000-01-01T00:00:00Z'",
            "lastInteractionAt%20within%20P999999999D",
            "id,%00",
            "x".repeat(5_000));

    /// As JSON texts.
    private static final List<String> IN_BODIES = List.of(
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\uffff\"",
            "\"😀\"",
            "\"" + "x".repeat(20_000) + "\"",
            "\"+999999999-12-31T00:00:00Z\"",
            "\"-1000000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59-18:00\"",
            "\"+999999999-12-31\"",
            "\"P999999999999D\"",
            "\"PT-1S\"",
            "\"+08:00\"",
            "\"UTC\"",
            "\"{{\"",
            "\"{{\\u0000}}\"",
            "\"trust.social >= 1E999999999\"",
            "null",
            "true",
            "[]",
            "{}",
            "[[[[[[[[[[]]]]]]]]]]",
            "0",
            "-1",
            "1e5",
            "1E400",
            "-1E400",
            "1E999999999",
            "1e-999999999",
            "0.1",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "2147483648");

    private static final List<String> REQUEST_LINES = List.of(
            "GET /v1/brands/%",
            "GET /v1/brands/%zz/customers",
            "GET /v1/brands/demo/customers?filter=%",
            "GET /v1/brands/demo/customers?%zz=1",
            "GET /v1/brands/demo/orders/ext:shop:%0",
            "GET //",
            "GET /v1/brands/demo/customers?limit=%u0031",
            "GET /l/%",
            "GET /problems/%00",
            "GET /v1/brands/demo/customers?a%00b=1",
            "GET /v1/brands/demo/customers?%FF=1",
            "GET /v1/brands/demo/customers?=",
            "GET /v1/brands/demo/customers?&&&==&",
            "GET /v1/brands/\u00ff\u00fe");

    @TempDir
    Path home;

    @Test
    void noneEndsInAFaultOnH2() throws Exception {
        sweep(home, Map.of());
    }

    @Test
    void noneEndsInAFaultOnPostgresql() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().start()) {
            sweep(
                    home,
                    Map.of(
                            "datasources.default.url",
                            postgres.getJdbcUrl("postgres", "postgres"),
                            "datasources.default.driver-class-name",
                            "org.postgresql.Driver",
                            "datasources.default.username",
                            "postgres"));
        }
    }

    private static void sweep(Path home, Map<String, Object> database) throws IOException, InterruptedException {
        var settings = new HashMap<String, Object>(
                Map.of("siyu.sandbox.customers", 30, "siyu.sandbox.days", 2, "siyu.sandbox.seed", 7));
        settings.putAll(database);
        try (var product = RunningProduct.start(home, settings)) {
            product.advance(Duration.ofDays(2));
            var sweep = new Sweep(product);
            sweep.everything();
            assertThat(sweep.asked).isGreaterThan(5_000);
            assertThat(sweep.faults).isEmpty();
        }
    }

    /// One pass over all operations.
    private static final class Sweep {
        private static final String PLACE = "@here@";

        private final RunningProduct product;
        private final Operations operations;
        private final List<String> faults = new ArrayList<>();
        private int asked;

        Sweep(RunningProduct product) {
            this.product = product;
            this.operations = new Operations(product);
        }

        void everything() throws IOException, InterruptedException {
            for (var operation : operations.all()) {
                paths(operation);
                queries(operation);
                bodies(operation);
            }
            for (String line : REQUEST_LINES) {
                note(product.status(line), line, "");
            }
            for (long seed = 0; seed < IMPORTS; seed++) {
                var file = HostileFile.of(seed, "h" + seed);
                ask(
                        "POST",
                        "/v1/brands/demo/imports?source=shop&kind=" + file.kind(),
                        BodyPublishers.ofByteArray(file.content()),
                        "text/csv");
            }
        }

        private void paths(Operation operation) throws IOException, InterruptedException {
            for (String variable : operation.variables()) {
                for (var texts : List.of(ANYWHERE, IN_PATHS)) {
                    for (String text : texts) {
                        ask(operation, operations.path(operation, variable, text) + trial(operation, "?"), "");
                    }
                }
            }
        }

        private void queries(Operation operation) throws IOException, InterruptedException {
            String path = operations.path(operation, "", "");
            for (String parameter : operation.query()) {
                for (var texts : List.of(ANYWHERE, IN_QUERIES)) {
                    for (String text : texts) {
                        String more = parameter.equals("validate") ? "" : trial(operation, "&");
                        ask(operation, path + "?" + parameter + "=" + text + more, "");
                    }
                }
            }
        }

        /// With `validate=only`, so that nothing follows from what is taken.
        private void bodies(Operation operation) throws IOException, InterruptedException {
            if (operation.example().isMissingNode() || !operation.query().contains("validate")) {
                return;
            }
            String path = operations.path(operation, "", "") + "?validate=only";
            ask(operation, path, new String(new byte[] {'{', '"', 0, '"', '}'}, StandardCharsets.ISO_8859_1));
            for (String text : IN_BODIES) {
                ask(operation, path, text);
                for (var place : places(operation.example(), JsonPointer.empty())) {
                    ask(operation, path, with(operation.example(), place, text));
                }
            }
        }

        private void ask(Operation operation, String path, String body) throws IOException, InterruptedException {
            String type = operation.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
            String whole = body.isEmpty() && !operation.example().isMissingNode()
                    ? operation.example().toString()
                    : body;
            ask(
                    operation.method(),
                    path,
                    operation.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString(whole),
                    type);
        }

        private void ask(String method, String path, HttpRequest.BodyPublisher body, String type)
                throws IOException, InterruptedException {
            var request = product.request(path)
                    .header("Content-Type", type)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", "\"1\"")
                    .method(method, body)
                    .build();
            String what = method + " " + path;
            try {
                note(product.answer(request), what);
            } catch (IOException closed) { // a kept connection may end at any time; a new one is answered
                note(product.answer(request), what);
            }
        }

        private static String trial(Operation operation, String before) {
            return operation.query().contains("validate") ? before + "validate=only" : "";
        }

        private static List<JsonPointer> places(JsonNode node, JsonPointer at) {
            var places = new ArrayList<JsonPointer>();
            node.properties().forEach(each -> places.addAll(places(each.getValue(), at.appendProperty(each.getKey()))));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                places.addAll(places(node.get(i), at.appendIndex(i)));
            }
            if (!at.matches()) {
                places.add(at);
            }
            return places;
        }

        private static String with(JsonNode example, JsonPointer place, String text) {
            var copy = example.deepCopy();
            switch (copy.at(place.head())) {
                case ObjectNode object -> object.put(place.last().getMatchingProperty(), PLACE);
                case ArrayNode array -> array.set(place.last().getMatchingIndex(), PLACE);
                case JsonNode leaf -> throw new IllegalStateException(leaf + " holds nothing");
            }
            return copy.toString().replace('"' + PLACE + '"', text);
        }

        private static String shortened(String text) {
            return text.substring(0, Math.min(200, text.length()));
        }

        private void note(HttpResponse<String> answer, String what) {
            note(answer.statusCode(), what, answer.body());
        }

        private void note(int status, String what, String answer) {
            asked++;
            if (status >= 500 && faults.size() < MOST_FAULTS) {
                faults.add(status + " " + shortened(what) + " " + shortened(answer));
            }
        }
    }
}
