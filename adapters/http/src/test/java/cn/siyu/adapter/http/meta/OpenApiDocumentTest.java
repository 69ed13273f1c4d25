package cn.siyu.adapter.http.meta;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.problem.ProblemCode;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// The rules that the API document keeps. It is generated and committed: a change of the contract
/// shows in a review.
class OpenApiDocumentTest {
    private static final Path COMMITTED = Path.of("../../docs/reference/openapi.yaml");
    private static final Map<String, Object> DOCUMENT =
            Api.bean(OpenApiDocument.class).tree();
    private static final Map<String, Object> SCHEMAS = Tree.child(Tree.child(DOCUMENT, "components"), "schemas");

    @Test
    void isTheOneThatIsCommitted() throws IOException {
        String now = Yaml.write(DOCUMENT);
        if (Boolean.getBoolean("siyu.docs.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }
        assertThat(COMMITTED)
                .as(
                        "run the tests of this module with -Dsurefire.argLine=-Dsiyu.docs.update=true and review the change")
                .hasContent(now);
    }

    @Test
    void isServedAsJsonAndAsYaml() throws IOException {
        var json = Api.get("/openapi.json", "Authorization", "");
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(Api.bean(JsonMapper.class).readValue(json.text(), Argument.mapOf(String.class, Object.class)))
                .containsEntry("openapi", "3.1.0");
        var yaml = Api.get("/openapi.yaml", "Authorization", "");
        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(yaml.text()).startsWith("openapi: \"3.1.0\"\n");
    }

    @Test
    void isBrowsableWithoutANetwork() {
        var page = Api.get("/docs", "Authorization", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self';");
        assertThat(page.text()).doesNotContain("http:").doesNotContain("https:").doesNotContain("<script>");
        assertThat(Api.get("/docs/viewer.js", "Authorization", "").text()).contains("rapi-doc");
    }

    @Test
    void hasEveryRouteAndNoOther() {
        var routes = new TreeSet<String>();
        Api.bean(Router.class)
                .uriRoutes()
                .filter(OpenApiDocumentTest::isOurs)
                .forEach(route -> routes.add(route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString()));
        routes.removeIf(route -> route.startsWith("HEAD "));
        var documented = new TreeSet<String>();
        operations((name, _) -> documented.add(name));
        assertThat(documented).isEqualTo(routes);
    }

    private static boolean isOurs(UriRouteInfo<?, ?> route) {
        Class<?> controller = route.getDeclaringType();
        return controller.getName().startsWith("cn.siyu.adapter.http.")
                && !controller.getPackageName().equals("cn.siyu.adapter.http")
                && controller != DocumentController.class;
    }

    @Test
    void namesEachOperationOnceByVerbAndNoun() {
        List<String> ids = new ArrayList<>();
        operations((_, operation) -> ids.add(String.valueOf(operation.get("operationId"))));
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+([A-Z][a-zA-Z]*)+"));
    }

    @Test
    void namesEachParameterOfAnOperationOnce() {
        operations((name, operation) -> {
            var listed = operation.getOrDefault("parameters", List.of());
            var parameters = ((List<?>) listed)
                    .stream()
                            .map(Tree::asObject)
                            .map(parameter -> parameter.get("in") + " " + parameter.get("name"))
                            .toList();
            assertThat(parameters).as(name).doesNotHaveDuplicates();
        });
    }

    @Test
    void explainsEachOperationInBothLanguages() {
        operations((name, operation) -> {
            assertThat(String.valueOf(operation.get("summary"))).as(name).matches(".*[a-z].* · .*\\p{IsHan}.*");
            assertThat(String.valueOf(operation.get("description"))).as(name).hasSizeGreaterThan(20);
            assertThat(Tree.list(operation, "tags")).as(name).isNotEmpty();
            assertThat(operation).as(name).containsKey("security");
        });
    }

    @Test
    void listsOnlyProblemsThatHaveAPage() {
        operations((name, operation) -> Tree.child(operation, "responses").forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                for (String code : String.valueOf(Tree.asObject(response).get("description"))
                        .split(", ", -1)) {
                    assertThat(ProblemCode.of(code)).as(name + " " + code).isPresent();
                }
            }
        }));
    }

    @Test
    void describesBoundsAndExemplifiesEveryProperty() {
        SCHEMAS.forEach((name, schema) -> Tree.asObject(Tree.asObject(schema).getOrDefault("properties", Map.of()))
                .forEach((property, node) -> check(name + "." + property, Tree.asObject(node))));
        operations((name, operation) -> Tree.visit(
                Tree.child(operation, "requestBody"),
                object -> Tree.asObject(object.getOrDefault("properties", Map.of()))
                        .forEach((property, node) -> {
                            if (node instanceof Map<?, ?> && !name.isEmpty()) {
                                assertThat(Tree.asObject(node))
                                        .as(name + " " + property)
                                        .isNotEmpty();
                            }
                        })));
    }

    private static void check(String where, Map<String, Object> property) {
        if (property.containsKey("$ref")
                || property.containsKey("allOf")
                || property.containsKey("oneOf")
                || property.containsKey("anyOf")) {
            return;
        }
        assertThat(property).as(where).containsKey("description");
        List<Object> types = property.get("type") instanceof List<?> several
                ? new ArrayList<>(several)
                : List.of(String.valueOf(property.get("type")));
        if (types.contains("array")) {
            assertThat(property).as(where).containsKey("maxItems");
        } else if (!types.contains("object")) {
            assertThat(property).as(where).containsKey("example");
        }
        if (types.contains("string")) {
            assertThat(property.keySet()).as(where).containsAnyOf("format", "pattern", "enum", "maxLength");
        }
        if (types.contains("integer") || types.contains("number")) {
            assertThat(property.keySet()).as(where).containsAnyOf("minimum", "maximum", "format");
        }
    }

    @Test
    void hasExamplesThatTheirReadersAccept() {
        // reads each example by the reader that the document describes
        var contract = Contract.joined(List.copyOf(Api.beans(Contract.Owner.class)));
        contract.bodies()
                .forEach((operation, body) -> assertThat(JsonBody.of(body.example(), Api.bean(JsonMapper.class))
                                .<Object>read(body.reader()::apply))
                        .as(operation)
                        .isNotNull());
    }

    @Test
    void refersOnlyToSchemasThatAreThere() {
        Set<String> missing = new TreeSet<>();
        Tree.visit(DOCUMENT, object -> {
            if (object.get("$ref") instanceof String reference
                    && !SCHEMAS.containsKey(reference.replace("#/components/schemas/", ""))) {
                missing.add(reference);
            }
        });
        assertThat(missing).isEmpty();
    }

    private static void operations(BiConsumer<String, Map<String, Object>> visitor) {
        Tree.child(DOCUMENT, "paths")
                .forEach((path, item) -> Tree.asObject(item)
                        .forEach((method, operation) -> visitor.accept(
                                method.toUpperCase(Locale.ROOT) + " " + path, Tree.asObject(operation))));
    }
}
