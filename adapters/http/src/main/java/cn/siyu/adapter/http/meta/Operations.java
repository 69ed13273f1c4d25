package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.csv.CsvBody;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Operator;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Scope;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Completes the operations of the API document, one by one.
final class Operations {
    private static final String SCHEMA = "#/components/schemas/";
    /// What controllers are given by binders of ours; the generator takes it for parameters and
    /// bodies.
    private static final Set<String> OURS = Set.of("Caller", "ApiKey", "JsonBody", "CsvBody", "Write", "Conditions");

    private final Contract contract;
    private final Map<String, Object> schemas;
    private final JsonMapper json;

    Operations(Contract contract, Map<String, Object> schemas, JsonMapper json) {
        this.contract = contract;
        this.schemas = schemas;
        this.json = json;
    }

    void complete(Map<String, Object> operation, String path, UriRouteInfo<?, ?> route) {
        String id = String.valueOf(operation.get("operationId"));
        List<Class<?>> arguments = List.of(route.getTargetMethod().getArgumentTypes());
        Scope[] scopes = route.getAnnotationMetadata().enumValues(Needs.class, Scope.class);
        boolean open = !route.getAnnotationMetadata().hasAnnotation(Needs.class);
        parameters(operation, id, route.getHttpMethodName(), path, arguments);
        body(operation, id, arguments);
        Tree.child(operation, "responses")
                .values()
                .forEach(response -> Tree.asObject(response)
                        .computeIfPresent(
                                "description", (_, text) -> text.equals(id + " 200 response") ? "Done" : text));
        Tree.child(operation, "responses").values().forEach(Operations::describePages);
        operation.put("security", open ? List.of() : List.of(Tree.object("apiKey", List.of())));
        if (!open) {
            operation.put("x-scopes", Stream.of(scopes).map(Scope::code).toList());
        }
        problems(operation, id, path, open, scopes.length > 0, arguments);
    }

    /// A page for people is text, whatever the generator takes it for.
    private static void describePages(Object response) {
        if (Tree.asObject(response).get("content") instanceof Map<?, ?> content && content.containsKey("text/html")) {
            Tree.child(Tree.asObject(response), "content")
                    .put("text/html", Tree.object("schema", Tree.object("type", "string")));
        }
    }

    private void parameters(
            Map<String, Object> operation, String id, String method, String path, List<Class<?>> arguments) {
        List<Object> parameters = Tree.list(operation, "parameters");
        parameters.removeIf(
                each -> isOurs(each) || "brand".equals(Tree.asObject(each).get("name")));
        if (path.contains("{brand}")) {
            parameters.addFirst(Texts.brand());
        }
        Listing listing = contract.lists().get(id);
        if (listing != null) {
            parameters.addAll(of(listing));
        }
        if (method.equals("GET") && path.startsWith("/v1")) {
            parameters.add(Texts.fields());
            parameters.add(Texts.header("If-None-Match", "An ETag; answers 304 if it is still right", 400));
        }
        if (arguments.contains(Write.class)) {
            parameters.add(Texts.validate());
            Map<String, Object> key = Texts.header(
                    "Idempotency-Key", "Names this intention; the same key gives the same answer again", 255);
            key.put("required", contract.once().contains(id));
            parameters.add(key);
        }
        if (arguments.contains(Conditions.class)) {
            parameters.add(Texts.header("If-Match", "The ETag of the version you have seen", 400));
        }
        if (parameters.isEmpty()) {
            operation.remove("parameters");
        }
    }

    private static List<Object> of(Listing listing) {
        var parameters = new ArrayList<Object>(List.of(Texts.limit(), Texts.after()));
        parameters.add(Texts.query(
                "sort",
                "The key to sort by; - in front turns it round. Default: " + listing.defaultSort(),
                Tree.object("type", "string", "enum", listing.orders())));
        if (listing.countable()) {
            parameters.add(Texts.count());
        }
        listing.filters().forEach((name, type) -> {
            for (Operator operator : type.operators()) {
                parameters.add(filter(name, type, operator));
            }
        });
        return parameters;
    }

    private static Map<String, Object> filter(String name, FilterType type, Operator operator) {
        String meaning = switch (operator) {
            case IN ->
                type.single()
                        ? "Only where " + name + " fits"
                        : "Only where " + name + " is one of these, separated by commas";
            case GTE -> "Only where " + name + " is this or more";
            case GT -> "Only where " + name + " is more than this";
            case LTE -> "Only where " + name + " is this or less";
            case LT -> "Only where " + name + " is less than this";
        };
        return Texts.query(name + operator.suffix(), meaning, Tree.object("type", "string", "maxLength", 4000));
    }

    private void body(Map<String, Object> operation, String id, List<Class<?>> arguments) {
        if (arguments.contains(CsvBody.class)) {
            operation.put("requestBody", file(contract.files().getOrDefault(id, "")));
            return;
        }
        if (!arguments.contains(JsonBody.class)) {
            if (isOurs(operation.getOrDefault("requestBody", Map.of()))) {
                operation.remove("requestBody");
            }
            return;
        }
        Contract.Body body = contract.bodies().get(id);
        if (body == null) {
            throw new IllegalStateException("the contract of " + id + " does not say what it reads");
        }
        Map<String, Object> schema = Tree.asObject(Tree.copy(Input.describe(body.reader())));
        borrow(schema, properties(operation));
        var content = new LinkedHashMap<String, Object>();
        for (String type :
                Tree.child(Tree.child(operation, "requestBody"), "content").keySet()) {
            content.put(type, Tree.object("schema", schema, "example", example(body.example())));
        }
        operation.put("requestBody", Tree.object("required", body.required(), "content", content));
    }

    private static Map<String, Object> file(String example) {
        var schema = Tree.object("type", "string", "maxLength", CsvBody.MOST_BYTES);
        return Tree.object(
                "required",
                true,
                "content",
                Tree.object(CsvBody.TYPE, Tree.object("schema", schema, "example", example)));
    }

    /// Takes descriptions and examples over from the resource that is answered: reading and writing
    /// share one vocabulary.
    private static void borrow(Map<String, Object> schema, Map<String, Object> known) {
        Tree.child(schema, "properties").forEach((name, property) -> {
            Map<String, Object> own = Tree.asObject(property);
            Map<String, Object> from = Tree.asObject(known.getOrDefault(name, Map.of()));
            for (String part : List.of("description", "example")) {
                if (from.containsKey(part)) {
                    own.putIfAbsent(part, from.get(part));
                }
            }
        });
    }

    private Map<String, Object> properties(Map<String, Object> operation) {
        var known = new LinkedHashMap<String, Object>();
        Tree.visit(Tree.child(operation, "responses"), object -> {
            if (object.get("$ref") instanceof String reference) {
                Map<String, Object> schema =
                        Tree.asObject(schemas.getOrDefault(reference.substring(SCHEMA.length()), Map.of()));
                known.putAll(Tree.asObject(schema.getOrDefault("properties", Map.of())));
            }
        });
        return known;
    }

    private Object example(String text) {
        try {
            return json.readValue(text, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the example is not JSON: " + text, e);
        }
    }

    private void problems(
            Map<String, Object> operation,
            String id,
            String path,
            boolean open,
            boolean scoped,
            List<Class<?>> arguments) {
        var byStatus = new TreeMap<Integer, List<String>>();
        UsualProblems.of(open, scoped, path, arguments, contract.once().contains(id))
                .forEach(code -> note(byStatus, code));
        contract.problems().getOrDefault(id, List.of()).forEach(code -> note(byStatus, code));
        Map<String, Object> responses = Tree.child(operation, "responses");
        byStatus.forEach((status, codes) -> responses.put(
                Integer.toString(status),
                Tree.object(
                        "description",
                        String.join(", ", codes),
                        "content",
                        Tree.object(
                                "application/problem+json",
                                Tree.object("schema", Tree.object("$ref", SCHEMA + "Problem"))))));
    }

    private static void note(Map<Integer, List<String>> byStatus, ProblemCode code) {
        List<String> codes = byStatus.computeIfAbsent(code.status(), _ -> new ArrayList<>());
        if (!codes.contains(code.code())) {
            codes.add(code.code());
        }
    }

    private static boolean isOurs(Object node) {
        boolean[] found = new boolean[1];
        Tree.visit(node, object -> {
            if (object.get("$ref") instanceof String reference && OURS.contains(reference.substring(SCHEMA.length()))) {
                found[0] = true;
            }
        });
        return found[0];
    }
}
