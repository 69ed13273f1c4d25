package cn.siyu.adapter.http.meta;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The API document, OpenAPI 3.1: what was generated when this module was compiled, completed by
/// what the running router and the controllers' contracts say. Made once, when it is first asked
/// for.
@Singleton
final class OpenApiDocument {
    private static final String GENERATED = "META-INF/swagger/openapi.json";
    private static final String SCHEMA = "#/components/schemas/";

    private final Router router;
    private final Contract contract;
    private final JsonMapper json;
    private volatile Map<String, Object> made = Map.of();

    OpenApiDocument(Router router, List<Contract.Owner> owners, JsonMapper json) {
        this.router = router;
        this.contract = Contract.joined(owners);
        this.json = json;
    }

    /// The document as a tree.
    Map<String, Object> tree() {
        if (made.isEmpty()) {
            made = SchemaOrder.of(make());
        }
        return made;
    }

    private Map<String, Object> make() {
        Map<String, Object> document = generated();
        Tree.visit(document, OpenApiDocument::clean);
        Map<String, Object> schemas = Tree.child(Tree.child(document, "components"), "schemas");
        var operations = new Operations(contract, schemas, json);
        Map<String, Object> paths = Tree.child(document, "paths");
        Set<String> completed = new HashSet<>(); // the router has some routes twice, one for each media type
        router.uriRoutes().forEach(route -> {
            String path = route.getUriMatchTemplate().toPathString();
            Map<String, Object> operation = Tree.asObject(Tree.asObject(paths.getOrDefault(path, Map.of()))
                    .getOrDefault(lower(route.getHttpMethodName()), Map.of()));
            if (!operation.isEmpty() && completed.add(route.getHttpMethodName() + ' ' + path)) {
                operations.complete(operation, path, route);
            }
        });
        prune(document, schemas);
        return ordered(document, paths, schemas);
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> generated() {
        try (var in = OpenApiDocument.class.getClassLoader().getResourceAsStream(GENERATED)) {
            if (in == null) {
                throw new IllegalStateException("the API document was not generated: " + GENERATED);
            }
            return json.readValue(in, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes out what the generator leaves behind: marks of its own, and Markdown that it escaped.
    private static void clean(Map<String, Object> object) {
        object.remove("exampleSetFlag");
        object.computeIfPresent(
                "description", (_, text) -> text instanceof String words ? words.replace("\\`", "`") : text);
    }

    /// Removes schemas that nothing refers to any longer.
    private static void prune(Map<String, Object> document, Map<String, Object> schemas) {
        Set<String> reached = new HashSet<>();
        Tree.visit(Tree.child(document, "paths"), object -> note(object, reached, schemas));
        schemas.keySet().retainAll(reached);
    }

    private static void note(Map<String, Object> object, Set<String> reached, Map<String, Object> schemas) {
        if (object.get("$ref") instanceof String reference && reference.startsWith(SCHEMA)) {
            String name = reference.substring(SCHEMA.length());
            if (reached.add(name)) {
                Tree.visit(schemas.getOrDefault(name, Map.of()), inner -> note(inner, reached, schemas));
            }
        }
    }

    private static Map<String, Object> ordered(
            Map<String, Object> document, Map<String, Object> paths, Map<String, Object> schemas) {
        var ordered = new LinkedHashMap<String, Object>();
        ordered.put("openapi", document.get("openapi"));
        ordered.put("info", Texts.info());
        ordered.put("servers", List.of(Tree.object("url", "/")));
        ordered.put("paths", new TreeMap<>(paths));
        ordered.put(
                "components",
                Tree.object(
                        "schemas", new TreeMap<>(schemas), "securitySchemes", Tree.object("apiKey", Texts.apiKey())));
        return ordered;
    }
}
