package cn.siyu.bootstrap.endtoend;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// What the running product can be asked, from its own API document, with ids of things that are
/// there.
final class Operations {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final RunningProduct product;
    private final Map<String, String> known = new HashMap<>(Map.of("brand", "demo"));

    Operations(RunningProduct product) {
        this.product = product;
    }

    /// One of them.
    ///
    /// @param path with its variables
    /// @param query the names of its query parameters
    /// @param example a body that is right; missing if it takes no JSON
    record Operation(String method, String path, List<String> query, JsonNode example) {
        /// The names of the path's variables.
        List<String> variables() {
            return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        }

        boolean reads() {
            return method.equals("GET");
        }
    }

    /// All of them but those that are for installations only.
    List<Operation> all() throws IOException, InterruptedException {
        var all = new ArrayList<Operation>();
        for (var path : product.get("/openapi.json").path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var names = new TreeSet<String>();
                StreamSupport.stream(operation.getValue().path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .forEach(parameter -> names.add(parameter.path("name").asText()));
                var content = operation.getValue().path("requestBody").path("content");
                all.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        List.copyOf(names),
                        content.path("application/json").path("example")));
            }
        }
        return all;
    }

    /// A path in which every variable stands for something that is there, but one.
    ///
    /// @param other the name of that one; empty for none
    String path(Operation operation, String other, String value) throws IOException, InterruptedException {
        var path = new StringBuilder();
        int end = 0;
        for (var found : VARIABLE.matcher(operation.path()).results().toList()) {
            path.append(operation.path(), end, found.start());
            path.append(found.group(1).equals(other) ? value : known(operation.path(), found.start(), found.group(1)));
            end = found.end();
        }
        return path.append(operation.path().substring(end)).toString();
    }

    /// The first thing of the list that stands before the variable.
    private String known(String template, int at, String name) throws IOException, InterruptedException {
        String collection = template.substring(0, at - 1);
        if (!known.containsKey(name)
                && !VARIABLE.matcher(collection.replace("{brand}", "")).find()) {
            var answer = product.answer(product.request(collection.replace("{brand}", "demo") + "?limit=1")
                    .build());
            var first = answer.statusCode() == 200
                    ? RunningProduct.JSON
                            .readTree(answer.body())
                            .path("items")
                            .path(0)
                            .path("id")
                            .asText()
                    : "";
            known.put(name, first);
        }
        String value = known.getOrDefault(name, "");
        return value.isEmpty() ? "1" : value;
    }
}
