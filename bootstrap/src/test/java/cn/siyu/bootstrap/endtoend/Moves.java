package cn.siyu.bootstrap.endtoend;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Staff members and departments that move, and what keys see before and after.
final class Moves {
    private static final String BRAND = "/v1/brands/demo";
    /// Any id but a department's: which it is of is what changes.
    private static final Pattern ID = Pattern.compile("(?!dep)[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    /// What a store looks at.
    private static final List<String> LISTS = List.of(
            "customers",
            "channel-accounts",
            "staff",
            "tasks",
            "sends",
            "interactions",
            "orders",
            "enrolments",
            "inheritances",
            "reports/trust?by=STAFF");

    private final RunningProduct product;

    Moves(RunningProduct product) {
        this.product = product;
    }

    /// The resource of a list that fits.
    JsonNode one(String list, String field, String value) throws IOException, InterruptedException {
        for (JsonNode one : product.get(BRAND + "/" + list + "?limit=500").path("items")) {
            if (one.path(field).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("no " + value + " among " + list);
    }

    /// A department without a store's rows.
    String department(String name, String parent) throws IOException, InterruptedException {
        return product.post(
                        BRAND + "/departments",
                        "{\"kind\":\"DEPARTMENT\",\"name\":\"" + name + "\",\"parent\":\"" + parent + "\"}")
                .path("id")
                .asText();
    }

    /// Changes a field of a resource that has a version.
    void change(String path, String field, String value) throws IOException, InterruptedException {
        var read = product.answer(product.request(BRAND + path).GET().build());
        var answer = product.answer(product.request(BRAND + path)
                .header("Content-Type", "application/json")
                .header("If-Match", read.headers().firstValue("ETag").orElseThrow())
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"" + field + "\":\"" + value + "\"}"))
                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.body());
        }
    }

    /// All ids that a key is shown in what a store looks at, and on a worklist, if it sees that.
    Set<String> shown(String key, String staff) throws IOException, InterruptedException {
        var shown = new TreeSet<String>();
        for (String list : LISTS) {
            read(BRAND + "/" + list, key, shown);
        }
        read(BRAND + "/staff/" + staff + "/worklist", key, shown);
        return shown;
    }

    private void read(String from, String key, Set<String> shown) throws IOException, InterruptedException {
        String next = from;
        while (!next.isEmpty()) {
            var page = product.ask(next, key);
            ID.matcher(page.status() == 200 ? page.text() : "").results().forEach(found -> shown.add(found.group()));
            var found = NEXT.matcher(page.text());
            next = found.find() ? found.group(1) : "";
        }
    }

    /// How many customers a key's funnel counts.
    long counted(String key) throws IOException, InterruptedException {
        return RunningProduct.JSON
                .readTree(product.ask(BRAND + "/reports/funnel", key).text())
                .path("customers")
                .asLong();
    }
}
