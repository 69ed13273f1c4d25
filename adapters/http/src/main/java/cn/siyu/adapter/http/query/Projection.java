package cn.siyu.adapter.http.query;

import cn.siyu.adapter.http.json.Nearest;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.RouteMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `fields=id,trust.social` leaves of an answer. Names are checked against the type of the
/// answer before the request is carried out; a wrong one is a mistake and not an empty answer.
public final class Projection {
    private static final int MOST_NAMES = 100;

    /// The names wanted, each with the names wanted below it; none below means everything below.
    private final Map<String, Projection> wanted = new TreeMap<>();

    private Projection() {}

    /// What a request asks for; empty if it asks for everything.
    public static Optional<Projection> of(HttpRequest<?> request) {
        String fields = request.getParameters().get("fields");
        if (fields == null) {
            return Optional.empty();
        }
        var projection = new Projection();
        for (String name : names(fields)) {
            Projection level = projection;
            for (String part : name.split("\\.", -1)) {
                level = level.wanted.computeIfAbsent(part, _ -> new Projection());
            }
        }
        return Optional.of(projection);
    }

    private static List<String> names(String fields) {
        return List.of(fields.split(",", MOST_NAMES));
    }

    /// Cuts an answer; a page is cut item by item.
    public JsonNode cut(JsonNode answer, boolean page) {
        if (!page) {
            return cut(answer);
        }
        Map<String, JsonNode> cut = new LinkedHashMap<>();
        answer.entries()
                .forEach(entry -> cut.put(
                        entry.getKey(), entry.getKey().equals("items") ? cut(entry.getValue()) : entry.getValue()));
        return JsonNode.createObjectNode(cut);
    }

    private JsonNode cut(JsonNode node) {
        if (wanted.isEmpty() || node.isValueNode()) {
            return node;
        }
        if (node.isArray()) {
            List<JsonNode> entries = new ArrayList<>(node.size());
            node.values().forEach(entry -> entries.add(cut(entry)));
            return JsonNode.createArrayNode(entries);
        }
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        node.entries().forEach(entry -> {
            Projection below = wanted.get(entry.getKey());
            if (below != null) {
                kept.put(entry.getKey(), below.cut(entry.getValue()));
            }
        });
        return JsonNode.createObjectNode(kept);
    }

    /// Refuses names that the answer of a route does not have.
    static void check(HttpRequest<?> request, RouteMatch<?> route) {
        String fields = request.getParameters().get("fields");
        if (fields == null) {
            return;
        }
        Argument<?> answer = route.getRouteInfo().getResponseBodyType();
        Argument<?> type = answer.getType() == Page.class
                ? answer.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT)
                : answer;
        List<Mistake> mistakes = new ArrayList<>();
        for (String name : names(fields)) {
            check(name, type, mistakes);
        }
        if (!mistakes.isEmpty()) {
            throw Problems.parameters(mistakes);
        }
    }

    private static void check(String name, Argument<?> type, List<Mistake> mistakes) {
        Argument<?> level = type;
        for (String part : name.split("\\.", -1)) {
            Argument<?> element = element(level);
            if (isOpen(element)) {
                return;
            }
            Map<String, Argument<?>> properties = properties(element);
            Argument<?> next = properties.get(part);
            if (next == null) {
                mistakes.add(Mistake.inParameter(
                        "fields", ProblemCode.INVALID_PARAMETER, Nearest.unknown(name, properties.keySet())));
                return;
            }
            level = next;
        }
    }

    private static Argument<?> element(Argument<?> type) {
        return Iterable.class.isAssignableFrom(type.getType())
                ? type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT)
                : type;
    }

    /// Whether the names below a type are data, or differ from case to case, and so are not known
    /// beforehand.
    private static boolean isOpen(Argument<?> type) {
        Class<?> of = type.getType();
        return of == Object.class
                || of.isInterface()
                || Map.class.isAssignableFrom(of)
                || JsonNode.class.isAssignableFrom(of);
    }

    private static Map<String, Argument<?>> properties(Argument<?> type) {
        Map<String, Argument<?>> properties = new LinkedHashMap<>();
        BeanIntrospector.SHARED
                .findIntrospection(type.getType())
                .ifPresent(introspection -> introspection
                        .getBeanProperties()
                        .forEach(property -> properties.put(property.getName(), property.asArgument())));
        return properties;
    }
}
